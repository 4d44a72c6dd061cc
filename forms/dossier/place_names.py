"""Places in a report, as the command line, remarks and explanations name them.

``T4`` · ``T4.203`` · ``T4.203:TU_THUC.permanent`` · ``facility/phone`` · ``children`` · ``children/c0003`` ·
``children/c0003/name``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from forms.dossier import dossier_words
from forms.dossier.content import Content, Path
from forms.dossier.roster import Subject
from forms.model.place import Place
from forms.model.record import RecordType
from forms.model.table import Row, Table
from forms.model.text import fold
from forms.sets.form_set import FormSet


def read_place(text: str, form: FormSet) -> Place | None:
    """The place that *text* names; None when no report has such a place. Records are not looked up."""
    head, *rest = text.split("/")
    record = form.entry_by_place.get(head)
    if record is not None:
        return _record_place(record, rest)
    if rest:
        return None
    where, colon, column = text.partition(":")
    table_id, dot, row = where.partition(".")
    table = form.table_by_id.get(table_id)
    if (
        table is None
        or (dot and row not in table.row_by_key)
        or (colon and not (dot and column in table.column_by_key))
    ):
        return None
    return Place(table_id, row or None, column or None)


def _record_place(record: RecordType, rest: list[str]) -> Place | None:
    refs = [] if record.single else rest[:1]
    fields = rest[len(refs) :]
    if "" in refs or len(fields) > 1 or any(field not in record.field_by_key for field in fields):
        return None
    return Place(record="/".join((record.place, *refs)), field=fields[0] if fields else None)


BESIDE_CELLS = ("cells", "reasons", "notes")
"""The parts of a dossier that have a value or text for each cell."""


def place_of_value(path: Path, form: FormSet) -> Place | None:
    """The place where the value at *path* of a dossier is typed; None when no report has it. Records are not looked up.

    A record with an empty ref is a new one.
    """
    if path[0] in BESIDE_CELLS:
        return (
            read_place(f"{path[1]}.{path[2]}:{path[3]}", form)
            if len(path) == len(("part", "table", "row", "column"))
            else None
        )
    record = form.entry_by_place.get(path[0])
    parts = ("record", "field") if record and record.single else ("list", "ref", "field")
    if record is None or len(path) != len(parts) or path[-1] not in record.field_by_key:
        return None
    return Place(record="/".join(path[:-1]), field=path[-1])


@cache
def _spoken_records(form: FormSet) -> dict[str, RecordType]:
    """Folded word → the kind of record that it means."""
    return {word: record for record in form.records for word in record.spoken}


@cache
def _spoken_pattern(form: FormSet) -> re.Pattern[str]:
    words = "|".join(_spoken_records(form))
    return re.compile(rf"(bieu|ma(?: so)?|{words})?[ .]*([0-9]{{0,4}})")


def spoken_place(text: str, content: Content) -> Place | None:
    """The place that an officer or owner means: «biểu 4», «mã 203», «trẻ 12», or as ``read_place`` takes it."""
    form = content.form
    exact = read_place(text.strip(), form)
    if exact is not None:
        return exact if exists(exact, content) else None
    match = _spoken_pattern(form).fullmatch(fold(text))
    word, number = (match[1] or "", match[2]) if match else ("", "")
    record = _spoken_records(form).get(word)
    if record is not None and record.single:
        return Place(record=record.place)
    if not number:
        return None
    if word == "bieu":
        table = next((table for table in form.tables if table.number == int(number)), None)
        return Place(table.id) if table else None
    if record is None:
        table_row = form.row_of(int(number))
        return Place(table_row[0].id, table_row[1].key) if table_row else None
    refs = list(content.records(record.place))
    return Place(record=f"{record.place}/{refs[int(number) - 1]}") if 0 < int(number) <= len(refs) else None


def every_place(content: Content) -> Iterator[tuple[str, str, Place]]:
    """Every place that a remark may be about, with its number on the form and its title: rows of tables, records, whole parts."""
    form = content.form
    for table in form.tables:
        whole = Place(table.id)
        yield "", table.title, whole
        for row in table.rows:
            if row.ma_so is not None:
                place = Place(table.id, row.key)
                yield str(row.ma_so), title_of(place, content), place
    yield "", title_of(Place(record=form.facility.place), content), Place(record=form.facility.place)
    if content.withholds_records:
        for record in form.lists:
            yield "", record.title, Place(record=record.place)
    for subject in content.roster.everyone():
        if not subject.type.single:
            yield str(subject.number), subject_title(subject), Place(record=subject.place)


def exists(place: Place, content: Content) -> bool:
    """Whether *content* has that place: the record is in its list."""
    part, _, ref = (place.record or "").partition("/")
    return not ref or ref in content.records(part)


def title_of(place: Place, content: Content) -> str:
    """The place as the owner reads it: «Biểu 4, mã 203 Bếp ăn, Kiên cố», «Trẻ 3 Trẻ Mẫu 3, Họ và tên»."""
    if place.table is not None:
        table = content.form.table_by_id[place.table]
        row = table.row_by_key[place.row] if place.row else None
        return cell_title(table, row, place.column)
    part, _, ref = (place.record or "").partition("/")
    record = content.form.entry_by_place[part]
    subject = next((s for s in content.roster.everyone() if s.place == place.record), None)
    if subject is not None:
        return field_title(subject, place.field)
    title = f"{record.title} {ref}".strip()
    return f"{title}, {record.field_by_key[place.field].label}" if place.field else title


def field_title(subject: Subject, field: str | None) -> str:
    """«Trẻ 3 Trẻ Mẫu 3, Họ và tên»; without a field only whose it is."""
    title = subject_title(subject)
    return f"{title}, {subject.type.field_by_key[field].label}" if field else title


def cell_title(table: Table, row: Row | None, column: str | None) -> str:
    """«Biểu 4, mã 203 Bếp ăn, Kiên cố»."""
    parts = [dossier_words.TABLE.format(number=table.number)]
    if row is not None:
        label = row.label.lstrip("-+ ")
        parts.append(label if row.ma_so is None else dossier_words.ROW.format(number=row.ma_so, label=label))
    if column is not None:
        parts.append(table.column_by_key[column].title)
    return ", ".join(parts)


def subject_title(subject: Subject) -> str:
    """«Trẻ 3 Trẻ Mẫu 3»; the profile is only «Hồ sơ cơ sở»."""
    title = nameless_title(subject)
    return title if subject.type.single else " ".join(filter(None, (title, subject.name)))


def nameless_title(subject: Subject) -> str:
    """«Trẻ 3»: by its number in the list, where nobody is to be named."""
    return subject.type.title if subject.type.single else f"{subject.type.word} {subject.number}"
