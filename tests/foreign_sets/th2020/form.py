"""Sheet V of 02-TH-ĐN as one object. Source: an export of the national system of January 2021; its numbers were test data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from forms.model.code_list import Catalogue
from forms.model.issue import Severity
from forms.model.record import ALWAYS, Field, FieldRole, FieldType, RecordType
from forms.model.rules.readiness_rule import TableTyped
from forms.model.rules.record_rule import CatalogueMember, FieldTypes, RequiredFields
from forms.model.rules.rule import BlockSum, CellType, ColumnSum, RowAtMost, Where
from forms.model.rules.rule_book import RuleBook
from forms.model.table import Block, Column, Figure, PrintLayout, Row, SheetLayout, Table
from forms.sets.form_set import FormSet, Origin, Rolling, Total, Training
from forms.sets.workflow import Move, State

YEAR = 2020
SOURCE = "bản xuất biểu 02-TH-ĐN, năm học 2020-2021"


class _Owners(NamedTuple):
    """The code list of ownerships, in memory."""

    stem: str = "owners"

    def read_bytes(self) -> bytes:
        """Its JSON."""
        items = [{"code": "C", "name": "Công lập"}, {"code": "T", "name": "Tư thục"}]
        return json.dumps({"title": "Loại hình", "items": items}).encode()


OWNERS = Catalogue(_Owners())
BLOCKS = (Block("ALL", "Tổng số"), Block("CL", "Công lập", ("C",)), Block("TT", "Tư thục", ("T",)))
MEASURES = (("all", "Tổng số"), ("solid", "Kiên cố"), ("light", "Bán kiên cố"), ("poor", "Tạm"))
KINDS = ("solid", "light", "poor")


# fmt: off
def rooms(number: int, tt: str | None, label: str, level: int = 1) -> Row:
    """A row of rooms by kind of construction."""
    return Row(f"V.{number}", number, tt, level, label, "phòng")


ROWS = (
    rooms(120, "5.1.", "Phòng học"),
    rooms(121, "5.2.", "Phòng học nhỏ, mượn"),
    rooms(122, "5.3.", "Phòng phục vụ học tập"),
    Row("V.h7", None, None, 1, "Trong đó:"),
    rooms(123, None, "- Thư viện", 2),
    rooms(124, None, "- Phòng thiết bị giáo dục", 2),
    rooms(125, None, "- Phòng tin học", 2),
    rooms(126, None, "- Phòng ngoại ngữ", 2),
    rooms(127, None, "- Phòng giáo dục nghệ thuật", 2),
    rooms(128, None, "- Phòng âm nhạc", 2),
    rooms(129, None, "- Phòng GD rèn luyện thể chất nhà đa năng", 2),
    rooms(130, None, "- Phòng hỗ trợ GD khuyết tật học hòa nhập", 2),
    Row("V.h16", None, "5.4.", 1, "Phòng khác"),
    rooms(131, None, "- Phòng truyền thống", 2),
    rooms(132, None, "- Phòng Y tế học đường", 2),
)
# fmt: on

TABLE = Table(
    id="V",
    number=5,
    tab_title="Phòng học",
    figure=Figure.COUNT,
    derived=False,
    columns=tuple(
        Column(
            number,
            f"{block.key}.{measure}",
            (block.label, label),
            block.key,
            measure,
            f"{block.label}, {label}",
            label,
        )
        for number, (block, (measure, label)) in enumerate(
            ((block, measure) for block in BLOCKS for measure in MEASURES), 1
        )
    ),
    rows=ROWS,
    blocks=BLOCKS,
    sheet=SheetLayout(
        title="V",
        lead=("V", "Phòng học", "Đơn vị tính", "Mã số"),
        widths=(("A", 7.0), ("B", 44.0)),
        live_totals=True,
    ),
    print=PrintLayout(font_size=8, tt_width=10, label_width=66, unit_width=14, code_width=9),
    typed_measures=KINDS,
)

PROFILE = RecordType(
    key="school",
    place="school",
    letter="t",
    word="Hồ sơ trường",
    title="Hồ sơ trường",
    single=True,
    fields=(
        Field("code", "Mã trường", FieldType.TEXT, 20, required=ALWAYS, plain=True),
        Field("name", "Tên trường", FieldType.TEXT, 200, required=ALWAYS),
        Field("ownership", "Loại hình", FieldType.CHOICE, 1, OWNERS, ALWAYS),
        Field("founded", "Ngày thành lập", FieldType.DATE),
    ),
)
LETTER = RecordType(
    key="letter",
    place="letter",
    letter="v",
    word="Công văn",
    title="Công văn, hạn nộp",
    single=True,
    fields=(
        Field("last_day", "Hạn nộp", FieldType.DATE, role=FieldRole.LAST_DAY),
        Field("office", "Nơi nhận", FieldType.TEXT, 100, role=FieldRole.OFFICE),
    ),
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING
# fmt: off
RULES = RuleBook(
    on_tables=(
        CellType(id="V1", severity=ERROR, tables=("V",), message="«{value}» không phải số nguyên từ 0 trở lên → nhập lại."),
        BlockSum(id="V2", severity=ERROR, tables=("V",), message="Tổng số là {value} nhưng Công lập + Tư thục là {sum} → nhập lại."),
        ColumnSum(id="V3", severity=ERROR, table="V", total="all", parts=KINDS, message="Tổng số là {value} nhưng các loại cộng lại là {sum} → nhập lại."),
        RowAtMost(id="V4", severity=WARNING, table="V", part=tuple(range(123, 131)), whole=(122,), at=("V", 122), message="mã 123–130 cộng lại {value}, vượt {limit} → sửa dòng chi tiết."),
    ),
    on_records=(
        RequiredFields(id="V10", severity=ERROR, message="chưa có thông tin bắt buộc → nhập bổ sung."),
        CatalogueMember(id="V11", severity=ERROR, message="«{value}» không có trong danh mục → chọn lại."),
        FieldTypes(id="V12", severity=ERROR, message="«{value}» không phải {type} → nhập lại, ví dụ {example}."),
    ),
    on_report=(TableTyped(id="V20", severity=ERROR, where=Where.TABLE, table="V", message="chưa có số phòng nào → nhập số phòng."),),
)
# fmt: on

FORM = FormSet(
    id="th2020",
    version=1,
    code="02-TH-ĐN",
    title="BÁO CÁO THỐNG KÊ GIÁO DỤC TIỂU HỌC",
    period="Kỳ đầu năm học",
    as_of="(có đến 30 tháng 9 năm báo cáo)",
    tables=(TABLE,),
    blocks=BLOCKS,
    facility=PROFILE,
    lists=(),
    letter=LETTER,
    letters={},
    rules=RULES,
    catalogue={"owners": OWNERS}.__getitem__,
    states={
        state.id: state
        for state in (
            State("draft", "Nháp", editable=True),
            State("sent", "Đã gửi", editable=False),
            State("approved", "Đã duyệt", editable=False),
        )
    },
    send=Move("send", ("draft",), "sent", "facility", "Gửi báo cáo"),
    answers={"approve": Move("approve", ("sent",), "approved", "office", "Duyệt")},
    computed={("school", "counted"): lambda school: True},
    computed_beyond={},
    membership=(),
    training=Training(YEAR, Path(__file__).with_name("training.json").read_bytes, "DỮ LIỆU TẬP HUẤN"),
    rolling=Rolling(),
    reference_day=(9, 30),
    new_year_month=6,
    totals=(Total("Phòng học, kể cả nhờ, mượn", "V", (120, 121)),),
    origins=(Origin("sheet V: dòng, cột, công thức", SOURCE, "đúng bản xuất"),),
)
