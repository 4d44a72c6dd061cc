"""The shape of a record: its fields, when they are mandatory, and where it stands in a dossier."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from forms.model.code_list import Catalogue, Item
from forms.model.condition import Condition
from forms.model.declared import Declared, Frozen, Names, StrEnum
from forms.model.value_format import Format


class FieldType(StrEnum):
    """Type of a field of a record."""

    TEXT = "text"
    INT = "int"
    DECIMAL = "decimal"
    DATE = "date"
    BOOL = "bool"
    CHOICE = "choice"


class Required(Frozen):
    """When a field is mandatory: always, never, or under a condition on its record."""

    always: bool = False
    when: Condition | None = None

    @property
    def ever(self) -> bool:
        """Whether there is a record of which it is mandatory."""
        return self.always or self.when is not None


ALWAYS = Required(always=True)
NEVER = Required()


class FieldRole(Names):
    """Something that code outside the sets wants to know, of whatever field; a form where nothing tells it does without.

    Every set has these by name: the profile its ``code``, ``name`` and ``ownership``, a record the ``code`` by which others refer to
    it and the ``name`` by which it is called, and of the computed ones ``counted``.
    """

    # the profile
    HEAD: "ClassVar[FieldRole]"
    HEAD_PHONE: "ClassVar[FieldRole]"
    PHONE: "ClassVar[FieldRole]"
    WARD: "ClassVar[FieldRole]"
    DISTRICT: "ClassVar[FieldRole]"
    KIND: "ClassVar[FieldRole]"
    SCHOOL_YEAR: "ClassVar[FieldRole]"

    # people
    BORN: "ClassVar[FieldRole]"
    STATUS: "ClassVar[FieldRole]"
    STATUS_DAY: "ClassVar[FieldRole]"
    LEAVE_REASON: "ClassVar[FieldRole]"

    # the letter
    LAST_DAY: "ClassVar[FieldRole]"
    REVIEW_FROM: "ClassVar[FieldRole]"
    REVIEW_TO: "ClassVar[FieldRole]"
    RESEND: "ClassVar[FieldRole]"
    TRAINING: "ClassVar[FieldRole]"
    TRAINING_TIME: "ClassVar[FieldRole]"
    TRAINING_PLACE: "ClassVar[FieldRole]"
    TRAINING_BRING: "ClassVar[FieldRole]"
    CONTACT: "ClassVar[FieldRole]"
    CONTACT_PHONE: "ClassVar[FieldRole]"
    CONTACT_ZALO: "ClassVar[FieldRole]"
    CHECKER: "ClassVar[FieldRole]"
    LETTER_NUMBER: "ClassVar[FieldRole]"
    LETTER_DAY: "ClassVar[FieldRole]"
    OFFICE: "ClassVar[FieldRole]"
    OFFICE_SHORT: "ClassVar[FieldRole]"
    ABOVE: "ClassVar[FieldRole]"
    SUM_RECEIVER: "ClassVar[FieldRole]"
    PLACE: "ClassVar[FieldRole]"
    SIGNER: "ClassVar[FieldRole]"
    SIGNER_TITLE: "ClassVar[FieldRole]"
    SYSTEM_URL: "ClassVar[FieldRole]"
    NEWS_URL: "ClassVar[FieldRole]"


class Field(NamedTuple):
    """One field of a record; *upload* is its column in the upload workbook (order, title).

    *refers*: the field holds the ``code`` of a record of that type; *format*: its text has that form; a text that
    is *plain* is no words of a language: a code, an address of the net. *role*: what it tells the program.
    *narrowed_by*: attribute of its codes and the field whose value that must be.
    """

    key: str
    label: str
    type: FieldType
    max_length: int | None = None
    catalogue: Catalogue | None = None
    required: Required = NEVER
    group: str = ""
    help: str = ""
    upload: tuple[int, str] | None = None
    exchange: str | None = None
    computed: bool = False
    coded_when: Condition | None = None
    free_text_max_length: int | None = None
    refers: str | None = None
    format: Format | None = None
    plain: bool = False
    role: FieldRole | None = None
    narrowed_by: tuple[tuple[str, str], ...] = ()

    @property
    def in_words(self) -> bool:
        """Whether what is typed there are words."""
        if self.type is FieldType.CHOICE:
            return True
        return (
            self.type is FieldType.TEXT and not self.plain and (self.format is None or self.format.in_words)
        )

    @property
    def stands_alone(self) -> bool:
        """Whether what a value of it means depends on no other field."""
        if self.catalogue is None or self.type is not FieldType.CHOICE:
            return True
        return self.coded_when is None and len(self.catalogue.key) == 1

    @property
    def codes(self) -> Catalogue:
        """Its code list. Raises LookupError for a field that has none."""
        if self.catalogue is None:
            raise LookupError(self.key)
        return self.catalogue

    def answer(self, *, yes: bool) -> Item:
        """What its list calls an answer of a yes/no field: the first is yes, the second no."""
        return self.codes.items[0 if yes else 1]


class GridColumn(Frozen):
    """A field where records stand below each other: its key, cells of width, a title shorter than its label."""

    field: str
    width: int
    title: str = ""


class RecordType(Declared):
    """A kind of record: its place in the dossier, the letter of its refs, its words, its fields.

    *identity* are the fields by which a record is recognised when it comes without a ref; *named_by* those that
    tell one from all others in lists of other people, the surest first; *apart_by* make another of one of the same name; *facts* are those of the fields that tell who it is of
    which all but one may be right, each in its spellings; *reviewed* those that the letter asks to
    review (849 §2). In workbooks of others a field stands under its *foreign_titles*, too; under one of *shared_titles*
    either of two, told apart by their formats, the third where a column is empty; *sheet_words* are folded
    words of a sheet's title, or of the lines above its headings, that tell what it lists. *single*: there is one of it, at its place itself, and not a list.

    *about* says what it tells in a few words, of people: what is kept of them. *noun* are many of it in a sentence («trẻ»), *one* is how one is called there, *counted* so many of it on the first page, *file_word* stands in the
    names of files; *ages* are the years of age, at the start of the school year, between which its people are; *spoken* are the folded words by which people name a record of it: «trẻ 12».

    *list_columns* is what a list shows of it, what matters most first; *quick_columns* what is typed row by row,
    what has no default first, what comes up to the ``name`` in view all the time, as it is written on paper; *search_fields* is where a search looks. A new record
    begins with *defaults*, all of it shown and editable, with the values *from_previous* record of its list and
    *from_facility*, the profile. While it is typed, Enter stops at its *stops*, whatever stands there; what siblings have
    *together* is repeated together.
    """

    key: str
    place: str
    letter: str
    word: str
    title: str
    fields: tuple[Field, ...]
    identity: tuple[str, ...] = ()
    named_by: tuple[tuple[str, ...], ...] = ()
    apart_by: tuple[str, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    reviewed: tuple[str, ...] = ()
    upload_sheet: str | None = None
    about: str = ""
    noun: str = ""
    one: str = ""
    counted: str = "{count}"
    file_word: str = ""
    spoken: tuple[str, ...] = ()
    foreign_titles: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    shared_titles: Mapping[str, tuple[str, str, str]] = MappingProxyType({})
    sheet_words: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    single: bool = False
    list_columns: tuple[GridColumn, ...] = ()
    quick_columns: tuple[GridColumn, ...] = ()
    stops: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    search_fields: tuple[str, ...] = ()
    defaults: Mapping[str, str | bool] = MappingProxyType({})
    from_previous: tuple[str, ...] = ()
    from_facility: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """How one of it is called in a sentence: «trẻ», «lớp»."""
        return self.one or self.noun or self.word.lower()

    @cached_property
    def field_by_key(self) -> dict[str, Field]:
        """Key → field, in the order of the form."""
        return {item.key: item for item in self.fields}

    @cached_property
    def field_by_role(self) -> dict[FieldRole, Field]:
        """What the program asks → the field that tells it."""
        return {item.role: item for item in self.fields if item.role is not None}

    def told(self, record: Mapping[str, Any], role: FieldRole) -> Any:
        """What *record* holds where that is told; None where it is not, or no field tells it."""
        field = self.field_by_role.get(role)
        return None if field is None else record.get(field.key)

    @cached_property
    def demanded(self) -> tuple[Field, ...]:
        """The fields that are mandatory, always or under a condition."""
        return tuple(item for item in self.fields if item.required.ever and not item.computed)

    @cached_property
    def right_when_parsed(self) -> frozenset[str]:
        """The fields of which nothing more is asked than that their value parses: codes, days, yes and no."""
        of_their_own = (FieldType.DATE, FieldType.BOOL)
        return frozenset(
            item.key
            for item in self.fields
            if item.format is None
            and (item.type in of_their_own or (item.type is FieldType.CHOICE and item.coded_when is None))
        )

    def codes(self, field: str) -> Catalogue:
        """The code list of a field."""
        return self.field_by_key[field].codes

    @cached_property
    def field_order(self) -> dict[str, int]:
        """Key → its place in the form."""
        return {item.key: place for place, item in enumerate(self.fields)}
