#!/usr/bin/env bash
# remove-accounts.sh [--dry-run] --archive FOLDER NAME... | --all: each account goes once its data lie in FOLDER and were read back.
# Only accounts that make-accounts.sh made are touched. Run again it goes on where it was stopped.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

[ "${1:-}" != --dry-run ] || { dry_run=1 && shift; }
[ $# -ge 3 ] && [ "$1" = --archive ] && [ -d "$2" ] || fail "Cách dùng: $0 [--dry-run] --archive THƯ_MỤC_LƯU TÊN... (hoặc --all)"
archive=$(realpath "$2")
shift 2
demand_root
[[ $archive/ != "$TOP"/* ]] || fail "Thư mục lưu phải nằm ngoài $TOP. Chưa thay đổi gì."

# has_left UID: no process of it runs any more; one that is just ending gets a few seconds
has_left() {
    local patience=5
    while [ -n "$(find /proc -maxdepth 1 -name '[0-9]*' -uid "$1" -print -quit 2>/dev/null)" ]; do
        [ "$patience" -gt 0 ] || return 1
        patience=$((patience - 1))
        sleep 1
    done
}

if [ "$1" = --all ]; then
    [ -s "$REGISTER" ] || fail "Không có tài khoản nào do make-accounts.sh tạo."
    mapfile -t names < <(cut -d' ' -f1 "$REGISTER")
else
    names=("$@")
fi
for name in "${names[@]}"; do
    if ! is_name "$name" || ! is_registered "$name"; then
        fail "Tài khoản «$name» không do make-accounts.sh tạo nên không đụng đến. Chưa thay đổi gì."
    fi
    uid=$(registered_uid "$name")
    demand_ours "$name"
    [ -z "$uid" ] || has_left "$uid" ||
        fail "«$name» đang có phiên làm việc. Chưa thay đổi gì; hãy đợi người ấy thoát."
done

umask 077
for name in "${names[@]}"; do
    say "$name"
    home=$TOP/$name
    uid=$(registered_uid "$name")
    # from here on nobody comes in
    do_it rm -f "$KEYS/$name" "$KEYS/$name-tep"
    if [ -d "$home/ho-so" ]; then
        file=$archive/$name-$(date +%Y%m%d-%H%M%S).tar.gz
        do_it tar -C "$home" -czf "$file" ho-so
        do_it tar -C "$home" -dzf "$file" >/dev/null || fail "Tệp lưu $file đọc lại khác với dữ liệu. Dữ liệu của «$name» còn nguyên."
        do_it sync "$file"
        say "  đã lưu: $file"
    fi
    while read -r line; do
        door=$(cut -d' ' -f2 <<<"$line")
        if mountpoint -q "$door"; then do_it umount "$door"; fi
        if in_fstab "$line"; then from_fstab "$line"; fi
    done < <(mounts_of "$name")
    [ "$dry_run" = 1 ] || ! grep -qF " $home/" /proc/mounts || fail "Trong $home còn chỗ gắn. Chưa xóa dữ liệu của «$name»."
    for account in "$name-tep" "$name"; do
        if getent passwd "$account" >/dev/null; then do_it userdel "$account"; fi
    done
    if getent group "$name" >/dev/null; then do_it groupdel "$name"; fi
    do_it rm -rf --one-file-system "$home" "/etc/systemd/system/user-$uid.slice.d/50-nhomtre.conf"
    [ "$dry_run" = 1 ] || rmdir --ignore-fail-on-non-empty "/etc/systemd/system/user-$uid.slice.d" 2>/dev/null || true
    if [ "$dry_run" = 0 ]; then forget "$name"; fi
done

if [ "$dry_run" = 0 ] && ! grep -q . "$REGISTER"; then
    rm -f "$SSHD" "$LIMITS" "$REGISTER"
    rmdir --ignore-fail-on-non-empty "$KEYS" "$TOP"
    for group in "$DESKS" "$FILES"; do
        if getent group "$group" >/dev/null; then groupdel "$group"; fi
    done
    reload_sshd
fi
if [ "$dry_run" = 1 ]; then
    say "Chạy thử: chưa thay đổi gì. ${#names[@]} tài khoản."
else
    say "Xong: đã bỏ ${#names[@]} tài khoản; dữ liệu nằm trong $archive."
fi
