"""Made-up dossiers with a random value in most fields of every record."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.record import Field, FieldType, RecordType
from forms.model.values import Record, Typed, Value, as_number, is_coded
from forms.sets.mn2019.records import CHILD, CLASS, LISTS, STAFF

YEAR = SchoolYear(2019)
NOT_UPLOADED = {("class", "sessions_per_week")}
"""The national workbook has no column for it: it stays where it is, and does not come into an empty dossier."""

HOSTILE = (
    "=1+1", "+84", "-x", "@SUM(A1)", '=HYPERLINK("http://x")', "#N/A", "'x", "TRUE", "1E5", "0012", "1.234", "12,5",
    "42614", "01/02/2019", "[red]Mẫu[/red]", "<b>&amp;</b>", "Mẫu \\ \" '", "ĐỖ THỊ MẪU", "ớ ợ ở ỡ ờ", "𠀀 Mẫu", "NguyÔn Mẫu",
    "null", "_x000D_", "Cha", "Mẹ", "Tổng cộng", "Có", "x", "0", "—",
)  # fmt: skip
"""Texts that a workbook, or a reader of one, may take for something else."""


class Invented:
    """A dossier with a random value in most fields of every record."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.codes: dict[str, list[str]] = {"class": [], "staff": []}

    def content(self) -> Content:
        tree: dict[str, Any] = {"school_year": str(YEAR), "facility": {"name": "Nhóm trẻ Mẫu"}}
        for record, most in ((STAFF, 6), (CLASS, 4), (CHILD, 12)):
            tree[record.place] = {
                f"{record.letter}{number:04}": self._record(record, number)
                for number in range(1, self.chance.randrange(1, most + 1) + 1)
            }
        return Content({**tree, "last_ref": {record.letter: 99 for record in LISTS}})

    def _record(self, record: RecordType, number: int) -> Record:
        found: dict[str, Value] = {}
        subject = empty_content(YEAR).roster.stranger(record, f"{record.place}/", number, found)
        for field in record.fields:
            if field.computed or (record.key, field.key) in NOT_UPLOADED:
                continue
            if field.key not in _names(record) and self.chance.random() < 0.2:
                continue
            subject._values.clear()  # what the field may hold depends on those before it
            found[field.key] = self._value(record, field, number, subject.entered, found)
        for key in {"id", "id_number"} & found.keys():
            found[key] = f"A{number}{found[key]}"[:20]  # nobody bears that of another
        if record.key in self.codes:
            self.codes[record.key].append(str(found["code"]))
        return found

    def _value(
        self, record: RecordType, field: Field, number: int, get: Callable[[str], Any], others: Record
    ) -> Value:
        chance = self.chance
        if field.key in _names(record) and field.type is not FieldType.DATE:
            return f"{record.letter.upper()}{number} {chance.choice(HOSTILE)}"
        if field.key not in _names(record) and field.type is not FieldType.TEXT and chance.random() < 0.05:
            return self._unread(field, get)
        match field.type:
            case FieldType.BOOL:
                return chance.random() < 0.5
            case FieldType.INT:
                return chance.choice((0, 7, 999, 1985, 10**14 + 1))
            case FieldType.DECIMAL:
                return as_number(Decimal(chance.choice((0, 10, 1125, 2340, 333, 123456789012345))) / 1000)
            case FieldType.DATE:
                return f"{chance.randrange(1900, 2019)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            case FieldType.CHOICE if is_coded(field, get):
                return self._code(field, others)
        if field.refers:
            return chance.choice([*self.codes[field.refers], "không có", "1"])
        form = field.format
        text = chance.choice((*HOSTILE, f"{field.label} mẫu {number}"))
        return form.stored(chance.choice((text, "079012345678", "0901234567"))) if form else text

    def _unread(self, field: Field, get: Callable[[str], Any]) -> Value:
        if field.type is FieldType.DATE or not (field.type is not FieldType.CHOICE or is_coded(field, get)):
            return "2018-01-01" if field.type is FieldType.DATE else "Xã Mẫu"
        return Typed(
            self.chance.choice(("không rõ", "không có", "=1+1", "-5", "31/02/2016", "nhiều lắm", "1,2,3"))
        )

    def _code(self, field: Field, others: Record) -> str:
        """Any code of the list that fits the other fields, or any at all."""
        items = field.codes.items
        fitting = [item for item in items if all(_fits(field, item, key, others) for key in item.attributes)]
        return self.chance.choice(fitting or items).code


def _names(record: RecordType) -> set[str]:
    """Without these a row of a file is nobody's."""
    return {"code", "name", *record.named_by[-1]}


def _fits(field: Field, item: Any, key: str, others: Record) -> bool:
    before = next((each for each in ("home_", "birth_") if field.key.startswith(each)), "")
    return bool(others.get(before + key, item.attributes[key]) == item.attributes[key])
