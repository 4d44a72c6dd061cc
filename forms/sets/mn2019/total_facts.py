"""What a report is known by at a glance: its groups and classes, children, staff and rooms."""

from forms.sets.form_set import Total

TOTALS = (
    Total("Nhóm, lớp", "T1", (55,)),
    Total("Trẻ", "T2", (83,)),
    Total("Nhân sự", "T3", (123, 156, 167)),
    Total("Phòng học, kể cả nhờ, mượn", "T4", (194, 195, 203, 204)),
)
