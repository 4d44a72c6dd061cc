"""The sum of the reports of many facilities, as the office prints it and writes it into a workbook."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from exports.district import sum_words as words
from exports.layout.document import Annex, Document
from exports.layout.document_words import INCLUDED, LEFT_OUT, NOWHERE
from exports.layout.report_facts import ReportFacts
from exports.layout.table_page import lay_out_all
from forms.dossier.campaign import Campaign
from forms.dossier.roster import SchoolYear
from forms.model.issue import Issue, Severity
from forms.model.record import FieldRole
from forms.model.text import clean
from forms.report.figures import Figures
from forms.report.report import code_of

_PARTED = ", "
REVISION = 0
"""In the code of a sum: a sum has no revision."""


class IncludedFacility(NamedTuple):
    """A facility in the sum: its code and name, the revision that was added, its state in words, its check code."""

    code: str
    name: str
    revision: int
    state: str
    check_code: str


class MissingFacility(NamedTuple):
    """A facility, or a file, that is not in the sum: its code or file name, its name if it is known, why."""

    code: str
    name: str
    reason: str


def sum_document(
    figures: Figures,
    letter: Campaign,
    school_year: str,
    today: date,
    facilities: Sequence[IncludedFacility],
    missing: Sequence[MissingFacility],
    training: bool,
    issues: Sequence[Issue] = (),
    *,
    is_of_approved: bool = False,
    part: str = "",
) -> Document:
    """The document of the sum *figures* (block None) of *facilities*, made by the office of the *letter* and signed by its head.

    The code is ``code_of`` without a facility, revision 0. *issues* are those of the sum; an error makes it a draft.
    """
    year = SchoolYear.parse(school_year)
    edition = words.SUM_EDITION_OF_APPROVED if is_of_approved else words.SUM_EDITION
    facts = ReportFacts(
        form=figures.form,
        name=_told(letter, FieldRole.OFFICE),
        name_label=words.NAME_LABEL,
        parent=_told(letter, FieldRole.ABOVE),
        code="",
        head="",
        head_title=clean(letter.text(FieldRole.SIGNER_TITLE)).upper() or words.HEAD_TITLE,
        office=_told(letter, FieldRole.SUM_RECEIVER),
        place=_told(letter, FieldRole.PLACE),
        school_year=school_year,
        revision=REVISION,
        edition=_PARTED.join(filter(None, (edition.format(count=len(facilities)), part))),
        check_code=code_of(figures.form, None, school_year, REVISION, figures.as_json()),
        today=today,
        draft=any(issue.severity is Severity.ERROR for issue in issues),
        training=training,
        code_word=words.SUM_CODE_WORD,
    )
    return Document(
        facts=facts,
        figures=figures,
        grids=lay_out_all(figures, None, year.start if year else None),
        issues=issues,
        annexes=(_included(facilities), _left_out(missing)),
        facilities=len(facilities),
    )


def _told(letter: Campaign, role: FieldRole) -> str:
    """What the letter says there; room to write it where it says nothing."""
    return clean(letter.text(role)) or NOWHERE


def _included(facilities: Sequence[IncludedFacility]) -> Annex:
    rows = [
        (
            str(number),
            clean(facility.code),
            clean(facility.name),
            str(facility.revision),
            clean(facility.state),
            facility.check_code,
        )
        for number, facility in enumerate(facilities, 1)
    ]
    return Annex(
        INCLUDED, words.INCLUDED_HEADINGS, (5, 13, 42, 6, 16, 18), rows, words.NONE_INCLUDED, INCLUDED
    )


def _left_out(missing: Sequence[MissingFacility]) -> Annex:
    rows = [
        (str(number), clean(facility.code), clean(facility.name), clean(facility.reason))
        for number, facility in enumerate(missing, 1)
    ]
    return Annex(LEFT_OUT, words.LEFT_OUT_HEADINGS, (5, 25, 30, 40), rows, words.NONE_LEFT_OUT, LEFT_OUT)
