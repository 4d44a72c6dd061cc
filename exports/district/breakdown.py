"""The reports of a sum in parts, by ward or by kind of facility: how many there are, their totals now and last year."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exports.district.arriving.arrivals import Arrival
from exports.district.report_sum import Collection
from exports.district.sizes.outliers import totals_of
from exports.district.sizes.profile_codes import name_of
from forms.model.record import FieldRole
from forms.model.text import name_key
from forms.report.figures import Number
from forms.sets.form_set import FormSet


class Part(NamedTuple):
    """The *arrivals* of one ward or kind; *totals* as ``FormSet.totals``, *before* of those that sent last year, None where none did."""

    name: str
    arrivals: tuple[Arrival, ...]
    totals: tuple[Number, ...]
    before: tuple[Number, ...] | None


def roles_of_parts(form: FormSet) -> list[FieldRole]:
    """By what a sum of *form* can be parted: the ward, the kind, where its profile tells them."""
    return [role for role in (FieldRole.WARD, FieldRole.KIND) if role in form.facility.field_by_role]


def by_ward(collection: Collection) -> list[Part]:
    """The parts by ward."""
    return _parts(collection, FieldRole.WARD, lambda arrival: arrival.ward)


def by_kind(collection: Collection) -> list[Part]:
    """The parts by kind of facility."""
    return _parts(collection, FieldRole.KIND, lambda arrival: arrival.facility_kind)


def _parts(collection: Collection, role: FieldRole, code_of: Callable[[Arrival], str]) -> list[Part]:
    """By name; those that do not tell come last."""
    form = collection.form
    by_code: dict[str, list[Arrival]] = {}
    for arrival in collection.summands:
        by_code.setdefault(code_of(arrival), []).append(arrival)
    codes = sorted(by_code, key=lambda code: (not code, name_key(name_of(form, role, code))))
    return [_part(name_of(form, role, code), by_code[code], collection) for code in codes]


def _part(name: str, arrivals: Sequence[Arrival], collection: Collection) -> Part:
    form = collection.form
    earlier = [one for arrival in arrivals if (one := collection.before_in_set(arrival))]
    return Part(
        name,
        tuple(arrivals),
        _added([totals_of(arrival, form) for arrival in arrivals], form),
        _added([totals_of(one, one.form) for one in earlier], form) if earlier else None,
    )


def _added(rows: Sequence[tuple[Number, ...]], form: FormSet) -> tuple[Number, ...]:
    return tuple(sum(column) for column in zip(*rows, strict=True)) if rows else (0,) * len(form.totals)
