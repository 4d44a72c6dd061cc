"""Taking a package over into a dossier: refs, cells that may be typed, figures taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms.dossier.content import Content, Tree, empty_content
from forms.model.errors import Refused
from forms.model.record import RecordType
from forms.model.values import Record
from forms.package import package_words as words
from forms.package.package_keys import SENT_KEYS
from forms.package.parts import Offence, PackageRefused
from forms.package.reader import Package
from forms.package.withheld.taken_figures import taken_of
from forms.report.derivation import Derivation
from forms.sets.form_set import FormSet

_NOT_KEPT = ("taken", "taken_at", "figures", "records_hash", "package_hash", *SENT_KEYS)


def adopt(package: Package, before: Content, at: str) -> Content:
    """*before* made equal to the package, with the figures taken at the time *at*; a sent report keeps those it has.

    Without a facility, state or revision of its own the package leaves those of the dossier; so does one of a
    revision that the dossier has sent. Raises PackageRefused for cells that cannot be typed, Refused for a package
    without its records and for one of another form than the dossier.
    """
    package.demand_records()
    if before.form is not package.form and before != empty_content(before.year, before.form):
        raise Refused(
            words.OTHER_FORM.format(year=before.year, own=before.form.name, theirs=package.form.name)
        )
    content = _untaken(package, before)
    if content.is_frozen and "taken_at" in package.parts:
        return _taken(content, package.parts.get("taken", {}), package.parts["taken_at"])
    figures = Derivation(content.roster).take()
    if figures is None:
        return content
    taken_at = next(
        (
            source["taken_at"]
            for source in (package.parts, before.tree)
            if "taken_at" in source and source.get("taken", {}) == figures
        ),
        at,
    )
    return _taken(content, figures, taken_at)


def carried(package: Package) -> Content:
    """What the package says, with the figures that it carries; those of its records when it carries none.

    Without its records it is only looked at: what was taken is what its figures show. Raises PackageRefused for cells
    that cannot be typed.
    """
    content = _untaken(package, empty_content(package.year, package.form))
    at = package.parts.get("taken_at")
    if content.withholds_records:
        own = taken_of(package.parts.get("figures", {}), content.form, content.roster.own_block)
        return _taken(content, own, at) if at else content
    figures = package.parts.get("taken", {}) if at else Derivation(content.roster).take()
    return content if figures is None else _taken(content, figures, at or str(package.year))


def _taken(content: Content, figures: Tree, at: str) -> Content:
    taken = {"taken": figures} if figures else {}
    return content.but({**content.tree, **taken, "taken_at": at})


def _untaken(package: Package, before: Content) -> Content:
    """*before* made equal to the package, without any figures taken."""
    form = package.form
    tree: dict[str, Any] = {"school_year": str(package.year), "form": form.name}
    for part in (form.facility.place, "state", "revision", *form.beside_report):
        if part in before.tree:
            tree[part] = before.tree[part]
    refs: dict[str, int] = dict(before.part("last_ref"))
    for record in form.lists:
        named = _named(record, package.lists[record.place], before)
        if named:
            tree[record.place] = named
            refs[record.letter] = max(refs.get(record.letter, 0), *(int(ref[1:]) for ref in named))
    if refs:
        tree["last_ref"] = refs
    own = {key: part for key, part in package.parts.items() if key not in _NOT_KEPT}
    if before.last_sent and before.last_sent >= own.get("revision", 0):
        # a number that was sent is never given again
        for part in ("state", "revision"):
            own.pop(part, None)
    if sent := _sent(package, before):
        tree["sent"] = sent
    content = Content(tree | own)
    _refuse_untypable(content)
    return content


def _sent(package: Package, before: Content) -> Tree:
    """What is known of sendings: that of the dossier, and that of the package's own revision."""
    own = {ours: package.parts[key] for key, ours in SENT_KEYS.items() if key in package.parts}
    number = str(package.parts.get("revision", 0))
    known = before.part("sent")
    return known if number in ("0", *known) or not own else {**known, number: own}


def _named(
    record: RecordType, items: tuple[tuple[str | None, Record], ...], before: Content
) -> dict[str, Record]:
    """The records under their refs: the one they bring, that of the same record before, or a new one."""
    known = before.records(record.place)
    brought = {ref for ref, _ in items if ref}
    free: dict[tuple[Any, ...], list[str]] = {}
    for ref, old in known.items():
        if ref not in brought:
            free.setdefault(_identity(record, old), []).append(ref)
    last = max([before.part("last_ref").get(record.letter, 0), *(int(ref[1:]) for ref in brought)])
    named: dict[str, Record] = {}
    for own_ref, item in items:
        same = free.get(_identity(record, item))
        if own_ref is not None:
            named[own_ref] = item
        elif same:
            named[same.pop(0)] = item
        else:
            last += 1
            named[f"{record.letter}{last:04}"] = item
    return named


def _identity(record: RecordType, item: Record) -> tuple[Any, ...]:
    return tuple(item.get(key) for key in record.identity)


def _refuse_untypable(content: Content) -> None:
    block = content.roster.own_block
    offences = [
        Offence(path, words.NOT_TYPED) for path in _untypable(content.part("cells"), block, content.form)
    ]
    if offences:
        raise PackageRefused(offences)


def _untypable(cells: Tree, block: str | None, form: FormSet) -> Iterator[str]:
    for table_id, rows in cells.items():
        table = form.table_by_id[table_id]
        for key, values in rows.items():
            for name in values:
                column = table.column_by_key[name]
                own = (
                    column.block
                    if table.keeps_foreign_blocks and column.block in table.owned_blocks
                    else block
                )
                if not table.can_type(table.row_by_key[key], column, own):
                    yield f"cells.{table_id}.{key}.{name}"
