"""Whether the report is ready to be sent: its figures are those of its records, and no step was left out (E60-E66, W62, W65, W67, W75)."""

from forms.model.issue import Repair, Severity
from forms.model.rules.readiness_rule import (
    DoubtsSettled,
    FiguresBacked,
    FiguresCurrent,
    ListFilled,
    OverridesReasoned,
    OwnersHaveMembers,
    ReadinessRule,
    ReportBegun,
    TableTyped,
)
from forms.model.rules.rule import Where

ERROR, WARNING = Severity.ERROR, Severity.WARNING
_DERIVED = {"table": "Biểu 1, 2, 3"}

# fmt: off
READINESS_RULES: tuple[ReadinessRule, ...] = (
    FiguresCurrent(id="E60", severity=ERROR, where=Where.TABLE, where_names=_DERIVED, repairs=(Repair.TAKE,), before_first_take="chưa lấy dữ liệu từ hồ sơ → bấm F5 để lấy dữ liệu.", message="hồ sơ đã đổi sau lần lấy dữ liệu, {count} ô khác → bấm F5 để lấy lại dữ liệu."),
    ListFilled(id="E61", severity=ERROR, where=Where.LIST, record="class", given=("child", "staff"), message="chưa có nhóm, lớp nào → nhập nhóm, lớp rồi xếp trẻ vào."),
    OwnersHaveMembers(id="W62", severity=WARNING, where=Where.RECORD, record="class", repairs=(Repair.REMOVE, Repair.MOVE_IN), message="chưa có trẻ → xếp trẻ vào, hoặc xóa nhóm, lớp; nếu mới mở thì giải trình."),
    ListFilled(id="E63", severity=ERROR, where=Where.LIST, record="staff", given=("class", "child"), message="chưa có hồ sơ nhân sự → nhập ít nhất chủ nhóm, lớp và người dạy."),
    TableTyped(id="E64", severity=ERROR, where=Where.TABLE, table="T4", message="chưa có số phòng nào → nhập số phòng, kể cả phòng nhờ, mượn; không có thì nhập 0."),
    FiguresBacked(id="W65", severity=WARNING, where=Where.TABLE, where_names=_DERIVED, message="nhập tay, không có hồ sơ kèm theo → nên nhập hồ sơ nhóm lớp, trẻ, nhân sự."),
    OverridesReasoned(id="W67", severity=WARNING, where=Where.CELL, message="gõ {typed}, hồ sơ cho {derived}, chưa ghi lý do → F2 rồi Enter để ghi lý do, hoặc Delete để lấy lại số từ hồ sơ."),
    DoubtsSettled(id="W75", severity=WARNING, message="{doubt} → gõ lại nếu sai; đúng thì bấm Enter ở mục này."),
    ReportBegun(id="E66", severity=ERROR, where=Where.LIST, message="chưa có hồ sơ nào, biểu 1, 2, 3 còn trống → nhập nhóm lớp, trẻ, nhân sự rồi bấm F5 để lấy dữ liệu."),
)
# fmt: on
