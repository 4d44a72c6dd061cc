"""Revisions as they are sent, with their real files, made without a data folder."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from exports.district.verification import StoredRevision
from exports.printing.pdf import write_pdf
from exports.workbooks.report.report_book import write_report
from forms.dossier.content import Content, apply
from forms.dossier.sent_revisions import sent
from forms.package.withheld.office_package import write_for_office
from forms.package.writer import write
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.report.submission import sending, with_files
from tests.builders import example
from tests.exports.conftest import TODAY

PRINT, BOOK, PACKAGE, FIGURES = "bieu.pdf", "bieu.xlsx", "goi.json", "goi-cho-phong.json"


class Sending(NamedTuple):
    """A sent revision: its frozen content, its files, and how a dossier keeps it."""

    content: Content
    files: dict[str, bytes]
    kept: StoredRevision


def send(content: Content, previous: Content | None = None, at: str = "2019-09-20T09:30:00+07:00") -> Sending:
    """*content* sent as its next revision."""
    edits = sending(content, FiguresOf()(content), "Người Mẫu Gửi", at)
    frozen = apply(content, edits)
    checker = Checker()
    issues = checker(frozen, TODAY)
    report = Report(frozen, checker.figures_of(frozen), issues, TODAY, previous=previous)
    files = {
        PRINT: write_pdf(report),
        BOOK: write_report(report),
        PACKAGE: write(frozen).encode(),
        FIGURES: write_for_office(report).encode(),
    }
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    known = apply(content, with_files(content, edits, hashes))
    own = sent(known, known.last_sent)
    assert own is not None
    return Sending(known, files, StoredRevision(str(known.year), own, known, Path("ban")))


@cache
def sent_example() -> Sending:
    """The worked example, sent: made once."""
    return send(example())
