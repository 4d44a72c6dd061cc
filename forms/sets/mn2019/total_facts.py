"""What a report is known by at a glance: its groups and classes, children, staff and rooms."""

from forms.sets.form_set import Size, Total

TOTALS = (
    Total("Nhóm, lớp", "T1", (55,)),
    Total("Trẻ", "T2", (83,)),
    Total("Nhân sự", "T3", (123, 156, 167)),
    Total("Phòng học, kể cả nhờ, mượn", "T4", (194, 195, 203, 204)),
)

_CLASSES, _CHILDREN = Total("Nhóm, lớp", "T1", (55,)), Total("Trẻ", "T2", (83,))
_TEACHERS = Total("Giáo viên", "T3", (167,))
SIZES = (
    Size("trẻ một nhóm, lớp", _CHILDREN, _CLASSES),
    Size("trẻ một giáo viên", _CHILDREN, _TEACHERS),
)
"""By what an officer sees that a figure is unlikely."""
