#!/usr/bin/env bash
# make-accounts.sh [--dry-run] FOLDER: an account for each NAME.pub in FOLDER, and one for its files where NAME-tep.pub is there.
# Run again it makes what is missing, takes new keys, and leaves everything else as it is.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

[ "${1:-}" != --dry-run ] || { dry_run=1 && shift; }
[ $# = 1 ] && [ -d "$1" ] || fail "Cách dùng: $0 [--dry-run] THƯ_MỤC_KHÓA (mỗi tài khoản một tệp TÊN.pub, thêm TÊN-tep.pub để lấy tệp)"
folder=$1
demand_root

# is_key FILE: one public key without options before it
is_key() {
    [ "$(grep -c . "$1")" = 1 ] &&
        grep -Eq '^(ssh-(ed25519|rsa)|ecdsa-sha2-nistp[0-9]+|sk-[a-z0-9@.-]+) ' "$1" &&
        ssh-keygen -lf "$1" >/dev/null 2>&1
}

# everything is looked at before anything is changed
names=()
for file in "$folder"/*.pub; do
    [ -f "$file" ] || fail "Thư mục $folder không có tệp .pub nào."
    name=$(basename "$file" .pub)
    if ! is_key "$file"; then fail "Tệp $file không phải đúng một khóa công khai. Chưa thay đổi gì."; fi
    if [[ $name == *-tep ]]; then
        [ -f "$folder/${name%-tep}.pub" ] || fail "Có $name.pub mà không có ${name%-tep}.pub. Chưa thay đổi gì."
        continue
    fi
    is_name "$name" || fail "«$name» không dùng làm tên tài khoản được: 2 đến 24 chữ thường, chữ số, bắt đầu bằng chữ. Chưa thay đổi gì."
    demand_ours "$name"
    if ! getent passwd "$name" >/dev/null && getent group "$name" >/dev/null; then
        fail "Đã có nhóm người dùng tên «$name». Chưa thay đổi gì; hãy đặt tên khác."
    fi
    names+=("$name")
done
for tool in useradd sshd mount mountpoint; do
    command -v "$tool" >/dev/null || fail "Thiếu chương trình $tool. Chưa thay đổi gì."
done
[ "$dry_run" = 1 ] || [ -x "$PROGRAM" ] || fail "Không có $PROGRAM: hãy cài nhomtre vào đó, hoặc đặt NHOMTRE_PROGRAM. Chưa thay đổi gì."
grep -Eqs '^[[:space:]]*Include[[:space:]]+/etc/ssh/sshd_config\.d/\*\.conf' /etc/ssh/sshd_config ||
    fail "/etc/ssh/sshd_config không có dòng «Include /etc/ssh/sshd_config.d/*.conf» ở đầu: hãy thêm. Chưa thay đổi gì."

for group in "$DESKS" "$FILES"; do
    getent group "$group" >/dev/null || do_it groupadd --system "$group"
done
do_it install -d -m 711 "$TOP"
do_it install -d -m 755 "$KEYS"

for name in "${names[@]}"; do
    say "$name"
    home=$TOP/$name
    do_it install -d -m 711 "$home"
    if ! getent passwd "$name" >/dev/null; then
        register "$name"
        do_it useradd -U -M -d "$home" -c nhomtre -s /bin/sh -p '*' -G "$DESKS" "$name"
    fi
    uid=$(id -u "$name" 2>/dev/null || say SỐ)
    register "$name" "$uid"
    for part in ho-so ho-so/exports ho-so/nhan; do
        do_it install -d -m 700 -o "$name" -g "$name" "$home/$part"
    done
    sed 's/^/restrict,pty /' "$folder/$name.pub" | write "$KEYS/$name" 644
    if [ -f "$folder/$name-tep.pub" ]; then
        # the same number, so that it reads what belongs to the other one; its root is only a folder of doors
        getent passwd "$name-tep" >/dev/null ||
            do_it useradd -o -u "$uid" -g "$name" -M -d "$home/tep" -c nhomtre -s /usr/sbin/nologin -p '*' -G "$FILES" "$name-tep"
        for part in tep tep/exports tep/nhan; do
            mountpoint -q "$home/$part" || do_it install -d -m 755 "$home/$part"
        done
        while read -r line; do
            in_fstab "$line" || to_fstab "$line"
            door=$(cut -d' ' -f2 <<<"$line")
            mountpoint -q "$door" || do_it mount "$door"
        done < <(mounts_of "$name")
        sed 's/^/restrict /' "$folder/$name-tep.pub" | write "$KEYS/$name-tep" 644
    fi
    write "/etc/systemd/system/user-$uid.slice.d/50-nhomtre.conf" 644 <<EOF
[Slice]
MemoryMax=$MEMORY
MemorySwapMax=0
TasksMax=$TASKS
EOF
    if [ -n "$QUOTA_MB" ]; then
        do_it setquota -u "$name" "$((QUOTA_MB * 1024))" "$((QUOTA_MB * 1024))" 0 0 "$(df --output=target "$(dirname "$TOP")" | tail -1)" ||
            say "Chưa đặt được hạn mức đĩa cho $name: hệ thống tệp phải bật quota (xem docs/ssh.md)."
    fi
done

write "$LIMITS" 644 <<EOF
@$DESKS hard nproc $TASKS
@$DESKS hard maxlogins 4
@$DESKS hard core 0
@$FILES hard maxlogins 4
EOF
write "$SSHD" 644 <<EOF
MaxStartups 60:30:120

Match Group $FILES
    AuthorizedKeysFile $KEYS/%u
    AuthenticationMethods publickey
    ChrootDirectory %h
    ForceCommand internal-sftp -d /exports -u 0077 -P symlink,hardlink
    DisableForwarding yes
    PermitTTY no
    PermitUserRC no
    MaxSessions 2

Match Group $DESKS
    AuthorizedKeysFile $KEYS/%u
    AuthenticationMethods publickey
    ForceCommand exec $PROGRAM --restricted "\$HOME/ho-so"
    SetEnv LC_ALL=C.UTF-8
    DisableForwarding yes
    PermitUserRC no
    MaxSessions 2
    ClientAliveInterval 15
    ClientAliveCountMax 4
EOF
reload_sshd
if [ "$dry_run" = 1 ]; then
    say "Chạy thử: chưa thay đổi gì. ${#names[@]} tài khoản."
else
    say "Xong: ${#names[@]} tài khoản."
fi
