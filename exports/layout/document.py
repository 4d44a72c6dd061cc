"""What a print or a workbook is made of: facts, the tables laid out, the issues, and the annexes after them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exports.layout import document_words as words
from exports.layout.report_facts import ReportFacts, facts_of
from exports.layout.table_page import TableGrid, lay_out_all
from forms.dossier.content import Content
from forms.dossier.place_names import cell_title
from forms.model.issue import Issue, Severity
from forms.model.text import clean, format_number, shorten
from forms.report.figures import Figures
from forms.report.overrides import overrides
from forms.report.report import Report

SHEETS_BESIDE = (words.OVERRIDES, words.CHANGES, words.INCLUDED, words.LEFT_OUT, words.SIGNATURE)
"""The sheets of the workbook beside the tables and the issues: the annexes, and the one that is signed."""


class Annex(NamedTuple):
    """A list after the tables: *nothing* is the sentence when it has no *rows*, *widths* are relative.

    *sheet* is its sheet in the workbook; '' when the sheet of the issues says the same. *heads* are the numbers,
    from 0, of the rows that only head those after them.
    """

    title: str
    headings: tuple[str, ...]
    widths: tuple[float, ...]
    rows: Sequence[tuple[str, ...]]
    nothing: str
    sheet: str = ""
    heads: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Document:
    """All that is printed or written into a workbook.

    *facility_code* is the one in the check code. *explanations*, one for each issue, '' for an error, are None
    when no annex has them. *facilities* is how many reports a sum is of; None for the report of one.
    """

    facts: ReportFacts
    figures: Figures
    grids: Sequence[TableGrid]
    facility_code: str | None = None
    issues: Sequence[Issue] = ()
    explanations: Sequence[str] | None = None
    annexes: Sequence[Annex] = ()
    facilities: int | None = None

    def of_people(self) -> Iterator[tuple[str, str]]:
        """The texts that people wrote, each after the name of its place."""
        yield from self.facts.of_people()
        for annex in self.annexes:
            for number, row in enumerate(annex.rows, 1):
                for heading, text in zip(annex.headings, row, strict=True):
                    place = words.ANNEX_PLACE.format(
                        annex=annex.title, number=number, first=shorten(row[0]), heading=heading
                    )
                    yield place, text


def document_of(report: Report) -> Document:
    """The document of *report*; what was typed over the figures of the records comes first, the warnings last."""
    explanations = _explanations(report) if _tells_warnings(report) else None
    annexes = []
    if rows := list(_overrides(report.content)):
        annexes.append(
            Annex(
                words.OVERRIDES_TITLE, words.OVERRIDES_HEADINGS, (44, 10, 10, 36), rows, "", words.OVERRIDES
            )
        )
    if report.previous is not None:
        rows = [(clean(change.label), clean(change.old), clean(change.new)) for change in report.changes]
        nothing = words.NO_CHANGES.format(number=report.previous.revision)
        annexes.append(
            Annex(words.CHANGES_TITLE, words.CHANGES_HEADINGS, (44, 28, 28), rows, nothing, words.CHANGES)
        )
    if explanations is not None:
        rows = [
            (clean(issue.where), clean(issue.message), explanation)
            for issue, explanation in zip(report.issues, explanations, strict=True)
            if explanation
        ]
        annexes.append(
            Annex(words.WARNINGS_TITLE, words.WARNINGS_HEADINGS, (22, 33, 45), rows, words.NO_WARNINGS)
        )
    return Document(
        facts=facts_of(report),
        figures=report.figures,
        grids=lay_out_all(
            report.figures, report.content.facility.get("ownership"), report.content.year.start
        ),
        facility_code=report.facility_code,
        issues=report.issues,
        explanations=explanations,
        annexes=annexes,
    )


def _overrides(content: Content) -> Iterator[tuple[str, ...]]:
    for over in overrides(content):
        where = cell_title(over.table, over.row, over.column.key)
        numbers = format_number(over.derived), format_number(over.typed)
        yield clean(where), *numbers, clean(over.reason) or words.NO_REASON


def _tells_warnings(report: Report) -> bool:
    return report.sent is not None or any(explanation for _, explanation in report.warnings)


def _explanations(report: Report) -> list[str]:
    """Beside each issue: of a warning its explanation, or that there is none; of an error ''."""
    texts = (clean(explanation) or words.UNEXPLAINED for _, explanation in report.warnings)
    return [next(texts) if issue.severity is Severity.WARNING else "" for issue in report.issues]
