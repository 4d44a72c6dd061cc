"""Rows from elsewhere as read, each with what the check would say of its record once they are taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from forms.dossier.content import Content, apply
from forms.entry.row_intake import Batch, ReadRow, RowFate, Source, edits_of, read_sources
from forms.entry.row_values import Remark
from forms.model.issue import Issue
from forms.report.checking.checker import check_records

BY_CHECK = "issue"
"""The code of what the check says."""


def read_and_checked(content: Content, sources: Sequence[Source], today: date) -> list[Batch]:
    """What would become of every row, and what would then be wrong with it beyond what is missing. Changes nothing."""
    batches = read_sources(content, sources)
    before = {(issue.rule, issue.place) for issue in check_records(content, today)}
    edits = edits_of(content, batches)
    found: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in check_records(apply(content, edits), today):
        if issue.place.record and not issue.is_missing and (issue.rule, issue.place) not in before:
            found[issue.place.record].append(issue)
    new = {
        record.place: iter(
            [
                edit.path
                for edit in edits
                if edit.path[0] == record.place and edit.old is None and len(edit.path) == 2
            ]
        )
        for record in content.form.lists
    }

    def place_of(source: Source, row: ReadRow) -> str:
        if row.kind is RowFate.ADD:
            return "/".join(next(new[source.record.place]))
        return row.subject.place if row.subject and row.kind is not RowFate.ASK else ""

    return [
        (source, [_told(source, row, found.get(place_of(source, row), ())) for row in rows])
        for source, rows in batches
    ]


def _told(source: Source, row: ReadRow, issues: Sequence[Issue]) -> ReadRow:
    return row._replace(remarks=(*row.remarks, *_remarks(source, row, issues))) if issues else row


def _remarks(source: Source, row: ReadRow, issues: Sequence[Issue]) -> Iterator[Remark]:
    """What is not told of the same field already."""
    told = {remark.label for remark in row.remarks}
    for issue in issues:
        field = source.record.field_by_key.get(issue.place.field or "")
        if field and field.label not in told:
            told.add(field.label)
            yield Remark(BY_CHECK, field.label, issue.message)
