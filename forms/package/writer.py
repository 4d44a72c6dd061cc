"""Writing a dossier as a package."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from forms.dossier.content import Content, PartName, Tree
from forms.dossier.doubts import path_of_doubt, standing_doubts
from forms.model.record import RecordType
from forms.model.values import Record, dumps, dumps_object
from forms.package.package_keys import CELL_TEXTS, FORMAT, SENT_KEYS
from forms.package.parts import naming
from forms.sets.form_set import FormSet

_NOTHING: Mapping[str, str] = {}
_SORTED_PARTS: tuple[PartName, ...] = ("reviewed", "explanations", "taken")


def write(content: Content) -> str:
    """The dossier as a package: one JSON text, the same for the same content."""
    parts = package_parts(content)
    parts["records_hash"] = records_hash(content)
    parts["package_hash"] = package_hash(parts)
    return laid_out(parts)


def package_parts(content: Content) -> dict[str, Any]:
    """The parts of the package of a dossier, in their order, before it is sealed."""
    form, block = content.form, content.roster.own_block
    package: dict[str, Any] = {
        "format": FORMAT,
        **naming(form),
        "school_year": str(content.year),
        form.facility.place: _ordered(form.facility, content.facility),
    }
    for record in form.lists:
        records = content.records(record.place)
        package[record.place] = [{"ref": ref, **_ordered(record, item)} for ref, item in records.items()]
    package["cells"] = _own_cells(content.part("cells"), block, form)
    package |= {part: _own_cells(content.part(part), block, form) for part in CELL_TEXTS}
    package |= {part: _sorted(content.part(part)) for part in _SORTED_PARTS}
    package["doubts"] = _doubts(content)
    package |= {key: content.tree.get(key) for key in ("taken_at", "state", "revision")}
    if content.is_frozen:
        sent = content.part("sent").get(str(content.revision), {})
        package |= {key: sent.get(ours) for key, ours in SENT_KEYS.items()}
    return {
        key: part
        for key, part in package.items()
        if part not in (None, {}) or key in (form.facility.place, "cells")
    }


def laid_out(package: Mapping[str, Any]) -> str:
    """The text of a package: its parts in the order given."""
    return dumps(package, indent=1, sort=False) + "\n"


def package_hash(package: Mapping[str, Any], known: Mapping[str, str] = _NOTHING) -> str:
    """SHA-256 (hex) of the canonical JSON of all parts of a package but this one; that of some parts may be *known*."""
    rest = {key: known.get(key) or dumps(part) for key, part in package.items() if key != "package_hash"}
    return hashlib.sha256(dumps_object(rest).encode("utf-8", "surrogatepass")).hexdigest()


def records_hash(content: Content) -> str:
    """SHA-256 (hex) of the canonical JSON of the records: ties a package to the people it was made of."""
    records = {place: content.tree.get(place, {}) for place in content.form.record_by_place}
    order = {record.place: list(content.records(record.place)) for record in content.form.lists}
    return hashlib.sha256(dumps({"records": records, "order": order}).encode()).hexdigest()


def _ordered(record: RecordType, item: Record) -> Record:
    return {field.key: item[field.key] for field in record.fields if field.key in item}


def _own_cells(cells: Tree, block: str | None, form: FormSet) -> Tree:
    own: dict[str, dict[str, dict[str, Any]]] = {}
    for table in form.tables:
        for row in table.data_rows:
            values = cells.get(table.id, {}).get(row.key, {})
            rows = {
                column.key: values[column.key]
                for column in table.columns
                if column.key in values and (not table.derived or column.block == block)
            }
            if rows:
                own.setdefault(table.id, {})[row.key] = rows
    return own


def _doubts(content: Content) -> Tree:
    """Those that stand; what was settled or belongs to a record that is gone stays behind."""
    doubts: dict[str, dict[str, Any]] = {}
    for subject, field, _ in standing_doubts(content):
        kept = content.value(path_of_doubt(subject.place, field.key))
        doubts.setdefault(subject.place, {})[field.key] = kept
    return _sorted(doubts)


def _sorted(tree: Tree) -> Tree:
    return {key: _sorted(part) if isinstance(part, Mapping) else part for key, part in sorted(tree.items())}
