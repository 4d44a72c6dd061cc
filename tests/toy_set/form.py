"""The made-up form BOAT-7: harbours count their boats and what they paid for paint."""

from __future__ import annotations

import json
from typing import NamedTuple

from forms.model.code_list import Catalogue
from forms.model.condition import EVERYONE, one_of, yes
from forms.model.issue import Severity
from forms.model.record import ALWAYS, NEVER, Field, FieldType, GridColumn, RecordType
from forms.model.rules.record_rule import FieldTypes, Never, RequiredFields
from forms.model.rules.rule import CellType, ForeignBlocksZero, RowSum, Where
from forms.model.rules.rule_book import RuleBook
from forms.model.table import Block, Column, Figure, PrintLayout, Query, Row, SheetLayout, Table
from forms.sets.form_set import FormSet, Membership, Rolling, Training
from forms.sets.workflow import Move, State

YEAR = 2031


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

BLOCKS = (Block("ALL", "All owners"), Block("TOWN", "Town", ("A",)))
SHEET = SheetLayout(title="Boats", lead=("", "What", "Unit", "Code"), default_width=12.0)
PRINT = PrintLayout(font_size=9, tt_width=10, label_width=70, unit_width=20, code_width=14)


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(
            number,
            f"{block.key}.{measure}",
            (block.label, label),
            block.key,
            measure,
            f"{block.label}, {label}",
            label,
            where,
        )
        for number, (block, measure, label, where) in enumerate(
            (
                (block, measure, label, where)
                for block in BLOCKS
                for measure, label, where in (
                    ("total", "All", EVERYONE),
                    ("leaking", "Leaking", yes("leaks")),
                )
            ),
            1,
        )
    )


BOATS = Table(
    id="BOATS",
    number=1,
    tab_title="Boats",
    figure=Figure.COUNT,
    derived=True,
    columns=_columns(),
    blocks=BLOCKS,
    rows=(
        Row("B1.h01", None, "I", 0, "In the water"),
        Row(
            "B1.901", 901, "1", 1, "Boats", "boat", Query("boat"), sum_of=(902, 903), explanation="All boats"
        ),
        Row("B1.902", 902, "1.1", 2, "Red", "boat", Query("boat", one_of("colour", "A"))),
        Row("B1.903", 903, "1.2", 2, "Others", "boat", Query("boat", one_of("colour", "B", "C"))),
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
    columns=(Column(1, "spent", ("Spent",), None, "total", "Spent", "Spent"),),
    rows=(
        Row("P2.950", 950, "1", 0, "Paint", "crown", sum_of=(951, 952)),
        Row("P2.951", 951, "1.1", 1, "Red paint", "crown"),
        Row("P2.952", 952, "1.2", 1, "Other paint", "crown"),
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
        _text("pier_code", "Pier", needed=False, refers="pier")._replace(upload=(4, "Pier")),
    ),
    list_columns=(GridColumn("name", 22), GridColumn("colour", 9), GridColumn("pier_code", 9)),
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
        Field("training", "Training", FieldType.DATE),
        Field("last_day", "Last day", FieldType.DATE),
        _text("office", "Office", needed=False),
        _text("place", "Town", needed=False),
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

TRAINING = json.dumps(
    {
        "format": "nhomtre/1",
        "school_year": f"{YEAR}-{YEAR + 1}",
        "harbour": {"code": "H0", "name": "Nowhere", "ownership": "A"},
        "piers": [],
        "boats": [{"name": "Zoe", "colour": "B", "leaks": False}],
        "cells": {},
    }
)

LESSON = json.dumps(
    {
        "format": "nhomtre-lesson/1",
        "school_year": f"{YEAR}-{YEAR + 1}",
        "title": "Boats",
        "tasks": [
            {
                "key": "colour",
                "title": "A colour",
                "words": "Paint the boat.",
                "hint": "Type C.",
                "goals": [{"check": "value", "place": "boats/b0001/colour", "is": "C"}],
            }
        ],
    }
)

TOY = FormSet(
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
    letters={YEAR: {"training": f"{YEAR}-04-02", "office": "Harbour Board", "place": "Seatown"}},
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
    membership=(Membership("pier", None, "harbour"), Membership("boat", "pier_code", "pier")),
    training=Training(YEAR, TRAINING.encode, "MADE UP", LESSON.encode),
    rolling=Rolling(
        classes="pier",
        children="boat",
        staff="boat",
        next_age_group={},
        oldest="",
        leaving_age=99,
        cleared={"boat": ()},
        changed={},
        always={},
    ),
    reference_day=(5, 1),
    new_year_month=2,
)
