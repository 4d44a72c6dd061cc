# shellcheck shell=bash disable=SC2034
# What make-accounts.sh and remove-accounts.sh share: where things lie, and changing the system only outside a dry run.

TOP=${NHOMTRE_TOP:-/srv/nhomtre}
# absolute path of the program; what it needs must be readable by everybody
PROGRAM=${NHOMTRE_PROGRAM:-/opt/nhomtre/bin/nhomtre}
MEMORY=${NHOMTRE_MEMORY:-512M}
TASKS=${NHOMTRE_TASKS:-64}
QUOTA_MB=${NHOMTRE_QUOTA_MB:-}

DESKS=nhomtre
FILES=nhomtre-tep
KEYS=/etc/ssh/nhomtre
REGISTER=/etc/ssh/nhomtre.accounts
SSHD=/etc/ssh/sshd_config.d/50-nhomtre.conf
LIMITS=/etc/security/limits.d/50-nhomtre.conf
dry_run=0

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
do_it() {
    if [ "$dry_run" = 1 ]; then
        say "  sẽ chạy: $*"
    else
        "$@"
    fi
}

# write FILE MODE: what comes in becomes the file, whole or not at all; untouched where it is so already
write() {
    local new text
    text=$(cat)
    if [ -f "$1" ] && [ "$(cat "$1")" = "$text" ]; then
        return
    fi
    if [ "$dry_run" = 1 ]; then
        say "  sẽ ghi: $1"
        return
    fi
    mkdir -p "$(dirname "$1")"
    new=$(mktemp "$1.XXXXXX")
    printf '%s\n' "$text" >"$new"
    chmod "$2" "$new"
    mv "$new" "$1"
}

demand_root() {
    [ "$dry_run" = 1 ] || [ "$(id -u)" = 0 ] || fail "Phải chạy bằng quyền root; thêm --dry-run để chỉ xem những gì sẽ làm."
    case $TOP in
    /*[!A-Za-z0-9/_.-]* | *..* | /) fail "NHOMTRE_TOP không dùng được: «$TOP»." ;;
    /*) ;;
    *) fail "NHOMTRE_TOP phải là đường dẫn đầy đủ: «$TOP»." ;;
    esac
}

is_name() { [[ $1 =~ ^[a-z][a-z0-9]{1,23}$ ]]; }

# a line for each account that is made here: its name before it is made, then also its number
is_registered() { [ -f "$REGISTER" ] && awk -v name="$1" '$1 == name { there = 1 } END { exit !there }' "$REGISTER"; }
registered_uid() { [ ! -f "$REGISTER" ] || awk -v name="$1" '$1 == name { print $2 }' "$REGISTER"; }
register() {
    local others
    if grep -qsxF "$*" "$REGISTER"; then return; fi
    others=$([ ! -f "$REGISTER" ] || awk -v name="$1" '$1 != name' "$REGISTER")
    write "$REGISTER" 644 <<<"${others:+$others$'\n'}$*"
}
forget() {
    local others
    others=$(awk -v name="$1" '$1 != name' "$REGISTER")
    write "$REGISTER" 644 <<<"$others"
}

# is_ours NAME HOME ACCOUNT: an account that is there is one that was made here for NAME
is_ours() {
    local entry uid
    entry=$(getent passwd "$3") || return 0
    is_registered "$1" || return 1
    uid=$(registered_uid "$1")
    [ "$(cut -d: -f5,6 <<<"$entry")" = "nhomtre:$2" ] && [ "$(cut -d: -f3 <<<"$entry")" = "${uid:-$(cut -d: -f3 <<<"$entry")}" ]
}

demand_ours() {
    if ! is_ours "$1" "$TOP/$1" "$1" || ! is_ours "$1" "$TOP/$1/tep" "$1-tep"; then
        fail "Tài khoản «$1» hay «$1-tep» không do make-accounts.sh tạo nên không đụng đến. Chưa thay đổi gì."
    fi
}

# mounts_of NAME: its lines of /etc/fstab; what was exported is only read there
mounts_of() {
    say "$TOP/$1/ho-so/exports $TOP/$1/tep/exports none bind,ro,nosuid,nodev,noexec,nofail 0 0"
    say "$TOP/$1/ho-so/nhan $TOP/$1/tep/nhan none bind,nosuid,nodev,noexec,nofail 0 0"
}

# in_fstab LINE / to_fstab LINE / from_fstab LINE; what stands there is read whole before anything is written
in_fstab() { grep -qsxF "$1" /etc/fstab; }
to_fstab() {
    local others=
    [ ! -f /etc/fstab ] || others=$(cat /etc/fstab)
    write /etc/fstab 644 <<<"${others:+$others$'\n'}$1"
}
from_fstab() {
    local others
    others=$(awk -v line="$1" '$0 != line' /etc/fstab)
    write /etc/fstab 644 <<<"$others"
}

has_systemd() { [ -d /run/systemd/system ]; }
reload_sshd() {
    if ! do_it sshd -t; then
        rm -f "$SSHD"
        fail "sshd không nhận cấu hình nên đã bỏ $SSHD và chưa nạp lại. Tài khoản đã tạo chưa vào được."
    fi
    if has_systemd; then
        do_it systemctl daemon-reload
        do_it systemctl reload ssh 2>/dev/null || do_it systemctl reload sshd
    else
        say "Máy không dùng systemd: hãy tự nạp lại sshd."
    fi
}
