"""Lists that are printed for themselves: what is to be done on the national system, the keys of the program."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from exports.layout import document_words as words
from exports.layout.document import Annex
from exports.layout.report_facts import ReportFacts, facts_of
from forms.report.portal.portal_lines import PortalLine
from forms.report.report import Report

STEPS_WIDTHS = (8.0, 8.0, 64.0, 20.0)
KEYS_WIDTHS = (14.0, 40.0, 8.0, 38.0)


class ListSheet(NamedTuple):
    """A list on paper, made on *day*; with the *facts* of the report that it is about."""

    listed: Annex
    day: date
    facts: ReportFacts | None = None


def sheet_of_steps(report: Report, lines: Sequence[PortalLine]) -> ListSheet:
    """What to do on the national system with a report."""
    facts = facts_of(report)
    whose = PortalLine(words.REPORTING_UNIT.format(name=facts.name or words.BLANK), is_heading=True)
    lines = (whose, *lines)
    listed = Annex(
        words.STEPS_TITLE,
        words.STEPS_HEADINGS,
        STEPS_WIDTHS,
        [(line.sign, line.number, line.text, line.figure) for line in lines],
        "",
        heads=frozenset(row for row, line in enumerate(lines) if line.is_heading),
    )
    return ListSheet(listed, facts.today, facts)


def sheet_of_keys(keys: Sequence[tuple[str, str]], in_menu: Sequence[str], menu: str, day: date) -> ListSheet:
    """The *keys*, each as it is called with what it does; beside them what has none and is chosen in the *menu*."""
    height = max(len(keys), len(in_menu))
    left = [*keys, *[("", "")] * (height - len(keys))]
    right = [*in_menu, *[""] * (height - len(in_menu))]
    rows = [(*key, menu if deed else "", deed) for key, deed in zip(left, right, strict=True)]
    return ListSheet(Annex(words.KEYS_TITLE, words.KEYS_HEADINGS, KEYS_WIDTHS, rows, ""), day)
