"""The columns of an upload sheet, read off the declaration of its record, and when a cell of them is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from exports.layout.cell_address import column_letters
from exports.workbooks.rosters.roster_words import COMPUTED_NOTE, CONDITIONAL_SIGN, OTHER_YES, REQUIRED_SIGN
from forms.model.condition import Absent, AllOf, AnyOf, Condition, NoneOf, OneOf, Present
from forms.model.record import Field, FieldType, RecordType
from forms.report.checking.condition_words import required_in_words, value_name

FIRST_RECORD_ROW = 2
INPUT_ROWS = 500
SPARE_ROWS = 50
"""Room for new rows at least, where a list is longer than usual."""

_WIDTHS = {FieldType.DATE: 12, FieldType.BOOL: 11, FieldType.INT: 10, FieldType.DECIMAL: 11}
_NARROW, _WIDE = 12, 22
_LETTERS_A_CHARACTER = 6


@dataclass(frozen=True)
class RosterColumn:
    """One column of an upload sheet, *place* counted from 1."""

    field: Field
    record: RecordType
    place: int

    @property
    def letter(self) -> str:
        """Its letters on the sheet."""
        return column_letters(self.place)

    @property
    def title(self) -> str:
        """Official title with the sign of a mandatory field, of one mandatory under a condition."""
        _, title = self.field.upload or (0, "")
        required = self.field.required
        if required.always:
            return title + REQUIRED_SIGN
        return title + CONDITIONAL_SIGN if required.when else title

    @property
    def note(self) -> str:
        """What the comment of the heading says; nothing for most columns."""
        notes = [required_in_words(self.field, self.record), COMPUTED_NOTE if self.field.computed else None]
        return "\n".join(note for note in notes if note)

    @cached_property
    def width(self) -> int:
        """Width in characters, by what the column holds."""
        if self.field.type in _WIDTHS:
            return _WIDTHS[self.field.type]
        if self.field.catalogue:
            longest = max(len(item.name) for item in self.field.catalogue.items) + 3
        else:
            longest = (self.field.max_length or 0) // _LETTERS_A_CHARACTER
        return min(max(longest, _NARROW), _WIDE)

    def cells(self, last_row: int) -> str:
        """Its input cells, as a range."""
        return f"{self.letter}{FIRST_RECORD_ROW}:{self.letter}{last_row}"


def columns_of(record: RecordType) -> tuple[RosterColumn, ...]:
    """The columns in the order of upload; those before the first hold the running number."""
    uploaded = [(field.upload[0], field) for field in record.fields if field.upload]
    return tuple(
        RosterColumn(field, record, place) for place, field in sorted(uploaded, key=lambda pair: pair[0])
    )


def last_row(records: int) -> int:
    """The last input row of a sheet with that many records."""
    return FIRST_RECORD_ROW - 1 + max(INPUT_ROWS, records + SPARE_ROWS)


def missing_formula(column: RosterColumn, columns: tuple[RosterColumn, ...]) -> str | None:
    """The formula of the first input row that holds where a mandatory cell is missing in a row with data.

    None for a column that is never mandatory or that the app fills in itself.
    """
    required = column.field.required
    if column.field.computed or not (required.always or required.when):
        return None
    row = f"${columns[0].letter}{FIRST_RECORD_ROW}:${columns[-1].letter}{FIRST_RECORD_ROW}"
    tests = [f"COUNTA({row})>0", f"LEN(TRIM({column.letter}{FIRST_RECORD_ROW}))=0"]
    if required.when:
        tests.append(_formula(required.when, {item.field.key: item for item in columns}))
    return f"AND({','.join(tests)})"


def _formula(condition: Condition, columns: Mapping[str, RosterColumn]) -> str:
    """*condition* on the cells of the first input row."""
    match condition:
        case OneOf():
            column = columns[condition.path]
            texts = [text for value in condition.values for text in _texts(column.field, value)]
            return f"OR({','.join(f'{_shown(column)}={_quoted(text)}' for text in texts)})"
        case NoneOf():
            column = columns[condition.path]
            texts = [value_name(column.field, value) for value in condition.values]
            differs = [f"{_shown(column)}<>{_quoted(text)}" for text in texts]
            return f"AND(LEN({_shown(column)})>0,{','.join(differs)})"
        case Present():
            return f"LEN({_shown(columns[condition.path])})>0"
        case Absent():
            return f"LEN({_shown(columns[condition.path])})=0"
        case AllOf():
            return f"AND({','.join(_formula(part, columns) for part in condition.parts)})"
        case AnyOf():
            return f"OR({','.join(_formula(part, columns) for part in condition.parts)})"
    raise TypeError(type(condition).__name__)


def _texts(field: Field, value: str | int | bool) -> tuple[str, ...]:
    return (field.answer(yes=True).name, *OTHER_YES) if value is True else (value_name(field, value),)


def _shown(column: RosterColumn) -> str:
    return f"TRIM(${column.letter}{FIRST_RECORD_ROW})"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
