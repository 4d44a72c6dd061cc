"""The document: one facility in one school year. Every edit is a Change; undo, redo.

``Content`` is a value: a tree of plain mappings with the shape of a package (lists are ref → record in
entry order). An edit never alters a tree but makes a new one that shares what did not change, so results
worked out from a part stay good as long as that part is the same object.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Any, Final, Literal, NamedTuple, Required, TypedDict, TypeVar, cast

from forms.dossier.roster import Roster, SchoolYear
from forms.model.declared import Enum
from forms.model.record import RecordType
from forms.model.values import Record, Value
from forms.sets import form_of, set_named
from forms.sets.form_set import FormSet
from forms.sets.workflow import StateId

Path = tuple[str, ...]
Tree = Mapping[str, Any]
CellPart = Literal["cells", "reasons", "notes", "taken"]
PartName = (
    CellPart
    | Literal["reviewed", "doubts", "explanations", "sent", "answers", "complaints", "compared", "portal"]
    | Literal["last_ref", "erasures", "withheld"]
)
"""The parts of a dossier that have parts of their own."""

PartValue = TypeVar("PartValue")
ByCell = Mapping[str, Mapping[str, Mapping[str, PartValue]]]
"""Table → row key → column key → what there is of a cell."""


class Parts(TypedDict, total=False):
    """What a dossier holds beside the places of its form, by the keys of its tree. They are those of its files."""

    school_year: Required[str]
    form: str
    """The set that it was made with, as files name it; what holds none is of the set that such files are of."""
    cells: ByCell[Value]
    """What was typed over the figures taken, or where none are taken."""
    reasons: ByCell[str]
    notes: ByCell[str]
    taken: ByCell[int | Decimal]
    """The figures other than 0 of the last «Lấy dữ liệu»."""
    taken_at: str
    reviewed: Mapping[str, str]
    """Field of the profile → ISO day."""
    doubts: Mapping[str, Mapping[str, Mapping[str, Value]]]
    """Record → field → ``forms.dossier.doubts``."""
    explanations: Mapping[str, Mapping[str, str]]
    """Rule → place → words."""
    state: StateId
    revision: int
    """Number of the revision sent last."""
    sent: Mapping[str, Tree]
    """Number of a revision → ``forms.dossier.sent_revisions``."""
    answers: Mapping[str, Tree]
    """``0001``, ``0002``... → ``forms.package.answers``."""
    complaints: Mapping[str, Tree]
    """``0001``, ``0002``... → ``forms.package.complaints``."""
    compared: Mapping[str, Tree]
    """A list, or the report → ``forms.report.portal.comparisons``."""
    portal: Mapping[str, str]
    """What was done on the national system → what it was done with: a tick holds while that is the same."""
    erasures: Mapping[str, Tree]
    """``0001``, ``0002``... → ``forms.dossier.erased_records``."""
    last_ref: Mapping[str, int]
    """Letter of a kind of record → the number given last."""
    withheld: Tree
    """Of a report that came to the office without its records: their ``hash``, how many there are, ``records`` and ``issues``."""


NUMBERS_GIVEN: Final[PartName] = "last_ref"
"""The part that no undo takes back: a record that went keeps its ref, so that none is given twice."""

_NOTHING: Final[Mapping[str, Any]] = {}
"""The one empty record, or list, that stands where there is none."""


class Scope(Enum):
    """What an edit touches: the REPORT itself, closed while the office has it, or what stands BESIDE it, always open."""

    REPORT = "report"
    BESIDE = "beside"


def scope_of(part: str, form: FormSet) -> Scope:
    """What an edit of *part* touches: a key of the tree of a report of *form*, as the first one of a path."""
    return Scope.BESIDE if part in form.beside_report else Scope.REPORT


class Content:
    """What a dossier holds at one moment."""

    def __init__(
        self, tree: Tree, linked: Roster | None = None, edited: frozenset[Path] | None = None
    ) -> None:
        self.tree: Final = tree
        """The ``Parts``, and at each place of the form its record or its list."""
        self._linked: Final = linked
        """The roster of an earlier content of the same school year."""
        self._edited: Final = edited
        """The records of lists in which something else stands than there; None when that is not known."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Content) and self.tree == other.tree

    def __repr__(self) -> str:
        return f"Content({self.tree!r})"

    @property
    def parts(self) -> Parts:
        """What it holds beside the places of its form."""
        return cast("Parts", self.tree)

    @cached_property
    def year(self) -> SchoolYear:
        """The school year."""
        year = SchoolYear.parse(self.parts["school_year"])
        assert year is not None
        return year

    @cached_property
    def form(self) -> FormSet:
        """The official form that it is a report of. Raises UnknownSet."""
        return set_named(self.parts.get("form", ""))

    @property
    def facility(self) -> Record:
        """The profile."""
        return self.entry(self.form.facility)

    def entry(self, record: RecordType) -> Record:
        """What was entered in a record of which there is one: the profile, the letter."""
        entry: Record = self.tree.get(record.place, _NOTHING)
        return entry

    @property
    def counts(self) -> dict[str, int]:
        """How many records there are, by the place of their list; in words: ``FormSet.counted``."""
        return {place: len(self.records(place)) for place in self.form.list_places}

    def records(self, place: str) -> Mapping[str, Record]:
        """The list of that place: ref → record, in entry order."""
        records: Mapping[str, Record] = self.tree.get(place, _NOTHING)
        return records

    @property
    def is_empty(self) -> bool:
        """Whether there is no class, no child and no member of staff."""
        return not any(self.records(place) for place in self.form.list_places)

    @property
    def is_blank(self) -> bool:
        """Whether there is no record, and in a form that has the profile alone no profile."""
        return self.is_empty and bool(self.form.lists or not self.facility)

    def entries(self, record_type: RecordType) -> Iterator[tuple[str, Record]]:
        """All records of a type, each with its place, as the roster has them: without linking any."""
        if record_type.single:
            yield record_type.place, self.entry(record_type)
            return
        for ref, record in self.records(record_type.place).items():
            yield f"{record_type.place}/{ref}", record

    def part(self, name: PartName) -> Tree:
        """Another part by its name; empty when there is none."""
        part: Tree = self.tree.get(name, {})
        return part

    @property
    def taken(self) -> ByCell[int | Decimal] | None:
        """The figures other than 0 of the last «Lấy dữ liệu»; None before the first."""
        return self.parts.get("taken", {}) if self.taken_at else None

    @property
    def taken_at(self) -> str | None:
        """When they were taken."""
        return self.parts.get("taken_at")

    @property
    def state(self) -> StateId:
        """State of the report."""
        return self.parts.get("state", self.form.draft)

    @property
    def withholds_records(self) -> bool:
        """Whether its records stayed with the facility: nothing is derived from the lists, which are empty."""
        return "withheld" in self.tree

    @property
    def last_sent(self) -> int:
        """Number of the revision sent last; 0 before the first."""
        return self.parts.get("revision", 0)

    @property
    def is_frozen(self) -> bool:
        """Whether the report is with the office: it cannot be edited."""
        return not self.form.states[self.state].editable

    @property
    def revision(self) -> int:
        """Number of the revision that this is: the last sent while it is with the office, else that + 1."""
        return self.last_sent if self.is_frozen and self.last_sent else self.last_sent + 1

    @cached_property
    def roster(self) -> Roster:
        """The records, linked."""
        lists = {place: self.records(place) for place in self.form.list_places}
        facility = self.facility
        if self._linked is not None and self._linked.has(facility, lists):
            return self._linked
        return Roster(self.form, self.year, facility, lists, self._linked, self._edited)

    def but(self, tree: Tree, edited: frozenset[Path] | None = None) -> "Content":
        """Another content of the same school year; what was worked out from records that are the same stays.

        *edited* are the records of lists in which something else stands, where no list has got or lost one; None: not known.
        """
        roster: Roster | None = self.__dict__.get("roster")
        if roster is None and edited is not None and self._linked is not None:
            edited = None if self._edited is None else self._edited | edited
        other = Content(tree, roster or self._linked, edited)
        if tree.get("form") == self.tree.get("form"):
            other.form = self.form
        return other

    def value(self, path: Path) -> Any:
        """What stands at *path*; None when nothing does."""
        value: Any = self.tree
        for step in path:
            if value is None:
                return None
            # by far most are dicts: an abstract class alone costs three calls a step
            if not isinstance(value, (dict, Mapping)):
                return None
            value = value.get(step)
        return value

    def new_refs(self, record: RecordType) -> Iterator[str]:
        """Refs never given before: ``c0007``, ``c0008``... None that is there, whatever was noted as given last."""
        last, there = self.parts.get("last_ref", {}).get(record.letter, 0), self.records(record.place)
        while True:
            last += 1
            ref = f"{record.letter}{last:04}"
            if ref not in there:
                yield ref


