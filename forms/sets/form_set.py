"""What an official form is, as one object: everything outside ``forms.sets`` asks it and knows no form by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from forms.model.code_list import Catalogue
from forms.model.condition import EVERYONE, NOBODY, Condition
from forms.model.declared import Declared, Enum, Frozen
from forms.model.record import Field, FieldRole, RecordType
from forms.model.rules.norm import Norm
from forms.model.rules.reason import Reason, reasons_in
from forms.model.rules.rule_book import (
    RuleBook,
)
from forms.model.table import Block, Row, Table, block_of_all
from forms.model.values import Record
from forms.sets.roll_words import RollWords
from forms.sets.workflow import Move, State, StateId

if TYPE_CHECKING:
    from forms.sets.correspondence import Correspondence


class Linked(Protocol):
    """A record as its computed fields see it: the values behind its paths, and the records that belong to it.

    *reference_date* is the day that the figures of its report are of.
    """

    @property
    def type(self) -> RecordType:
        """The kind of record."""

    @property
    def reference_date(self) -> date:
        """The day that the figures of its report are of."""

    @property
    def members(self) -> Sequence[Linked]:
        """The counted records that belong to it: the children of a class."""

    def get(self, path: str) -> Any:
        """The value behind *path*, None when it is empty or does not parse."""


class Reach(Enum):
    """How far one has to look for a value: the record alone, its class, the profile, or whole lists."""

    RECORD = "record"
    CLASS = "class"
    FACILITY = "facility"
    LISTS = "lists"


Computed = Mapping[tuple[str, str], Callable[[Linked], Any]]
"""Key of a record type, virtual field → how it follows from a record."""


class Membership(Frozen):
    """Records of the type *member* belong to the record of the type *owner* whose code stands in their *field*.

    Without a *field* all of them belong to the only one.
    """

    member: str
    field: str | None
    owner: str


class Training(Frozen):
    """The training copy: the starting year of its school year, the package of made-up data, what all of its prints bear.

    *lesson* is the file of the tasks that are learnt on an unfinished copy of it; None for a form without a lesson. *day* is the one on which the
    copy is worked with; None: the one that the figures of its report are of.
    """

    year: int
    package: Callable[[], bytes]
    watermark: str
    lesson: Callable[[], bytes] | None = None
    day: date | None = None


class Rolling(Frozen):
    """How records come into the next school year, by the keys of their types; '' where a form has no such records.

    Classes *of_one_age* move up to the *next_age_group* of their field *age_group*, the fields that its code tells *follow*; of the *oldest* everyone leaves.
    Who is in a class of *mixed* ages leaves from the *leaving_age* on, the years behind the path *age* in the old
    year. *cleared*: fields that belong to one year only; *changed*: fields that begin anew where they were filled in; *always*:
    fields that are put in whatever was there; *status*: the field of people by which they are counted or not; *kept*: the field of children that comes along and wants a look. *told_by*:
    what tells a record beside its name, the first of the fields that is filled in.
    """

    classes: str = ""
    children: str = ""
    staff: str = ""
    age_group: str = ""
    of_one_age: Condition = EVERYONE
    mixed: Condition = NOBODY
    next_age_group: Mapping[str, str] = MappingProxyType({})
    follow: tuple[str, ...] = ()
    oldest: str = ""
    age: str = ""
    leaving_age: int = 0
    status: str = ""
    kept: str = ""
    told_by: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    words: RollWords = RollWords()
    cleared: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    changed: Mapping[str, Record] = MappingProxyType({})
    always: Mapping[str, Record] = MappingProxyType({})


class Total(Frozen):
    """A number that a report is known by: its *title* («Trẻ»), and the rows, by mã số, whose totals it adds up."""

    title: str
    table: str
    rows: tuple[int, ...]


class Size(Frozen):
    """By how a facility is compared with others: so many of one total for each of another, in words («trẻ một giáo viên»)."""

    title: str
    of: Total
    by: Total


class PortalStep(Frozen):
    """A step on the national system, where the report is made anew: in which *menu*, *what* is done there ({before} is the school year before,
    {receiver} who receives the reports).

    *place*: the records that it is about, a list to be uploaded or the profile; *table*: the one whose figures are
    typed there; *gives_report*: the system gives the form there as it has it. One done *once* holds for the school
    year, the others for what they are about, else for a revision.
    """

    key: str
    menu: str
    what: str
    place: str = ""
    table: str = ""
    once: bool = False
    gives_report: bool = False


class Origin(Frozen):
    """Where a *part* of a form was taken from, and how surely it is the official one, in words."""

    part: str
    source: str
    certainty: str


class FormSet(Declared):
    """An official form: its names, tables, records, rules, states, and the facts of its school years.

    *id* and *version* name the set, *code* is the official one («01-MN-ĐN»); *period* and *as_of* stand under its *title*.
    *facility* is the profile: its ``code``, ``name`` and ``ownership``, and more of its own. *lists* are the other records in the order of a package, *letter* the letter that asks
    for the report and is no part of it. *letters* are the known ones, by the starting year, *profiles* what the profile of every facility that answers them holds. Figures are of
    *reference_day* (month, day); the new school year begins with *new_year_month*.
    *worked_out_of*: field → the *computed* ones that conditions ask instead of it. *computed_beyond* says of the *computed* fields that look beyond their record how far. *totals* are what a person
    reads before sending, *sizes* how a facility compares with others, *portal* what she then does on the national system, in
    its order. *norms* are what rules read by
    the day that the figures are of. *qr_mark* begins the QR of its prints where that is not its name. *correspondences* say
    what of other sets stands in it. *origins* tell
    of each part where it was taken from, *reasons* is the file of why each rule is there. *report_name* is what a sentence calls the report, before its school
    year, *report_in_full* what a letter does.
    """

    id: str
    version: int
    code: str
    title: str
    period: str
    as_of: str
    tables: tuple[Table, ...]
    blocks: tuple[Block, ...]
    facility: RecordType
    lists: tuple[RecordType, ...]
    letter: RecordType
    letters: Mapping[int, Record]
    rules: RuleBook
    catalogue: Callable[[str], Catalogue]
    states: Mapping[str, State]
    send: Move
    answers: Mapping[str, Move]
    computed: Computed
    computed_beyond: Mapping[tuple[str, str], Reach]
    membership: tuple[Membership, ...]
    training: Training
    rolling: Rolling
    reference_day: tuple[int, int]
    new_year_month: int
    draft: StateId = "draft"
    totals: tuple[Total, ...] = ()
    sizes: tuple[Size, ...] = ()
    portal: tuple[PortalStep, ...] = ()
    qr_mark: str = ""
    correspondences: tuple[Correspondence, ...] = ()
    profiles: Mapping[int, Record] = MappingProxyType({})
    norms: tuple[Norm, ...] = ()
    worked_out_of: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    origins: tuple[Origin, ...] = ()
    reasons: Callable[[], bytes] | None = None
    report_name: str = "báo cáo năm học"
    report_in_full: str = ""

    @property
    def name(self) -> str:
        """What files call it: «mn2019/1»."""
        return f"{self.id}/{self.version}"

    @property
    def training_day(self) -> date:
        """The day of the training copy."""
        return self.training.day or self.reference_date(self.training.year)

    def correspondence_with(self, other: FormSet) -> Correspondence | None:
        """What of the *other* set stands in this one; None where that is not declared."""
        return next((known for known in self.correspondences if known.of == other.name), None)

    def reference_date(self, start: int) -> date:
        """The day that the figures of the school year beginning in *start* are of; one before its first month is of the year after."""
        month, day = self.reference_day
        return date(start + (month < self.new_year_month), month, day)

    def limit(self, norm: str, day: date, code: str = "") -> tuple[int, str] | None:
        """The most that the norm of that key allows on that day, and its document; None where no number is known."""
        return next(
            (
                (one.limits[code], one.document)
                for one in self.norms
                if one.key == norm and one.in_force(day) and code in one.limits
            ),
            None,
        )

    @cached_property
    def _reasons(self) -> Mapping[str, Reason]:
        return reasons_in(self.reasons()) if self.reasons else {}

    def reason_of(self, rule: str) -> Reason | None:
        """Why the rule of that id is there, else why those whose ids begin alike; None where nothing is told."""
        while rule and rule not in self._reasons:
            rule = rule.rpartition(".")[0]
        return self._reasons.get(rule)

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """``"T4"`` → its table."""
        return {table.id: table for table in self.tables}

    def row_of(self, number: int) -> tuple[Table, Row] | None:
        """The first row of that mã số, with its table."""
        rows = ((table, table.row_by_number.get(number)) for table in self.tables)
        return next(((table, row) for table, row in rows if row is not None), None)

    @cached_property
    def derived_tables(self) -> tuple[Table, ...]:
        """The tables that «Lấy dữ liệu» fills."""
        return tuple(table for table in self.tables if table.derived)

    @cached_property
    def typed_on_portal(self) -> tuple[int, ...]:
        """Numbers of the tables whose figures are typed anew on the national system."""
        return tuple(self.table_by_id[step.table].number for step in self.portal if step.table)

    @cached_property
    def block_keys(self) -> tuple[str, ...]:
        """Keys of all blocks, in the order of the form."""
        return tuple(block.key for block in self.blocks)

    @cached_property
    def total_block(self) -> str | None:
        """Key of the block that adds up the others, or of the only one; None in a form without blocks."""
        return block_of_all(self.blocks)

    @cached_property
    def owned_blocks(self) -> tuple[str, ...]:
        """Keys of the blocks of an ownership."""
        return tuple(block.key for block in self.blocks if not block.is_total)

    def own_block(self, ownership: object) -> str | None:
        """The block of an ownership code; None for an empty one and for a code that has no column."""
        return next((block.key for block in self.blocks if ownership in block.ownership), None)

    @cached_property
    def records(self) -> tuple[RecordType, ...]:
        """The records of the report, the facility first."""
        return (self.facility, *self.lists)

    @cached_property
    def record_by_key(self) -> dict[str, RecordType]:
        """``"child"`` → its record type."""
        return {record.key: record for record in self.records}

    @cached_property
    def record_by_place(self) -> dict[str, RecordType]:
        """``"children"`` → its record type."""
        return {record.place: record for record in self.records}

    @cached_property
    def pupils(self) -> RecordType:
        """The records of those who are taught and cared for. Raises LookupError in a form without any."""
        return self.record_by_key[self.rolling.children]

    def lists_pupils(self, record: RecordType) -> bool:
        """Whether that type is the one of those who are taught and cared for."""
        return record.key == self.rolling.children

    @cached_property
    def owner_of(self) -> dict[str, str]:
        """Key of a record type → that of the type that its records name as theirs: a child's is the class."""
        return {link.member: link.owner for link in self.membership if link.field is not None}

    def owner_field(self, record: RecordType) -> Field | None:
        """The field in which a record names its owner; None for a type that has none."""
        named = (link.field for link in self.membership if link.member == record.key)
        return next((record.field_by_key[name] for name in named if name is not None), None)

    @cached_property
    def entry_by_place(self) -> dict[str, RecordType]:
        """What is filled in as a form, by place: the records of the report, and the letter, which is none."""
        return {**self.record_by_place, self.letter.place: self.letter}

    @cached_property
    def beside_report(self) -> tuple[str, ...]:
        """Parts of a dossier that are not of the report itself: they may be edited whatever its state is."""
        return (self.letter.place, "answers", "complaints", "compared", "portal", "erasures")

    @cached_property
    def list_places(self) -> tuple[str, ...]:
        """The places of the lists, in the order of a package."""
        return tuple(record.place for record in self.lists)

    def counted(self, counts: Mapping[str, int]) -> str:
        """How many records there are of each list, by its place: «4 nhóm, lớp, 46 trẻ, 8 người»; the profile where it is all there is."""
        if not self.lists:
            return self.facility.title.lower()
        return ", ".join(record.counted.format(count=counts[record.place]) for record in self.lists)

    @cached_property
    def lists_after_what_they_name(self) -> tuple[RecordType, ...]:
        """The lists so that each comes after those that its fields refer to: staff, classes, children."""
        order: list[RecordType] = []

        def put(record: RecordType) -> None:
            for field in record.fields:
                if field.refers and field.refers != record.key:
                    put(self.record_by_key[field.refers])
            if record not in order:
                order.append(record)

        for record in self.lists:
            put(record)
        return tuple(order)

    def of_year(self, start: int) -> Record:
        """What the profile says of the school year that begins in *start*, in a form that asks for it."""
        field = self.facility.field_by_role.get(FieldRole.SCHOOL_YEAR)
        return {field.key: start} if field else {}

    def is_independent(self, kind: str | None) -> bool | None:
        """Whether a facility of that kind is an independent group or class and no school; None for no such kind."""
        field = self.facility.field_by_role.get(FieldRole.KIND)
        item = field.catalogue.by_code.get(kind or "") if field and field.catalogue else None
        return bool(item.attributes.get("independent")) if item else None

    def moves_from(self, state: StateId) -> tuple[Move, ...]:
        """The answers that a report in that state may get."""
        return tuple(move for move in self.answers.values() if state in move.sources)
