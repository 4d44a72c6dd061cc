"""The rules on records, carried out: one record at a time, then those that compare records with each other.

A rule is not applied where a value that it compares is empty; ``when`` decides which records it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from forms.dossier.roster import Subject, reach
from forms.dossier.value_columns import Columns, told
from forms.model.condition import EVERYONE
from forms.model.issue import Issue, Severity
from forms.model.record import Field, FieldType, RecordType, Required
from forms.model.rules import (
    record_rule as k,
)
from forms.model.text import plain_number
from forms.model.values import Typed, Value, absence_of, is_coded
from forms.report.checking import message_words
from forms.report.checking.messages import (
    full_value,
    issue_at_record,
    shown_number,
    shown_value,
)
from forms.report.checking.record_view import RecordView
from forms.sets.form_set import FormSet, Reach

_NO_SPACE_OF_ITS_OWN = (FieldType.DATE, FieldType.BOOL)


FieldRules = Mapping[type[k.EveryField], k.EveryField]
"""Kind → the one rule of it."""


def issues_of_fields(by_kind: FieldRules, view: RecordView) -> Iterator[Issue]:
    """The issues that concern one field each: E34, E49, E50, E52, E53. They look at nothing beyond the record."""
    subject = view.itself()
    for field in missing(subject):
        yield from _of_missing(by_kind, view, field)
    for key, value in subject.record.items():
        field = subject.type.field_by_key[key]
        if not (
            field.computed or is_right(subject.type, field, value, subject.get(key)) or absence_of(value)
        ):
            yield from _of_value(by_kind, view, field, value)


def issues_of_field(by_kind: FieldRules, field: Field, view: RecordView) -> Iterator[Issue]:
    """The issues that concern one field, which is not computed."""
    subject = view.itself()
    value = subject.record.get(field.key)
    if value is None or absence_of(value):
        if is_required(field.required, subject):
            yield from _of_missing(by_kind, view, field)
    elif not is_right(subject.type, field, value, subject.get(field.key)):
        yield from _of_value(by_kind, view, field, value)


def is_right(record: RecordType, field: Field, value: Value, meaning: Any) -> bool:
    """Whether a stored *value* of that *meaning* surely has none of the issues of values, whatever else stands in its record."""
    if meaning is None or isinstance(value, Typed):
        return False
    if field.key in record.right_when_parsed:
        return True
    if field.format is not None and field.format.complaint(str(value)):
        return False
    limit = _limit(field)
    return limit is None or len(value if isinstance(value, str) else plain_number(value)) <= limit


def missing(subject: Subject) -> Iterator[Field]:
    """The mandatory fields of a record without a value (E34)."""
    for field in subject.type.demanded:
        value = subject.record.get(field.key)
        if (value is None or absence_of(value)) and is_required(field.required, subject):
            yield field


def is_required(required: Required, subject: Subject) -> bool:
    """Whether the field is mandatory for this record now."""
    return required.always or (required.when is not None and required.when.holds(subject.entered))


def _of_missing(by_kind: FieldRules, view: RecordView, field: Field) -> Iterator[Issue]:
    if rule := by_kind.get(k.RequiredFields):
        yield issue_at_record(rule, view, field.key)


def _of_value(by_kind: FieldRules, view: RecordView, field: Field, value: Value) -> Iterator[Issue]:
    subject = view.subject
    if field.type in message_words.TYPE_WORDS:
        if subject.get(field.key) is None:
            is_year = field.format is not None and field.format.is_year
            wanted, example = message_words.YEAR_WORDS if is_year else message_words.TYPE_WORDS[field.type]
            if rule := by_kind.get(k.FieldTypes):
                yield issue_at_record(rule, view, field.key, {"type": wanted, "example": example})
            return
    elif field.catalogue is not None and is_coded(field, subject.entered):
        if subject.get(field.key) is None and (rule := by_kind.get(k.CatalogueMember)):
            yield issue_at_record(rule, view, field.key)
        return
    severity = None
    if (form := field.format) and not isinstance(value, Typed):
        severity = form.complaint(str(value))
        if severity and (rule := by_kind.get(k.Identifiers)):
            yield issue_at_record(rule, view, field.key, {"repair": form.repair}, severity)
    if severity is not Severity.ERROR and (rule := by_kind.get(k.MaxLength)):
        yield from _length(rule, view, field, value)


def _length(rule: k.EveryField, view: RecordView, field: Field, value: Value) -> Iterator[Issue]:
    limit = _limit(field)
    if limit is not None and len(text := full_value(view.subject, field, value)) > limit:
        words = {"value": shown_number(len(text)), "limit": shown_number(limit)}
        yield issue_at_record(rule, view, field.key, words)


def _limit(field: Field) -> int | None:
    """The most characters that its text may have."""
    if field.type in _NO_SPACE_OF_ITS_OWN:
        return None
    return field.free_text_max_length if field.type is FieldType.CHOICE else field.max_length


# One record


def compare(rule: k.Compare, subject: RecordView) -> Iterator[Issue]:
    """A value stands to a limit as the rule says."""
    value = subject.get(rule.path)
    if value is None:
        return
    limit: Any = subject.today if rule.limit == "today" else rule.limit
    if not _OPERATORS[rule.op](value, limit):
        field = subject.type.field_by_key.get(rule.path)
        shown = shown_value(subject.itself(), field) if field else str(value)
        yield issue_at_record(rule, subject, rule.field, {"value": shown})


_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "<=": lambda value, limit: value <= limit,
    ">=": lambda value, limit: value >= limit,
    "==": lambda value, limit: value == limit,
    "in": lambda value, limit: value in limit,
    "between": lambda value, limit: limit[0] <= value <= limit[1],
}


def pair(rule: k.Pair, subject: RecordView) -> Iterator[Issue]:
    """The code belongs to another code (E40)."""
    assert rule.field is not None
    by, value = subject.get(rule.by), subject.get(rule.field)
    if by is not None and value is not None and value not in dict(rule.allowed).get(by, ()):
        yield issue_at_record(rule, subject, rule.field)


def reference(rule: k.Reference, subject: RecordView) -> Iterator[Issue]:
    """The class that the field names is there (E42): the roster has linked it."""
    assert rule.field is not None
    if subject.get(rule.field) is not None and not subject.has_class():
        yield issue_at_record(rule, subject, rule.field)


def catalogue_match(rule: k.CatalogueMatch, subject: RecordView) -> Iterator[Issue]:
    """An attribute of the chosen code equals another field (E47, E68-E73)."""
    assert rule.field is not None
    code, other = subject.get(rule.field), subject.get(rule.equals)
    if code is None or other is None:
        return
    if subject.type.codes(rule.field).attribute(code, rule.attribute) != other:
        yield issue_at_record(rule, subject, rule.field)


def any_complete(rule: k.AnyComplete, subject: RecordView) -> Iterator[Issue]:
    """One of the groups of fields is filled in (E48)."""
    if not any(all(name in subject.record for name in group) for group in rule.groups):
        yield issue_at_record(rule, subject, rule.field)


def all_empty(rule: k.AllEmpty, subject: RecordView) -> Iterator[Issue]:
    """The fields are empty or answered with no; one issue, at the first that is not (W43)."""
    for name in rule.fields:
        if subject.get(name) not in (None, False):
            yield issue_at_record(rule, subject, name)
            return


def age_in_group(rule: k.AgeInGroup, subject: RecordView) -> Iterator[Issue]:
    """The age lies in the age group of the class, in its unit (W40)."""
    code = subject.get(rule.group)
    if code is None:
        return
    owner, _, field = rule.group.partition(".")
    group = subject.form.record_by_key[owner].codes(field).by_code[code]
    in_months = group.attributes["age_unit"] == "months"
    age = subject.get(rule.ages[group.attributes["age_unit"]])
    if age is None or group.attributes["age_min"] <= age <= group.attributes["age_max"]:
        return
    shown_age = message_words.MONTHS_OLD if in_months else message_words.YEARS_OLD
    words = {"age": shown_age.format(age=age), "age_group": group.name}
    yield issue_at_record(rule, subject, rule.field, words)


def never(rule: k.Never, subject: RecordView) -> Iterator[Issue]:
    """No record meets the condition (W46)."""
    yield issue_at_record(rule, subject, rule.field)


def class_size(rule: k.ClassSize, subject: RecordView) -> Iterator[Issue]:
    """Size of an unmixed class against what the norm of the year allows its age group (W01, W05)."""
    code = subject.get(rule.group)
    if code is None:
        return
    limit = subject.form.limit(rule.norm, subject.reference_date, code)
    if limit is None:
        return
    ceiling, document = limit
    size: int = subject.get(rule.size)
    floor = Decimal(rule.floor_ratio) * ceiling if rule.floor_ratio else None
    if (size > ceiling) if floor is None else (size < floor):
        words = {"value": str(size), "limit": str(ceiling), "document": document}
        yield issue_at_record(rule, subject, None, words)


_CARD_DIGITS = 12


def id_number_person(rule: k.IdNumberPerson, subject: RecordView) -> Iterator[Issue]:
    """The card number tells the same sex and year of birth (X.cccd_sex_year)."""
    number = _card_number(rule, subject)
    sex, born = subject.get(rule.sex), subject.get(rule.born)
    if number is None or sex is None or born is None:
        return
    told_sex, century = rule.centuries.get(number[3], (None, 0))
    if (told_sex, century + int(number[4:6])) != (sex, born.year):
        yield issue_at_record(rule, subject, rule.field)


def id_number_province(rule: k.IdNumberProvince, subject: RecordView) -> Iterator[Issue]:
    """The card number begins with the code of a province (X.cccd_province)."""
    number = _card_number(rule, subject)
    if number is not None and not any(
        int(code) == int(number[:3]) for code in subject.form.catalogue(rule.catalogue).by_code
    ):
        yield issue_at_record(rule, subject, rule.field)


def _card_number(rule: k.RecordRule, subject: RecordView) -> str | None:
    assert rule.field is not None
    number = subject.get(rule.field)
    form = subject.type.field_by_key[rule.field].format
    return number if number and form and form.fits(number) and len(number) == _CARD_DIGITS else None


def school_code_place(rule: k.SchoolCodePlace, subject: RecordView) -> Iterator[Issue]:
    """The school code begins with province and district (X.school_code_place)."""
    assert rule.field is not None
    code, province, district = (subject.get(name) for name in (rule.field, rule.province, rule.district))
    form = subject.type.field_by_key[rule.field].format
    if not (code and province and district and form and form.fits(code)):
        return
    if code[:2] != province or code[2:5] not in (district, "000"):
        yield issue_at_record(rule, subject, rule.field)


RecordCheck = Callable[[Any, RecordView], Iterator[Issue]]

ON_ONE_RECORD: dict[type[k.RecordRule], RecordCheck] = {
    k.Compare: compare,
    k.Pair: pair,
    k.Reference: reference,
    k.CatalogueMatch: catalogue_match,
    k.AnyComplete: any_complete,
    k.AllEmpty: all_empty,
    k.AgeInGroup: age_in_group,
    k.Never: never,
    k.ClassSize: class_size,
    k.IdNumberPerson: id_number_person,
    k.IdNumberProvince: id_number_province,
    k.SchoolCodePlace: school_code_place,
}


def issues_of_record(
    field_rules: FieldRules, rules: Sequence[k.RecordRule], subject: RecordView
) -> list[Issue]:
    """All issues of one record by itself, by field and rule id."""
    issues = list(issues_of_fields(field_rules, subject))
    for rule in rules:
        issues += issues_of_rule(rule, subject)
    return issues


def issues_of_rule(rule: k.RecordRule, subject: RecordView) -> Iterable[Issue]:
    """What *rule* says of one record by itself."""
    if rule.when is EVERYONE or rule.when.holds(subject.get):
        return ON_ONE_RECORD[type(rule)](rule, subject)
    return ()


# Records with each other


Twin = tuple[Any, ...]
"""What a rule compares records by."""


def looks_beyond(rule: k.Unique, form: FormSet) -> bool:
    """Whether what the rule compares is not all in the record itself."""
    paths = (*rule.fields, *rule.when.paths())
    return any(reach(form, rule.record, path) is not Reach.RECORD for path in paths)


def twin_of(rule: k.Unique, subject: Subject) -> Twin | None:
    """What the rule compares *subject* by; None when it is not for it."""
    if rule.when is not EVERYONE and not rule.when.holds(subject.get):
        return None
    values = tuple([subject.get(name) for name in rule.fields])
    if None in values:
        return None
    if rule.well_formed and not all(_well_formed(subject, name) for name in rule.fields):
        return None
    return tuple(str(value).casefold() for value in values) if rule.fold else values


def twins_of(rule: k.Unique, columns: Columns) -> list[Twin | None]:
    """``twin_of`` each."""
    if rule.when is not EVERYONE or rule.well_formed or rule.fold:
        return [twin_of(rule, subject) for subject in columns.subjects]
    rows = columns.rows([(told, name) for name in rule.fields])
    return [None if None in row else row for row in rows]


def issue_of_twin(rule: k.Unique, subject: RecordView) -> Issue:
    """That there is a record before it with the same values."""
    return issue_at_record(rule, subject, rule.field)


def _well_formed(subject: Subject, name: str) -> bool:
    form = subject.type.field_by_key[name].format
    return form is None or form.fits(str(subject.get(name)))


def place_in_record(record: RecordType, issue: Issue) -> tuple[int, str]:
    """Sort key within a record: by field, none last, then by rule id."""
    field = issue.place.field
    return record.field_order[field] if field else len(record.fields), issue.rule
