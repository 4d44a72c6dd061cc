"""The norms that the warnings on size read (W01, W02, W03, W05), each with the days on which it is in force.

Figures are of 30/9: a norm in force on that day is that of the school year. None of them blocks sending.
"""

from datetime import date

from forms.model.rules.norm import Norm

CLASS_SIZE = "class_size"
"""Children of a group or class that is not mixed, by the code of its age group."""
FACILITY_CHILDREN = "facility_children"
"""Children of an independent private facility."""
WARD_GROUP = "ward_group"
"""Children of a group that is registered with the ward."""

_OF_CLASSES = "trẻ một nhóm, lớp theo nhóm tuổi"
_OF_FACILITIES = "trẻ một cơ sở độc lập tư thục"
_OF_WARD_GROUPS = "trẻ một nhóm đăng ký với UBND phường"
_CHARTER_DAYS = date(2015, 12, 24), date(2022, 2, 14)
_CIRCULAR, _CIRCULAR_DAYS = "Thông tư 49/2021/TT-BGDĐT", (date(2022, 2, 15), None)
_ADVICE, _SECONDARY = "advice pages", "secondary source"
_ABOUT_CIRCULAR = "download.vn/thong-tu-49-2021-tt-bgddt-57406"

# fmt: off
NORMS = (
    Norm(CLASS_SIZE, _OF_CLASSES, *_CHARTER_DAYS, {"01": 15, "02": 20, "03": 25, "04": 25, "05": 30, "06": 35}, "Điều lệ 04/VBHN-BGDĐT", "giaoduc.net.vn 06/01/2016", _SECONDARY),
    Norm(CLASS_SIZE, _OF_CLASSES, *_CIRCULAR_DAYS, {"01": 12, "02": 20, "03": 25, "04": 25, "05": 30, "06": 35}, _CIRCULAR, f"{_ABOUT_CIRCULAR}; annex of Quyết định 1255/2026/QĐ-TTg, 1.1, letters read by a machine", "12, 20, 25: two sources agree; 25, 30, 35: one of them", "For independent facilities; a school keeps 15 children of 3 to 12 months."),
    Norm(FACILITY_CHILDREN, _OF_FACILITIES, date(2015, 12, 24), date(2018, 7, 14), {"": 50}, "Thông tư 13/2015/TT-BGDĐT", _ADVICE, _SECONDARY),
    Norm(FACILITY_CHILDREN, _OF_FACILITIES, date(2018, 7, 15), date(2022, 2, 14), {"": 70}, "Thông tư 13/2018/TT-BGDĐT", _ADVICE, _SECONDARY),
    Norm(FACILITY_CHILDREN, _OF_FACILITIES, *_CIRCULAR_DAYS, {}, _CIRCULAR, "thuvienphapluat.vn 500203: replaces Điều 14, 15 of Thông tư 13/2015 and Thông tư 13/2018", "not known", "How many children an independent facility may have since then was not found: nothing is said."),
    Norm(WARD_GROUP, _OF_WARD_GROUPS, date(2018, 11, 20), date(2022, 2, 14), {"": 7}, "Nghị định 135/2018/NĐ-CP", _ADVICE, _SECONDARY),
    Norm(WARD_GROUP, _OF_WARD_GROUPS, *_CIRCULAR_DAYS, {"": 7}, _CIRCULAR, _ABOUT_CIRCULAR, _SECONDARY, "In such a group at most one disabled child, and for each who cares for them 2 children of 3 to 12 months or 3 of 12 to 36: no rule asks that."),
)
# fmt: on
