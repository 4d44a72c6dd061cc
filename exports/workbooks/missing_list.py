"""What blocks sending (letter 849 §3.3, «file thiếu thông tin»): mandatory fields without a value, then what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.workbooks import missing_words as words
from forms.model.issue import Issue, Severity
from forms.model.text import format_date
from forms.report.report import Report
from forms.sets.form_set import FormSet


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do: kind of record or table, number in its list or mã số, name or label, field or column, what."""

    record: str
    number: int
    name: str
    field: str
    what: str


def missing_fields(report: Report) -> Iterator[Missing]:
    """What is missing, in the order of the issues; then what is wrong."""
    errors = [issue for issue in report.issues if issue.severity is Severity.ERROR]
    subjects = {subject.place: subject for subject in report.content.roster.everyone()}
    for issue in sorted(errors, key=lambda issue: issue.is_missing, reverse=True):
        if issue.place.record is None:
            yield _at_a_cell(issue, report.content.form)
            continue
        subject = subjects.get(issue.place.record)
        if subject is None:  # a whole list
            record = report.content.form.record_by_place[issue.place.record]
            yield Missing(record.title, 0, "", "", issue.message)
            continue
        field = subject.type.field_by_key.get(issue.place.field or "")
        what = words.EMPTY_FIELD.format(help=field.help) if field and issue.is_missing else issue.sentence
        yield Missing(subject.type.word, subject.number, subject.name, field.label if field else "", what)


def _at_a_cell(issue: Issue, form: FormSet) -> Missing:
    table = form.table_by_id[issue.place.table or ""]
    row = table.row_by_key.get(issue.place.row or "")
    if row is None:  # the whole table
        return Missing(issue.where, 0, "", "", issue.message)
    column = table.column_by_key.get(issue.place.column or "")
    return Missing(
        table.title,
        row.ma_so or 0,
        row.label.lstrip("-+ "),
        column.title if column else "",
        issue.sentence,
    )


def missing_heading(report: Report) -> str:
    """What stands above the list: whose it is, of which school year and day."""
    name = report.content.roster.facility.name
    return words.HEADING.format(name=name, year=report.content.year, day=format_date(report.today))


def missing_text(report: Report) -> str:
    """The list as text, a paragraph a record."""
    lines = [missing_heading(report), ""]
    last: tuple[str, int] | None = None
    for item in missing_fields(report):
        if (item.record, item.number) != last:
            lines.append(words.RECORD_LINE.format(record=item.record, number=item.number, name=item.name))
            last = (item.record, item.number)
        lines.append(
            (words.FIELD_LINE if item.field else words.LINE_WITHOUT_FIELD).format(
                field=item.field, what=item.what
            )
        )
    if last is None:
        lines.append(words.NOTHING_MISSING)
    return "\n".join(lines) + "\n"
