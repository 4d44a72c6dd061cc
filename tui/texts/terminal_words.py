"""The words about a terminal that cannot show the app, or not all of it."""

DUMB_TERMINAL = "Man hinh nay khong ve duoc (TERM). Hay chay: TERM=xterm nhomtre"
OLD_CONSOLE = "Cua so nay khong ve duoc. Hay dung Windows Terminal, hoac bo chon Use legacy console trong Properties cua cua so."

NOT_UTF8_KEYS = "Bàn phím gửi ký tự không phải UTF-8: chọn bảng mã Unicode trong UniKey, UTF-8 trong PuTTY. Các ký tự đó được bỏ qua."
