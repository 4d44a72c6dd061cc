"""Content as TinyDB tables and back, without any loss.

``facility`` holds one document; ``classes``, ``children`` and ``staff`` one document per record,
``{"ref": "c0001", "record": {...}}``, whose ids 1, 2, 3... are the order of entry; ``report`` one document with
every other part. A part that the content lacks has no table.
"""

from __future__ import annotations

from typing import Any

from forms.dossier.content import LIST_PLACES, Content

FACILITY = "facility"
REPORT = "report"


def tables_of(content: Content) -> dict[str, dict[str, Any]]:
    """The tables of *content*."""
    tree = content.tree
    rest = {part: value for part, value in tree.items() if part != FACILITY and part not in LIST_PLACES}
    tables: dict[str, dict[str, Any]] = {REPORT: {"1": rest}}
    if FACILITY in tree:
        tables[FACILITY] = {"1": tree[FACILITY]}
    for place in LIST_PLACES:
        if place in tree:
            tables[place] = {
                str(number): {"ref": ref, "record": record}
                for number, (ref, record) in enumerate(tree[place].items(), 1)
            }
    return tables


def content_of(tables: dict[str, dict[str, Any]]) -> Content:
    """The content of *tables*."""
    tree: dict[str, Any] = dict(tables[REPORT]["1"])
    if FACILITY in tables:
        tree[FACILITY] = tables[FACILITY]["1"]
    for place in LIST_PLACES:
        if place in tables:
            documents = sorted(tables[place].items(), key=lambda item: int(item[0]))
            tree[place] = {document["ref"]: document["record"] for _, document in documents}
    return Content(tree)
