"""Who holds a dossier and what became of its files, in whole sentences; each says what is safe."""

from forms.model.declared import Frozen

HELD_BY_UNKNOWN = "Hồ sơ {year} đang mở ở một nơi khác (không rõ ai đang mở)."
ADVICE = "Hãy đóng ở nơi đó trước, hoặc chỉ mở để xem."


class Seat(Frozen):
    """Where the one sits who holds a dossier: whether a window (terminal) is known, whether it is over SSH."""

    has_window: bool
    is_remote: bool


HELD = {
    Seat(has_window=False, is_remote=False): (
        "Hồ sơ {year} đang mở ở máy {host}, người dùng {user}, chương trình số {pid}, từ {since}."
    ),
    Seat(has_window=True, is_remote=False): (
        "Hồ sơ {year} đang mở ở máy {host}, cửa sổ {tty}, người dùng {user}, chương trình số {pid}, từ {since}."
    ),
    Seat(has_window=False, is_remote=True): (
        "Hồ sơ {year} đang mở ở máy {host} (SSH), người dùng {user}, chương trình số {pid}, từ {since}."
    ),
    Seat(has_window=True, is_remote=True): (
        "Hồ sơ {year} đang mở ở máy {host}, cửa sổ {tty} (SSH), người dùng {user}, chương trình số {pid}, từ {since}."
    ),
}
UNKNOWN = "không rõ"
UNKNOWN_TIME = "lúc không rõ"
SINCE = "{start:%H:%M ngày %d/%m/%Y}"
NOT_LOCKED = (
    "Không mở được hồ sơ {year} để ghi trong {folder}: {why}."
    " Dữ liệu không bị thay đổi; vẫn có thể mở để xem."
)
NO_LOCKS_HERE = (
    "Không khóa được hồ sơ {year}: ổ đĩa này không cho khóa tệp."
    " Dữ liệu không bị thay đổi; hãy chép thư mục sang ổ đĩa trong máy."
)

GONE = (
    "Hồ sơ {year} đã bị xóa, dời hoặc thay trong khi đang mở: từ lúc này KHÔNG lưu được nữa, chỉ còn để xem."
    " Nội dung vẫn còn ở cửa sổ này."
)
NOT_WRITTEN = "Chưa lưu được: không xem được tệp khóa của hồ sơ ({why}). Dữ liệu đã lưu trước đó vẫn an toàn."
NOT_TOLD = "Chưa báo lại được cho người xin sửa ({why}); hồ sơ vẫn sửa ở đây, không phải nhường."
