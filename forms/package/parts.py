"""The parts of a package: records, cells, texts on cells, reviews, explanations, state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from forms.dossier.content import Tree
from forms.dossier.roster import SchoolYear
from forms.model.declared import Frozen
from forms.model.errors import Refused
from forms.model.record import Field, FieldType, RecordType
from forms.model.table import Table
from forms.model.text import clean, parse_iso, shorten
from forms.model.values import Record, Typed, Value
from forms.package import package_words as words
from forms.sets import UnknownSet, name_to_write, set_named
from forms.sets.form_set import FormSet
from forms.sets.workflow import StateId

MEGABYTE = 1_000_000
MAX_TEXT = 10_000
FORM_KEY = "form"


class Offence(Frozen):
    """One place where a file is not a package: its path and what is wrong there."""

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}" if self.path else self.text


class PackageRefused(Refused):
    """A file is not a package, or not one for this dossier; nothing has changed."""

    def __init__(self, offences: list[Offence]) -> None:
        super().__init__("\n".join(map(str, offences)))
        self.offences = offences


def join(path: str, key: str) -> str:
    """The path of a key, safe to print."""
    shown = shorten(clean(key), 40)
    return f"{path}.{shown}" if path else shown


def form_of_file(raw: Any) -> FormSet:
    """The form that a file names, as ``naming`` does. Raises PackageRefused for one that is not known here."""
    name = raw.get(FORM_KEY, "") if isinstance(raw, Mapping) else ""
    if not isinstance(name, str):
        raise PackageRefused([Offence(FORM_KEY, words.NO_TEXT)])
    try:
        return set_named(name)
    except UnknownSet as error:
        raise PackageRefused([Offence(FORM_KEY, str(error))]) from None


def naming(form: FormSet) -> dict[str, str]:
    """What a file says of its form; nothing of the one that files are of which name none."""
    name = name_to_write(form)
    return {FORM_KEY: name} if name else {}


class CellKind(Frozen):
    """What may stand in a cell: *read* makes of a value, at its path, what is kept of it, None for nothing; of some types values are *kept_as_they_are*."""

    read: Callable[[PartReader, Any, str], Any]
    kept_as_they_are: frozenset[type]


class PartReader:
    """Reads raw JSON part by part as *form* has it, cleans it and collects the offences."""

    def __init__(self, form: FormSet) -> None:
        self.form = form
        self.offences: list[Offence] = []

    def refuse(self, path: str, text: str) -> None:
        """Note an offence."""
        self.offences.append(Offence(path, text))

    def mapping(self, raw: Any, path: str) -> Mapping[str, Any]:
        """A JSON object; an offence and nothing when it is none."""
        if isinstance(raw, Mapping):
            return raw
        self.refuse(path, words.NO_OBJECT)
        return {}

    def text(self, raw: Any, path: str) -> str:
        """A clean text; an offence when it is no text or too long."""
        if not isinstance(raw, str):
            self.refuse(path, words.NO_TEXT)
            return ""
        if len(raw) > MAX_TEXT:
            self.refuse(path, words.TEXT_TOO_LONG.format(length=len(raw), most=MAX_TEXT))
            return ""
        return clean(raw)

    def school_year(self, raw: Any) -> SchoolYear | None:
        """The school year that a file names."""
        year = SchoolYear.parse(raw) if isinstance(raw, str) else None
        if year is None:
            self.refuse("school_year", words.NO_SCHOOL_YEAR)
        return year

    def record(self, record: RecordType, raw: Any, path: str) -> Record:
        """The fields of a record, in their order; what does not parse is kept as typed."""
        values: dict[str, Value] = {}
        for key, value in self.mapping(raw, path).items():
            field = record.field_by_key.get(key)
            if field is None:
                self.refuse(join(path, key), words.UNKNOWN_FIELD)
            elif (
                not field.computed
                and (stored := self.value(record, field, value, join(path, key))) is not None
            ):
                values[key] = stored
        return {field.key: values[field.key] for field in record.fields if field.key in values}

    def value(self, record: RecordType, field: Field, raw: Any, path: str) -> Value | None:
        """The value of a field; None for an empty one and after an offence."""
        may_be_unread = field.type is not FieldType.TEXT or (field.format and field.format.normalise)
        if isinstance(raw, Typed) and may_be_unread:
            text = self.text(raw.text, path)
            return Typed(text) if text else None
        accepts, refusal = _JSON_TYPES[field.type]
        if not accepts(raw):
            self.refuse(path, refusal)
            return None
        if not isinstance(raw, str):
            number: Value = raw
            return number
        text = self.text(raw, path)
        form = field.format
        if form:
            text = form.stored(text)
        if field.type is FieldType.DATE and text and parse_iso(text) is None:
            return Typed(text)
        return text or None

    def cells(self, raw: Any, path: str, kind: CellKind) -> Tree:
        """Table → row → column → what is kept of the value."""
        # a package holds thousands of cells: only a key that the form does not have needs to be made safe to print
        tables: dict[str, Any] = {}
        for table_id, raw_rows in self.mapping(raw, path).items():
            table = self.form.table_by_id.get(table_id)
            if table is None:
                self.refuse(join(path, table_id), words.NO_TABLE)
                continue
            table_path = f"{path}.{table_id}"
            rows: dict[str, Any] = {}
            for key, raw_cells in self.mapping(raw_rows, table_path).items():
                if key not in table.row_by_key:
                    self.refuse(join(table_path, key), words.NO_ROW)
                elif cells := self._cells_of_row(raw_cells, f"{table_path}.{key}", table, kind):
                    rows[key] = cells
            if rows:
                tables[table_id] = rows
        return tables

    def _cells_of_row(self, raw: Any, path: str, table: Table, kind: CellKind) -> Tree:
        given, columns = self.mapping(raw, path), table.column_by_key
        if given.keys() <= columns.keys() and kind.kept_as_they_are.issuperset(map(type, given.values())):
            # nearly every row
            return given
        cells: dict[str, Any] = {}
        for column, value in given.items():
            if column not in columns:
                self.refuse(join(path, column), words.NO_COLUMN)
            elif (kept := kind.read(self, value, f"{path}.{column}")) is not None:
                cells[column] = kept
        return cells

    def reviewed(self, raw: Any, path: str) -> Tree:
        """Profile field → day of its review."""
        days: dict[str, str] = {}
        for key, day in self.mapping(raw, path).items():
            if key not in self.form.facility.reviewed:
                self.refuse(join(path, key), words.NOT_REVIEWED)
            elif not isinstance(day, str) or parse_iso(day) is None:
                self.refuse(join(path, key), words.NO_REVIEW_DAY)
            else:
                days[key] = day
        return days

    def explanations(self, raw: Any, path: str) -> Tree:
        """Rule id → place → text."""
        by_rule: dict[str, dict[str, str]] = {}
        for rule, places in self.mapping(raw, path).items():
            if rule not in self.form.rules.by_id:
                self.refuse(join(path, rule), words.NO_RULE)
                continue
            texts = {
                clean(place): self.text(text, join(f"{path}.{rule}", place))
                for place, text in self.mapping(places, join(path, rule)).items()
            }
            if by_place := {place: text for place, text in texts.items() if text}:
                by_rule[rule] = by_place
        return by_rule

    def state(self, raw: Any, path: str) -> StateId | None:
        """A state of the report."""
        state = self.form.states.get(raw) if isinstance(raw, str) else None
        if state is None:
            self.refuse(path, words.NO_STATE)
        return state.id if state else None

    def revision(self, raw: Any, path: str) -> int | None:
        """Number of the last revision sent; 0 before the first."""
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= MAX_TEXT:
            return raw
        self.refuse(path, words.NO_WHOLE_NUMBER)
        return None


def _cell_value(reader: PartReader, raw: Any, path: str) -> Value | None:
    """A number, or what was typed and does not parse."""
    if isinstance(raw, Typed):
        text = reader.text(raw.text, path)
        return Typed(text) if text else None
    return _cell_number(reader, raw, path)


def _cell_number(reader: PartReader, raw: Any, path: str) -> int | Decimal | None:
    """A number."""
    if type(raw) is int or isinstance(raw, Decimal):
        return raw
    reader.refuse(path, words.NO_NUMBER)
    return None


def _cell_text(reader: PartReader, raw: Any, path: str) -> str | None:
    """A text."""
    return reader.text(raw, path) or None


CELL_VALUE = CellKind(_cell_value, frozenset((int, Decimal)))
CELL_NUMBER = CellKind(_cell_number, frozenset((int, Decimal)))
CELL_TEXT = CellKind(_cell_text, frozenset())


def _is_text(raw: Any) -> bool:
    return isinstance(raw, str)


def _is_bool(raw: Any) -> bool:
    return isinstance(raw, bool)


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | Decimal | Typed) and not isinstance(raw, bool)


_JSON_TYPES: dict[FieldType, tuple[Callable[[Any], bool], str]] = {
    FieldType.TEXT: (_is_text, words.NO_TEXT),
    FieldType.CHOICE: (_is_text, words.NO_CODE),
    FieldType.DATE: (_is_text, words.NO_DAY),
    FieldType.BOOL: (_is_bool, words.NO_YES_NO),
    FieldType.INT: (_is_number, words.NO_NUMBER),
    FieldType.DECIMAL: (_is_number, words.NO_NUMBER),
}