def empty_content(year: SchoolYear, form: FormSet | None = None) -> Content:
    """A dossier with nothing in it; without a *form* of the one with which reports of that year are begun."""
    return Content({"school_year": str(year), "form": (form or form_of(year.start)).name})


class Edit(NamedTuple):
    """One value that changes; None is "nothing there". *rank* is the place of a record in its list."""

    path: Path
    old: Any
    new: Any
    rank: int | None = None

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.path, self.new, self.old, self.rank)


class Conflict(Exception):
    """An edit does not fit the content: the value there is not the one that it replaces."""


def apply(content: Content, edits: Iterable[Edit]) -> Content:
    """*content* after *edits*. Raises Conflict when an old value is not what stands there."""
    tree, copies, form = content.tree, _Copies(), content.form
    edited: set[Path] | None = set()
    for run in _runs(edits, form):
        edit = run[0]
        tree = _put(tree, edit, 0, form, copies) if len(run) == 1 else _insert(tree, run, copies)
        if edit.path[0] in form.list_places and edited is not None:
            if len(edit.path) > 2:
                edited.add(edit.path[:2])
            else:
                edited = None
    return content.but(tree, None if edited is None else frozenset(edited))


def _runs(edits: Iterable[Edit], form: FormSet) -> Iterator[list[Edit]]:
    """The edits one by one, but records that come into a list from above to below together."""
    run: list[Edit] = []
    for edit in edits:
        comes = (
            edit.rank is not None and edit.old is None and edit.new is not None and is_record(edit.path, form)
        )
        if run and not (comes and run[-1].path[0] == edit.path[0] and (run[-1].rank or 0) < (edit.rank or 0)):
            yield run
            run = []
        if comes:
            run.append(edit)
        else:
            yield [edit]
    if run:
        yield run


