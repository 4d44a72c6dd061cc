#!/bin/sh
# Cài nhomtre từ thư mục này, không cần mạng. --usb: để phần mềm và hồ sơ ngay trong thư mục này.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

case "${1:-}" in
    "" | --usb) ;;
    *) echo "Không hiểu «$1»: chỉ có --usb. Chưa có gì được ghi." >&2; exit 2 ;;
esac

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64 | Linux-aarch64) ;;
    *) echo "Máy này ($(uname -s) $(uname -m)) không có trong bộ cài đặt: chỉ có Linux x86_64 và aarch64 (64-bit)." >&2; exit 1 ;;
esac

python=
for name in python3.14 python3.13 python3.12 python3.11 python3; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "Cần Python 3.11 đến 3.14; máy này chưa có. Cài Python rồi chạy lại." >&2
    exit 1
fi

install() {
    # pip chạy thẳng từ gói của nó: máy có thể không có pip. Cài đặt riêng của máy cho pip, cho Python không được xen vào
    with=$1
    shift
    for pip in "$here"/wheels/pip-*.whl; do :; done
    PIP_CONFIG_FILE=/dev/null "$with" -I "$pip/pip" --isolated --disable-pip-version-check install --quiet \
        --no-warn-script-location --root-user-action ignore --no-index --find-links "$here/wheels" \
        --constraint "$here/wheels/versions.txt" --upgrade "$@" nhomtre
}

put_in_place() { # CŨ MỚI: cũ chỉ mất khi mới đã đủ
    rm -rf "$1.cu"
    if [ -e "$1" ]; then mv "$1" "$1.cu"; fi
    mv "$2" "$1"
    rm -rf "$1.cu"
}

failed() {
    rm -rf "$1"
    echo "Chưa cài được; bản cũ, nếu có, và hồ sơ còn nguyên." >&2
    exit 1
}

if [ "${1:-}" = --usb ]; then
    app=$here/ung-dung
    rm -rf "$app.moi"
    install "$python" --target "$app.moi" || failed "$app.moi"
    "$python" -I -c 'import sys, sysconfig; print(sysconfig.get_platform(), *sys.version_info[:2])' >"$app.moi/may.txt" || failed "$app.moi"
    put_in_place "$app" "$app.moi"
    cat >"$here/chay.sh" <<EOF
#!/bin/sh
here=\$(cd "\$(dirname "\$0")" && pwd)
if ! $python -I -c 'import sys, sysconfig; sys.exit(open(sys.argv[1]).read().split() != [sysconfig.get_platform(), *map(str, sys.version_info[:2])])' "\$here/ung-dung/may.txt" 2>/dev/null; then
    echo "USB này được cài cho một loại máy, một bản Python khác. Chạy lại: sh \$here/cai-dat.sh --usb" >&2
    exit 1
fi
NHOMTRE_HOME="\$here/du-lieu" PYTHONPATH="\$here/ung-dung" exec $python -P -m tui.cli "\$@"
EOF
    echo "Đã cài vào USB. Mở phần mềm: sh $here/chay.sh (hồ sơ nằm ở $here/du-lieu)"
    exit 0
fi

app=${NHOMTRE_APP:-${XDG_DATA_HOME:-$HOME/.local/share}/nhomtre-app}
rm -rf "$app.moi"
"$python" -m venv --without-pip "$app.moi" || failed "$app.moi"
install "$app.moi/bin/python" || failed "$app.moi"
put_in_place "$app" "$app.moi"
mkdir -p "$HOME/.local/bin"
cat >"$HOME/.local/bin/nhomtre" <<EOF
#!/bin/sh
exec "$app/bin/python" -P -m tui.cli "\$@"
EOF
chmod 755 "$HOME/.local/bin/nhomtre"
echo "Đã cài. Mở phần mềm: $HOME/.local/bin/nhomtre (tập với dữ liệu bịa: thêm --demo)"
