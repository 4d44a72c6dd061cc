"""The kinds of rules on records. ``when`` says which records a rule is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from forms.model.condition import EVERYONE, Condition
from forms.model.rules.rule import (
    Rule,
    Where,
)


class RecordRule(Rule):
    """A rule on each record of a type. *field* is the place of the issue in the record."""

    where: Where = Where.RECORD
    record: str
    field: str | None = None
    when: Condition = EVERYONE


class Compare(RecordRule):
    """The value at *path* stands to *limit* as *op* says; ``today`` is the day of the check."""

    path: str
    op: Literal["<=", ">=", "==", "in", "between"]
    limit: int | bool | str | tuple[str, ...] | tuple[int, int]


class Pair(RecordRule):
    """The field is one of the codes that belong to the code at *by*."""

    by: str
    allowed: tuple[tuple[str, tuple[str, ...]], ...]


class Unique(RecordRule):
    """No two records share the values of *fields*.

    *fold* compares without regard to case, *well_formed* only what has the form of its field.
    """

    fields: tuple[str, ...]
    fold: bool = False
    well_formed: bool = False


class Reference(RecordRule):
    """The field names a record of type *target* by its field *key*."""

    target: str
    key: str


class CatalogueMatch(RecordRule):
    """The *attribute* of the chosen code equals the field *equals*."""

    catalogue: str
    attribute: str
    equals: str


class AnyComplete(RecordRule):
    """One of the groups of fields is filled in."""

    groups: tuple[tuple[str, ...], ...]


class AllEmpty(RecordRule):
    """The fields are empty; no counts as empty."""

    fields: tuple[str, ...]


class AgeInGroup(RecordRule):
    """The age lies in the *group*, a path to its code; *ages* are the paths of the age by the unit of the group."""

    group: str
    ages: Mapping[str, str]


class Never(RecordRule):
    """No record meets *when*."""


class ClassSize(RecordRule):
    """The *size*: at most what the *norm* of that key allows the *group*, or at least *floor_ratio* of that."""

    group: str
    size: str
    norm: str
    floor_ratio: str | None = None


class EveryField(Rule):
    """A rule on each field of each record."""

    where: Where = Where.FIELD


class RequiredFields(EveryField):
    """A mandatory field has a value."""


class FieldTypes(EveryField):
    """A value parses as the type of its field."""


class CatalogueMember(EveryField):
    """A coded field holds a code of its list."""


class MaxLength(EveryField):
    """A value is not longer than its field."""


class Identifiers(EveryField):
    """Identifiers, phones and e-mail have their form (``Field.format``), which gives the severity."""


class IdNumberPerson(RecordRule):
    """Digits 4-6 of a 12-digit card number agree with sex and year of birth (Thông tư 07/2016/TT-BCA).

    *centuries*: the fourth digit → the code of the *sex* and the century in which who was *born* has it.
    """

    sex: str
    born: str
    centuries: Mapping[str, tuple[str, int]]


class IdNumberProvince(RecordRule):
    """The first three digits of a 12-digit card number are a province of the list *catalogue* (Thông tư 07/2016/TT-BCA)."""

    catalogue: str


class SchoolCodePlace(RecordRule):
    """An 8-digit school code begins with the *province* and the *district* (or 000)."""

    province: str
    district: str
