"""What is said while records go into the next school year; a form with people of its own says it in their words."""

from collections.abc import Mapping
from types import MappingProxyType

from forms.model.declared import Frozen


class RollWords(Frozen):
    """The words of the preview and of the command.

    *copied* is the line of what comes along, in two parts: {counts} of all lists, {profile}, or a number by the place of its list.
    *emptied*: where → what. *sections* are titles by the parts of the preview, *states* what becomes of a row there, who
    comes along first, *helps* what its keys do.
    """

    copied: tuple[str, str] = ("{counts}", "{profile}")
    emptied: Mapping[str, str] = MappingProxyType({})
    to_look_at: str = "{count} hồ sơ có dấu ?"
    to_look_at_key: str = "F9: đến từng hồ sơ"
    nothing_to_look_at: str = "Không có hồ sơ nào cần xem lại."
    sections: Mapping[str, str] = MappingProxyType(
        {
            "classes": "NHÓM",
            "leaving": "KHÔNG CÒN",
            "coming": "SANG NĂM MỚI",
            "gone": "KHÔNG CÒN Ở CƠ SỞ",
            "staff": "LÀM TIẾP",
        }
    )
    states: Mapping[str, tuple[str, str]] = MappingProxyType(
        {
            "leaving": ("giữ lại", "không chuyển"),
            "coming": ("chuyển", "không chuyển"),
            "gone": ("", "không chép"),
            "staff": ("làm tiếp", "không chuyển"),
        }
    )
    helps: Mapping[str, str] = MappingProxyType(
        {
            "classes": "Tên trong năm học mới: gõ để sửa. Home: về dòng đầu để lập hồ sơ.",
            "leaving": "Phím cách: giữ lại, hoặc không chuyển. Home: dòng đầu.",
            "coming": "Phím cách: không chuyển, hoặc chuyển. Home: dòng đầu.",
            "gone": "Đã ghi không còn ở cơ sở nên không chép sang; năm cũ vẫn giữ. Home: dòng đầu.",
            "staff": "Phím cách: không chuyển, hoặc chuyển. Home: dòng đầu.",
        }
    )
    names_done: str = "Hết tên. Mũi tên xuống: xem tiếp; Home: về dòng đầu để lập hồ sơ."
    name_only: str = "Ở đây chỉ sửa được tên; dòng khác: phím cách để đổi."
    class_detail: str = "{age} · {count}"
    no_age: str = "chưa có nhóm tuổi"
    no_class: str = "chưa có nhóm"
    oldest: str = "Nhóm lớn nhất: hồ sơ cũ không chuyển sang."
    mixed: str = "Nhóm nhiều độ tuổi giữ nguyên."
    no_head: str = "Người phụ trách không chuyển sang nên mục ấy để trống."
    kept: str = "Giữ mục này: {value}. Năm học mới cần xem lại còn đúng không."
    nothing: str = "Năm học {year} chưa có hồ sơ nào để chuyển. Không có gì thay đổi; hãy nhập hồ sơ của năm học này trước."
    told_leaving: str = "  Không chép sang: {count}"
    told_uncounted: str = "  Không còn ở cơ sở (không chép sang): {count}"
    told_misfits: str = "  Tuổi chưa khớp nhóm mới, cần xem lại: {names}"
    told_kept: str = "  Giữ lại, cần xem lại: {names}"
    told_cleared: str = ""
