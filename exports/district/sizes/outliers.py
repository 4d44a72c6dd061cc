"""What stands out in a report: beside the same facility's last year, and beside the sizes of the others. Told in words, never an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from exports.district.arriving.arrivals import Arrival
from exports.district.packed_figures import number_at
from exports.district.sizes import size_words as words
from forms.model.text import format_number
from forms.report.figures import Number
from forms.sets.form_set import FormSet, Size, Total

TIMES = 2
"""So many times last year's figure, or less than its part, stands out."""
BASE = 10
"""Figures below this change by chance."""
FAR = Decimal("2.5")
"""So many times the usual size, or less than its part, stands out."""
LEAST_OTHERS = 8
"""Reports from which a size is known to be usual."""


def totals_of(arrival: Arrival, form: FormSet) -> tuple[Number, ...]:
    """The totals of the form (``FormSet.totals``) of one report."""
    return tuple(_total(arrival, total, form) for total in form.totals)


def _total(arrival: Arrival, total: Total, form: FormSet) -> Number:
    table = form.table_by_id[total.table]
    column = table.total_column.key
    return sum(
        number_at(arrival.figures, (total.table, table.key_by_number[row], column), form)
        for row in total.rows
    )


def outliers(
    arrivals: Sequence[Arrival], before: Callable[[Arrival], Arrival | None], form: FormSet
) -> Mapping[str, tuple[str, ...]]:
    """File → what stands out in it; *before* gives the same facility's report of last year."""
    sizes = {size: _sizes(arrivals, size, form) for size in form.sizes}
    usual = {
        size: median(known)
        for size, values in sizes.items()
        if len(known := [v for v in values if v]) >= LEAST_OTHERS
    }
    told: dict[str, tuple[str, ...]] = {}
    for place, arrival in enumerate(arrivals):
        sentences = [*_since(arrival, before(arrival), form)]
        for size in form.sizes:
            sentences += _beside_others(arrival, size, sizes[size][place], usual.get(size), form)
        if sentences:
            told[arrival.file] = tuple(sentences)
    return told


def _since(arrival: Arrival, earlier: Arrival | None, form: FormSet) -> Iterator[str]:
    if earlier is None:
        return
    for total, now, before in zip(
        form.totals, totals_of(arrival, form), totals_of(earlier, earlier.form), strict=True
    ):
        shown = {"title": total.title, "now": format_number(now), "before": format_number(before)}
        if max(now, before) < BASE:
            continue
        if not before:
            yield words.NEW.format(**shown)
        elif now >= TIMES * before:
            yield words.MORE.format(times=_short(Decimal(now) / Decimal(before)), **shown)
        elif now * TIMES <= before:
            yield words.LESS.format(percent=round(100 * now / before), **shown)


def _sizes(arrivals: Sequence[Arrival], size: Size, form: FormSet) -> list[Decimal | None]:
    """How many there are of the one for each of the other; None where one of them is not there."""
    values: list[Decimal | None] = []
    for arrival in arrivals:
        of, by = (_total(arrival, total, form) for total in (size.of, size.by))
        values.append(Decimal(of) / Decimal(by) if of and by else None)
    return values


def _beside_others(
    arrival: Arrival, size: Size, value: Decimal | None, usual: Decimal | None, form: FormSet
) -> Iterator[str]:
    if value is None:
        of = _total(arrival, size.of, form)
        if of >= BASE:
            yield words.NOBODY.format(
                value=format_number(of), of=size.of.title.lower(), by=size.by.title.lower()
            )
    elif usual is not None and (value >= FAR * usual or value * FAR <= usual):
        yield words.UNUSUAL.format(value=_short(value), size=size.title, usual=_short(usual))


def _short(value: Decimal) -> str:
    return format_number(round(value, 1).normalize() if value % 1 else int(value))
