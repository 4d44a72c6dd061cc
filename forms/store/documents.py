"""Content as the tables and documents of a database and back, without any loss.

``facility`` holds one document; ``classes``, ``children`` and ``staff`` one document per record,
``{"ref": "c0001", "record": {...}}``, whose ids 1, 2, 3... are the order of entry; ``report`` one document with
every other part. A part that the content lacks has no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from forms.dossier.content import LIST_PLACES, Content

FACILITY_TABLE = "facility"
REPORT = "report"

Document = Mapping[str, Any]
Tables = dict[str, dict[str, Any]]
"""Table → id in digits → document, as TinyDB hands them to its storage."""


def documents_of(content: Content, table: str) -> list[Document] | None:
    """The documents of a table in the order of their ids; None when the content lacks that part."""
    tree = content.tree
    if table == REPORT:
        return [{part: tree[part] for part in tree if part != FACILITY_TABLE and part not in LIST_PLACES}]
    if table not in tree:
        return None
    if table == FACILITY_TABLE:
        return [tree[FACILITY_TABLE]]
    return [{"ref": ref, "record": record} for ref, record in tree[table].items()]


TABLES = (REPORT, FACILITY_TABLE, *LIST_PLACES)


def tables_of(content: Content) -> Tables:
    """All tables of *content*."""
    tables: Tables = {}
    for table in TABLES:
        documents = documents_of(content, table)
        if documents is not None:
            tables[table] = {str(number): document for number, document in enumerate(documents, 1)}
    return tables


def content_of(tables: Tables) -> Content:
    """The content of *tables*."""
    return content_of_documents(
        {
            table: [documents[number] for number in sorted(documents, key=int)]
            for table, documents in tables.items()
        }
    )


def content_of_documents(tables: Mapping[str, Iterable[Document]]) -> Content:
    """The content of the documents of each table, in the order of their ids.

    Its parts stand in the order of TABLES, whatever the order in which the database names its tables: what a package
    changes is listed in the order of the parts.
    """
    (report,) = tables[REPORT]
    tree = dict(report)
    if FACILITY_TABLE in tables:
        (facility,) = tables[FACILITY_TABLE]
        tree[FACILITY_TABLE] = dict(facility)
    for place in LIST_PLACES:
        if place in tables:
            tree[place] = {document["ref"]: document["record"] for document in tables[place]}
    return Content(tree)
