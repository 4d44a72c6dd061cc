"""Content as the tables and documents of a database and back, without any loss.

The table of the profile (``facility``) holds one document; those of the lists (``children``) one per record,
``{"ref": "c0001", "record": {...}}``, whose ids 1, 2, 3... are the order of entry; ``report`` one document with
every other part. A part that the content lacks has no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from forms.dossier.content import Content
from forms.sets.form_set import FormSet

REPORT = "report"

Document = Mapping[str, Any]
Tables = dict[str, dict[str, Any]]
"""Table → id in digits → document, as TinyDB hands them to its storage."""


def documents_of(content: Content, table: str) -> list[Document] | None:
    """The documents of a table in the order of their ids; None when the content lacks that part."""
    tree, form = content.tree, content.form
    if table == REPORT:
        return [{part: tree[part] for part in tree if part not in form.record_by_place}]
    if table not in tree:
        return None
    if table == form.facility.place:
        return [tree[table]]
    return [{"ref": ref, "record": record} for ref, record in tree[table].items()]


def table_names(form: FormSet) -> tuple[str, ...]:
    """The tables of a report of *form*."""
    return (REPORT, *form.record_by_place)


def tables_of(content: Content) -> Tables:
    """All tables of *content*."""
    tables: Tables = {}
    for table in table_names(content.form):
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

    Its parts stand in the order of ``table_names``, whatever the order in which the database names its tables: what a package
    changes is listed in the order of the parts.
    """
    (report,) = tables[REPORT]
    tree, form = dict(report), Content(report).form
    if form.facility.place in tables:
        (facility,) = tables[form.facility.place]
        tree[form.facility.place] = dict(facility)
    for place in form.list_places:
        if place in tables:
            tree[place] = {document["ref"]: document["record"] for document in tables[place]}
    return Content(tree)
