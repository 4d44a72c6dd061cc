"""Lists that are printed for themselves: what is to be done on the national system, the keys of the program."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from exports.layout import document_words as words
from exports.layout.document import Annex
from exports.layout.report_facts import ReportFacts, facts_of
from forms.dossier.roster import Subject
from forms.model.record import FieldRole
from forms.report.checking.messages import full_value
from forms.report.portal.portal_lines import PortalLine
from forms.report.report import Report

STEPS_WIDTHS = (8.0, 8.0, 64.0, 20.0)
KEYS_WIDTHS = (12.0, 50.0, 5.0, 38.0)


PAIR_WIDTHS = (32.0, 68.0)
NOTICE_WIDTHS = (22.0, 78.0)


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


def child_lines(child: Subject) -> Iterator[tuple[str, str]]:
    """All that a dossier holds of a child, as its parent reads it: a field a line."""
    for field in child.type.fields:
        value = child.get(field.key) if field.computed else child.record.get(field.key)
        yield field.label, words.CHILD_EMPTY if value is None else full_value(child, field, value)


def sheet_of_child(report: Report, child: Subject) -> ListSheet:
    """What is kept of a *child*, for its parent."""
    facts = facts_of(report)
    where = words.CHILD_WHERE.format(name=facts.name or words.BLANK, year=report.content.year)
    rows = [(words.CHILD_ABOUT, where), *child_lines(child)]
    return _beside_report(Annex(words.CHILD_TITLE, words.CHILD_HEADINGS, PAIR_WIDTHS, rows, ""), facts)


def sheet_for_parents(report: Report) -> ListSheet:
    """What parents are told of the data of their children: to be printed and hung up or handed out."""
    facts, facility = facts_of(report), report.content.roster.facility
    told = {
        "name": facts.name or words.BLANK,
        "head": facility.told(FieldRole.HEAD) or words.BLANK,
        "phone": facility.told(FieldRole.PHONE) or words.BLANK,
        "form": facts.form.code,
        "report": facts.form.report_name,
        "office": facts.office,
    }
    rows = [(what, text.format(**told)) for what, text in words.NOTICE_ROWS]
    return _beside_report(Annex(words.NOTICE_TITLE, words.NOTICE_HEADINGS, NOTICE_WIDTHS, rows, ""), facts)


def _beside_report(listed: Annex, facts: ReportFacts) -> ListSheet:
    """What is no page of a report, whose state and check code say nothing about it; made-up data are marked there, too."""
    return ListSheet(listed, facts.today, facts if facts.training else None)


def sheet_of_keys(keys: Sequence[tuple[str, str]], in_menu: Sequence[str], menu: str, day: date) -> ListSheet:
    """The *keys*, each as it is called with what it does; beside them, and below, what has none and is chosen in the *menu*."""
    height = max(len(keys), (len(keys) + len(in_menu) + 1) // 2)
    right, below = in_menu[:height], in_menu[height:]
    left = [*keys, *((menu, deed) for deed in below)]
    left += [("", "")] * (height - len(left))
    right = [*right, *[""] * (height - len(right))]
    rows = [(*key, menu if deed else "", deed) for key, deed in zip(left, right, strict=True)]
    return ListSheet(Annex(words.KEYS_TITLE, words.KEYS_HEADINGS, KEYS_WIDTHS, rows, ""), day)
