"""BOAT-7 as one object: two tables, of which one counts and one is typed in crowns, one block, an owner of every harbour."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from forms.model.code_list import Catalogue
from forms.model.condition import EVERYONE, one_of, yes
from forms.model.issue import Severity
from forms.model.record import ALWAYS, NEVER, Field, FieldRole, FieldType, GridColumn, RecordType
from forms.model.rules.record_rule import FieldTypes, Never, RequiredFields
from forms.model.rules.rule import CellType, ForeignBlocksZero, RowSum, Where
from forms.model.rules.rule_book import RuleBook
from forms.model.table import Block, Column, Figure, PrintLayout, Query, Row, SheetLayout, Table
from forms.sets.form_set import FormSet, Membership, Origin, Rolling, Total, Training
from forms.sets.roll_words import RollWords
from forms.sets.workflow import Move, State

YEAR = 2031
HERE = Path(__file__)


class _Codes(NamedTuple):
    """A code list in memory."""

    stem: str
    names: tuple[str, ...]

    def read_bytes(self) -> bytes:
        """Its JSON: the codes are A, B, C..."""
        items = [{"code": chr(65 + place), "name": name} for place, name in enumerate(self.names)]
        return json.dumps({"title": self.stem, "items": items}).encode()


CATALOGUES = {
    codes.stem: Catalogue(codes)
    for codes in (
        _Codes("owners", ("Town", "Nobody")),
        _Codes("colours", ("Red", "Blue", "Striped")),
        _Codes("answers", ("Yes", "No")),
    )
}

BLOCKS = (Block("HERE", "In the harbour", ("A", "B")),)
SHEET = SheetLayout(title="Boats", lead=("", "What", "Unit", "Code"), default_width=12.0)
PRINT = PrintLayout(font_size=9, tt_width=10, label_width=70, unit_width=20, code_width=14)


MEASURES = (("all", "All", EVERYONE), ("leaking", "Leaking", yes("leaks")))


BOATS = Table(
    id="BOATS",
    number=1,
    tab_title="Boats",
    figure=Figure.COUNT,
    derived=True,
    columns=tuple(
        Column(number, f"HERE.{measure}", (BLOCKS[0].label, label), "HERE", measure, label, label, where)
        for number, (measure, label, where) in enumerate(MEASURES, 1)
    ),
    blocks=BLOCKS,
    rows=(
        Row("B.h01", None, "I", 0, "In the water"),
        Row("B.901", 901, "1", 1, "Boats", "boat", Query("boat"), sum_of=(902, 903), explanation="All boats"),
        Row("B.902", 902, "1.1", 2, "Red", "boat", Query("boat", one_of("colour", "A"))),
        Row("B.903", 903, "1.2", 2, "Others", "boat", Query("boat", one_of("colour", "B", "C"))),
    ),
    sheet=SHEET,
    print=PRINT,
)
PAINT = Table(
    id="PAINT",
    number=2,
    tab_title="Paint",
    figure=Figure.AMOUNT,
    derived=False,
    columns=(Column(1, "spent", ("Spent",), None, "crowns", "Spent", "Spent"),),
    rows=(
        Row("P.950", 950, "1", 0, "Paint", "crown", sum_of=(951, 952)),
        Row("P.951", 951, "1.1", 1, "Red paint", "crown"),
        Row("P.952", 952, "1.2", 1, "Other paint", "crown"),
    ),
    sheet=SheetLayout(title="Paint", lead=("", "What", "Unit", "Code"), default_width=12.0),
    print=PRINT,
)


def _text(key: str, label: str, *, needed: bool = True, refers: str | None = None) -> Field:
    return Field(key, label, FieldType.TEXT, 40, required=ALWAYS if needed else NEVER, refers=refers)


HARBOUR = RecordType(
    key="harbour",
    place="harbour",
    letter="h",
    word="Harbour",
    title="The harbour",
    single=True,
    fields=(
        _text("code", "Code"),
        _text("name", "Name"),
        Field("ownership", "Owner", FieldType.CHOICE, 1, CATALOGUES["owners"], ALWAYS),
        _text("warden", "Warden", needed=False)._replace(role=FieldRole.HEAD),
        _text("bell", "Bell", needed=False)._replace(role=FieldRole.PHONE),
    ),
)
PIER = RecordType(
    key="pier",
    place="piers",
    letter="q",
    word="Pier",
    title="Piers",
    identity=("code",),
    named_by=(("code",),),
    noun="piers",
    one="pier",
    counted="{count} piers",
    file_word="piers",
    spoken=("pier",),
    upload_sheet="Piers",
    fields=(
        _text("code", "Pier code")._replace(upload=(1, "Pier code")),
        _text("name", "Pier name", needed=False)._replace(upload=(2, "Pier name")),
    ),
    list_columns=(GridColumn("code", 9), GridColumn("name", 22)),
    quick_columns=(GridColumn("code", 9), GridColumn("name", 22)),
    stops=("code", "name"),
    search_fields=("name",),
    sheet_words=("piers",),
)
BOAT = RecordType(
    key="boat",
    place="boats",
    letter="b",
    word="Boat",
    title="Boats",
    identity=("name",),
    named_by=(("name",),),
    noun="boats",
    counted="{count} boats",
    file_word="boats",
    spoken=("boat",),
    upload_sheet="Boats",
    fields=(
        _text("name", "Boat name")._replace(upload=(1, "Boat name")),
        Field("colour", "Colour", FieldType.CHOICE, 1, CATALOGUES["colours"], ALWAYS, upload=(2, "Colour")),
        Field(
            "leaks",
            "Leaks",
            FieldType.BOOL,
            catalogue=CATALOGUES["answers"],
            required=ALWAYS,
            upload=(3, "Leaks"),
        ),
        _text("berth", "Berth", needed=False, refers="pier")._replace(upload=(4, "Berth")),
        Field("launched", "Launched", FieldType.DATE, upload=(5, "Launched"), role=FieldRole.BORN),
    ),
    list_columns=(GridColumn("name", 22), GridColumn("colour", 9), GridColumn("berth", 9)),
    quick_columns=(GridColumn("name", 22), GridColumn("colour", 9), GridColumn("leaks", 8)),
    stops=("name", "colour"),
    search_fields=("name",),
    defaults={"leaks": False},
    sheet_words=("boats",),
)
LETTER = RecordType(
    key="order",
    place="order",
    letter="o",
    word="Order",
    title="The order",
    single=True,
    fields=(
        Field("muster", "Training", FieldType.DATE, role=FieldRole.TRAINING),
        Field("due", "Last day", FieldType.DATE, role=FieldRole.LAST_DAY),
        _text("board", "Office", needed=False)._replace(role=FieldRole.OFFICE),
        _text("town", "Town", needed=False)._replace(role=FieldRole.PLACE),
    ),
)

RULES = RuleBook(
    on_tables=(
        CellType(
            id="B01", severity=Severity.ERROR, tables=("BOATS", "PAINT"), message="«{value}» is no number."
        ),
        ForeignBlocksZero(
            id="B02",
            severity=Severity.ERROR,
            tables=("BOATS",),
            message="{value} boats are not of {ownership}.",
        ),
        RowSum(
            id="B03",
            severity=Severity.ERROR,
            table="BOATS",
            total=901,
            parts=(902, 903),
            message="{value} is not the sum {sum}.",
        ),
    ),
    on_records=(
        RequiredFields(id="B10", severity=Severity.ERROR, where=Where.FIELD, message="{field} is empty."),
        FieldTypes(
            id="B11", severity=Severity.ERROR, where=Where.FIELD, message="{field}: no {type}, {example}."
        ),
        Never(
            id="B12",
            severity=Severity.WARNING,
            where=Where.RECORD,
            record="boat",
            field="leaks",
            when=yes("leaks"),
            message="a leaking boat at {class_name}.",
        ),
    ),
)

FORM = FormSet(
    id="boat7",
    version=1,
    code="BOAT-7",
    title="REPORT ON BOATS",
    period="Spring",
    as_of="(as of 1 May)",
    tables=(BOATS, PAINT),
    blocks=BLOCKS,
    facility=HARBOUR,
    lists=(PIER, BOAT),
    letter=LETTER,
    letters={YEAR: {"muster": f"{YEAR}-04-02", "board": "Harbour Board", "town": "Seatown"}},
    rules=RULES,
    catalogue=CATALOGUES.__getitem__,
    states={
        state.id: state
        for state in (State("draft", "Open", editable=True), State("sent", "Sent", editable=False))
    },
    send=Move("send", ("draft",), "sent", "facility", "Send"),
    answers={},
    computed={
        ("harbour", "counted"): lambda record: True,
        ("pier", "counted"): lambda record: True,
        ("boat", "counted"): lambda record: True,
    },
    computed_beyond={},
    membership=(Membership("pier", None, "harbour"), Membership("boat", "berth", "pier")),
    training=Training(
        YEAR, HERE.with_name("training.json").read_bytes, "MADE UP", HERE.with_name("lesson.json").read_bytes
    ),
    rolling=Rolling(
        classes="pier",
        children="boat",
        cleared={"boat": ()},
        told_by={"boat": ("colour",)},
        words=RollWords(copied=("{piers} piers, {boats} boats", "the harbour")),
    ),
    reference_day=(5, 1),
    new_year_month=2,
    totals=(Total("Boats", "BOATS", (901,)),),
    origins=(Origin("all of it", "nowhere", "made up"),),
)