def _insert(tree: Tree, run: Sequence[Edit], copies: "_Copies") -> Tree:
    """The records of a run put into their list in one go, each at its rank or behind the last."""
    place = run[0].path[0]
    before = tree.get(place, _NOTHING)
    staying, records = iter(before.items()), copies.of({})
    for edit in run:
        ref = edit.path[1]
        if ref in before or ref in records:
            raise Conflict(".".join(edit.path))
        records.update(islice(staying, max((edit.rank or 0) - len(records), 0)))
        records[ref] = edit.new
    records.update(staying)
    result = copies.of(tree)
    result[place] = records
    return result


class _Copies:
    """The mappings of a tree that edits have copied: each is copied once, further edits change the copy."""

    def __init__(self) -> None:
        self._made: dict[int, dict[str, Any]] = {}

    def of(self, tree: Tree) -> dict[str, Any]:
        """*tree* itself where it is a copy, else a copy of it."""
        copy = self._made.get(id(tree))
        if copy is None:
            copy = dict(tree)
            self._made[id(copy)] = copy
        return copy


def _put(tree: Tree, edit: Edit, depth: int, form: FormSet, copies: _Copies) -> Tree:
    step = edit.path[depth]
    last = depth + 1 == len(edit.path)
    if last:
        if tree.get(step) != edit.old:
            raise Conflict(".".join(edit.path))
        new = edit.new
    else:
        below = tree.get(step)
        if below is None and is_record(edit.path[: depth + 1], form):
            raise Conflict(".".join(edit.path))  # a value of a record that is not there
        below = {} if below is None else below
        if not isinstance(below, Mapping):
            raise Conflict(".".join(edit.path))
        new = _put(below, edit, depth + 1, form, copies)
        if not new and not is_record(edit.path[: depth + 1], form):
            new = None
    result = copies.of(tree)
    if new is None:
        result.pop(step, None)
    elif last and edit.rank is not None and edit.rank < len(result) and step not in result:
        items = list(result.items())
        items.insert(edit.rank, (step, new))
        result.clear()
        result.update(items)
    else:
        result[step] = new
    return result


def is_record(path: Path, form: FormSet) -> bool:
    """Whether *path* is that of a whole record of a list."""
    return len(path) == 2 and path[0] in form.list_places


def difference(old: Content, new: Content) -> tuple[Edit, ...]:
    """The edits that make *new* of *old*, value by value; records that change their order go and come back."""
    edits: list[Edit] = []
    for part in dict.fromkeys((*old.tree, *new.tree)):
        before, after = old.tree.get(part), new.tree.get(part)
        if part in new.form.list_places:
            edits += _list_difference(part, before or {}, after or {})
        else:
            edits += _value_difference((part,), before, after)
    return tuple(edits)


def _value_difference(path: Path, old: Any, new: Any) -> Iterator[Edit]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from _value_difference((*path, key), old.get(key), new.get(key))
    else:
        yield Edit(path, old, new)


def _list_difference(place: str, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Edit]:
    staying = _in_order([ref for ref in old if ref in new], {ref: number for number, ref in enumerate(new)})
    for index, ref in reversed(list(enumerate(old))):
        if ref not in staying:
            yield Edit((place, ref), old[ref], None, index)
    for index, (ref, record) in enumerate(new.items()):
        if ref not in staying:
            yield Edit((place, ref), None, record, index)
        else:
            yield from _value_difference((place, ref), old[ref], record)


def _in_order(refs: Sequence[str], rank: Mapping[str, int]) -> set[str]:
    """Those of *refs* that can stay where they are: each comes after the ones before it in the new order too."""
    staying: set[str] = set()
    highest = -1
    for ref in refs:
        if rank[ref] > highest:
            staying.add(ref)
            highest = rank[ref]
    return staying
