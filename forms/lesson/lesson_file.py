"""Reading the file of a lesson, the program's own or one that a trainer wrote; whatever is wrong in it is told with its path.

::

    {"format": "nhomtre-lesson/1", "school_year": "2019-2020", "title": "...",
     "start": [{"place": "children/c0014/birth_date", "put": {"typed": "31/02/2017"}, "fault": "..."},
               {"place": "children/c0047", "copy": "children/c0033", "fault": "..."}],
     "office": [{"revision": 1, "move": "reject", "by": "...", "note": "...", "remarks": [{"place": "T4.212", "text": "..."}]}],
     "tasks": [{"key": "...", "title": "...", "words": "...", "hint": "...", "sheet": ["..."],
                "goals": [{"check": "value", "place": "...", "is": 2}]}]}

The copy is the invented group of the training copy, edited by *start*: a value or a whole record is put, or taken away where
nothing is put.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from forms.dossier.place_names import read_place
from forms.dossier.roster import SchoolYear
from forms.lesson import goal_words as words
from forms.lesson.goals import (
    Goal,
    HasNote,
    HasRecord,
    HasYear,
    IsAnswered,
    IsGone,
    IsMade,
    IsOpened,
    IsSent,
    IsTaken,
    NoIssue,
    ValueIs,
)
from forms.lesson.tasks import Lesson, Task
from forms.model.place import Place
from forms.model.values import Typed, Value
from forms.package.answers import Answer, PlacedRemark
from forms.package.parts import FORM_KEY, Offence, PackageRefused, PartReader, form_of_file, join
from forms.package.reader import Package, package_of, parsed
from forms.sets.form_set import FormSet

LESSON_FORMAT = "nhomtre-lesson/1"
MOST_TASKS = 40
MOST_REVISIONS = 9
_KEYS = ("format", FORM_KEY, "school_year", "title", "start", "office", "tasks")
_START_KEYS = ("place", "put", "copy", "fault")
_OFFICE_KEYS = ("revision", "move", "by", "note", "remarks")
_TASK_KEYS = ("key", "title", "words", "hint", "sheet", "goals")


def read_lesson(data: bytes, form: FormSet | None = None) -> Lesson:
    """The lesson in a file, of *form*, else of the one that it names. Raises PackageRefused with every offence."""
    raw = parsed(data)
    if not isinstance(raw, Mapping) or raw.get("format") != LESSON_FORMAT:
        raise PackageRefused([Offence("", words.NO_LESSON.format(format=LESSON_FORMAT))])
    reader = _LessonReader(form or form_of_file(raw))
    reader.only(raw, _KEYS, "")
    year = reader.school_year(raw.get("school_year"))
    title = reader.words(raw.get("title"), "title")
    start = reader.start(raw.get("start", []), year)
    answers = dict(reader.answers(raw.get("office", [])))
    tasks = tuple(reader.tasks(raw.get("tasks")))
    if reader.offences or year is None or start is None:
        raise PackageRefused(reader.offences)
    faults = sum("fault" in edit for edit in raw.get("start", []))
    return Lesson(title, year, start, faults, tasks, answers, data)


class _LessonReader(PartReader):
    """Reads a whole lesson."""

    def only(self, raw: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
        for key in raw:
            if key not in known:
                self.refuse(join(path, key), words.UNKNOWN_PART)

    def words(self, raw: Any, path: str) -> str:
        """A text that is not empty."""
        text = self.text(raw if raw is not None else "", path)
        if not text:
            self.refuse(path, words.EMPTY_TEXT)
        return text

    def items(self, raw: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if not isinstance(raw, list):
            self.refuse(path, words.NO_LIST)
            return
        for number, item in enumerate(raw):
            here = f"{path}[{number}]"
            yield here, self.mapping(item, here)

    def place(self, raw: Any, path: str) -> Place | None:
        place = read_place(raw, self.form) if isinstance(raw, str) else None
        if place is None:
            self.refuse(path, words.NO_PLACE.format(place=raw))
        return place

    def value_place(self, raw: Any, path: str) -> Place | None:
        """That of a field or of a cell."""
        place = self.place(raw, path)
        if place is not None and not (place.column if place.table else place.field):
            self.refuse(path, words.NO_FIELD_PLACE.format(place=raw))
            return None
        return place

    def any_value(self, raw: Any, path: str) -> Value | None:
        if raw is None or not isinstance(raw, str | int | bool | Typed):
            self.refuse(path, words.NO_VALUE)
            return None
        return raw

    # The copy

    def start(self, raw: Any, year: SchoolYear | None) -> Package | None:
        """The invented group after the edits."""
        tree: dict[str, Any] = dict(parsed(self.form.training.package()))
        for part in self.form.list_places:
            tree[part] = [dict(record) for record in tree[part]]
        tree[self.form.facility.place] = dict(tree[self.form.facility.place])
        if year is not None:
            tree["school_year"] = str(year)
        for path, edit in self.items(raw, "start"):
            self.only(edit, _START_KEYS, path)
            place = self.place(edit.get("place"), join(path, "place"))
            if place is not None:
                value = edit.get("put")
                if "copy" in edit:
                    value = self._record_at(tree, self.place(edit["copy"], join(path, "copy")))
                self._put(tree, place, value, join(path, "place"))
        if self.offences:
            return None
        try:
            return package_of(tree, self.form)
        except PackageRefused as refused:
            self.offences += [Offence(join("start", one.path), one.text) for one in refused.offences]
            return None

    def _record_at(self, tree: Mapping[str, Any], place: Place | None) -> dict[str, Any] | None:
        part, _, ref = (place.record or "").partition("/") if place else ("", "", "")
        found = next((record for record in tree.get(part, ()) if ref and record.get("ref") == ref), None)
        return dict(found) if found else None

    def _put(self, tree: dict[str, Any], place: Place, value: Any, path: str) -> None:
        if place.table is not None:
            if place.row is None or place.column is None:
                self.refuse(path, words.NO_FIELD_PLACE.format(place=place))
                return
            cells = tree["cells"] = {table: dict(rows) for table, rows in tree.get("cells", {}).items()}
            rows = cells.setdefault(place.table, {})
            row = rows[place.row] = dict(rows.get(place.row, {}))
            _put_key(row, place.column, value)
            return
        part, _, ref = (place.record or "").partition("/")
        if place.field is not None:
            record = tree[part] if not ref else self._own_record(tree[part], ref)
            if record is None:
                self.refuse(path, words.NO_PLACE.format(place=place))
            else:
                _put_key(record, place.field, value)
            return
        if not ref or not isinstance(value, Mapping | None):
            self.refuse(path, words.NO_FIELD_PLACE.format(place=place))
            return
        tree[part] = [record for record in tree[part] if record.get("ref") != ref]
        if value is not None:
            tree[part].append({**value, "ref": ref})

    @staticmethod
    def _own_record(records: list[dict[str, Any]], ref: str) -> dict[str, Any] | None:
        return next((record for record in records if record.get("ref") == ref), None)

    # The office

    def answers(self, raw: Any) -> Iterator[tuple[int, Answer]]:
        """By the number of the revision; when they are given is known when they are."""
        moves = {key: move for key, move in self.form.answers.items() if move.by == "office"}
        for path, item in self.items(raw, "office"):
            self.only(item, _OFFICE_KEYS, path)
            number = self.number(item.get("revision"), join(path, "revision"))
            move = moves.get(item.get("move", ""))
            if move is None:
                known = ", ".join(moves)
                self.refuse(join(path, "move"), words.NO_MOVE.format(move=item.get("move"), known=known))
            by = self.words(item.get("by"), join(path, "by"))
            note = self.text(item.get("note", ""), join(path, "note"))
            remarks = []
            for here, remark in self.items(item.get("remarks", []), join(path, "remarks")):
                self.only(remark, ("place", "text"), here)
                place = self.place(remark.get("place"), join(here, "place"))
                text = self.words(remark.get("text"), join(here, "text"))
                if place is not None:
                    remarks.append(PlacedRemark(place, text))
            if number and move:
                yield number, Answer(move, "", by, note, number, tuple(remarks))

    def number(self, raw: Any, path: str) -> int:
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 < raw <= MOST_REVISIONS:
            return raw
        self.refuse(path, words.NO_REVISION.format(most=MOST_REVISIONS))
        return 0

    # The tasks

    def tasks(self, raw: Any) -> Iterator[Task]:
        """The tasks, each key once."""
        if not isinstance(raw, list) or not 0 < len(raw) <= MOST_TASKS:
            self.refuse("tasks", words.NO_TASKS.format(most=MOST_TASKS))
            return
        known: set[str] = set()
        for path, item in self.items(raw, "tasks"):
            self.only(item, _TASK_KEYS, path)
            texts = {key: self.words(item.get(key), join(path, key)) for key in _TASK_KEYS[:4]}
            if texts["key"] in known:
                self.refuse(join(path, "key"), words.KEY_TWICE.format(key=texts["key"]))
            known.add(texts["key"])
            sheet = item.get("sheet", [])
            if not isinstance(sheet, list):
                self.refuse(join(path, "sheet"), words.NO_LIST)
                sheet = []
            lines = tuple(self.text(line, f"{path}.sheet[{at}]") for at, line in enumerate(sheet))
            yield Task(**texts, goals=tuple(self.goals(item.get("goals"), join(path, "goals"))), sheet=lines)

    def goals(self, raw: Any, path: str) -> Iterator[Goal]:
        """The checks of a task: one at least."""
        if raw == []:
            self.refuse(path, words.EMPTY_TEXT)
        for here, item in self.items(raw, path):
            check = item.get("check")
            read = _CHECKS.get(check) if isinstance(check, str) else None
            if read is None:
                known = ", ".join(_CHECKS)
                self.refuse(join(here, "check"), words.NO_CHECK.format(check=check, known=known))
                continue
            keys, make = read
            self.only(item, ("check", *keys), here)
            goal = make(self, item, here)
            if goal is not None:
                yield goal

    def value_is(self, item: Mapping[str, Any], path: str) -> Goal | None:
        place = self.value_place(item.get("place"), join(path, "place"))
        value = self.any_value(item.get("is"), join(path, "is"))
        return ValueIs(place, value) if place is not None and value is not None else None

    def has_record(self, item: Mapping[str, Any], path: str) -> Goal | None:
        name = item.get("list")
        record = self.form.record_by_place.get(name) if isinstance(name, str) else None
        if record is None or record.single:
            self.refuse(join(path, "list"), words.NO_LIST_PLACE.format(place=name))
            return None
        values: dict[str, Value] = {}
        where = join(path, "with")
        for key, raw in self.mapping(item.get("with"), where).items():
            if key not in record.field_by_key:
                self.refuse(join(where, key), words.NO_FIELD.format(field=key))
            elif (value := self.any_value(raw, join(where, key))) is not None:
                values[key] = value
        if not values:
            self.refuse(where, words.EMPTY_TEXT)
            return None
        return HasRecord(record.place, values)

    def is_gone(self, item: Mapping[str, Any], path: str) -> Goal | None:
        place = self.place(item.get("place"), join(path, "place"))
        return IsGone(place) if place is not None else None

    def no_issue(self, item: Mapping[str, Any], path: str) -> Goal | None:
        rule, place = item.get("rule", ""), item.get("place", "")
        if not rule and not place:
            self.refuse(path, words.PLACE_OR_RULE)
        if rule and rule not in self.form.rules.by_id:
            self.refuse(join(path, "rule"), words.NO_RULE.format(rule=rule))
        if place and self.place(place, join(path, "place")) is None:
            return None
        return NoIssue(str(place), str(rule))

    def is_taken(self, _item: Mapping[str, Any], _path: str) -> Goal | None:
        return IsTaken()

    def has_note(self, item: Mapping[str, Any], path: str) -> Goal | None:
        place = self.place(item.get("place"), join(path, "place"))
        if place is not None and place.row is None:
            self.refuse(join(path, "place"), words.NO_FIELD_PLACE.format(place=place))
            return None
        return HasNote(place) if place is not None else None

    def is_made(self, item: Mapping[str, Any], path: str) -> Goal | None:
        what = item.get("what")
        if what not in words.NOT_MADE:
            known = ", ".join(words.NOT_MADE)
            self.refuse(join(path, "what"), words.NO_KIND_OF_FILE.format(what=what, known=known))
            return None
        return IsMade(str(what))

    def is_opened(self, item: Mapping[str, Any], path: str) -> Goal | None:
        place = self.place(item.get("place"), join(path, "place"))
        return IsOpened(place) if place is not None else None

    def is_sent(self, item: Mapping[str, Any], path: str) -> Goal | None:
        number = self.number(item.get("revision"), join(path, "revision"))
        return IsSent(number) if number else None

    def is_answered(self, item: Mapping[str, Any], path: str) -> Goal | None:
        move = item.get("move")
        if move not in self.form.answers:
            known = ", ".join(self.form.answers)
            self.refuse(join(path, "move"), words.NO_MOVE.format(move=move, known=known))
            return None
        return IsAnswered(str(move))

    def has_year(self, item: Mapping[str, Any], path: str) -> Goal | None:
        raw = item.get("year")
        year = SchoolYear.parse(raw) if isinstance(raw, str) else None
        if year is None:
            self.refuse(join(path, "year"), words.NO_SCHOOL_YEAR)
        return HasYear(year) if year is not None else None


def _put_key(values: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


_Make = Callable[[_LessonReader, Mapping[str, Any], str], "Goal | None"]
_CHECKS: Mapping[str, tuple[tuple[str, ...], _Make]] = {
    "value": (("place", "is"), _LessonReader.value_is),
    "record": (("list", "with"), _LessonReader.has_record),
    "gone": (("place",), _LessonReader.is_gone),
    "no_issue": (("place", "rule"), _LessonReader.no_issue),
    "taken": ((), _LessonReader.is_taken),
    "note": (("place",), _LessonReader.has_note),
    "made": (("what",), _LessonReader.is_made),
    "opened": (("place",), _LessonReader.is_opened),
    "sent": (("revision",), _LessonReader.is_sent),
    "answered": (("move",), _LessonReader.is_answered),
    "year": (("year",), _LessonReader.has_year),
}
"""Name of a check → its keys, and what makes it."""


def own_lesson(form: FormSet) -> Lesson | None:
    """The lesson that comes with a form; None where it has none."""
    return None if form.training.lesson is None else read_lesson(form.training.lesson(), form)
