"""The reports of many facilities added up, and the files that are made of the sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from exports.district.progress_list import progress_workbook
from exports.district.report_sum import Collection, collect
from exports.district.sum_document import IncludedFacility, MissingFacility, sum_document
from exports.layout.document_words import DEFAULT_OFFICE
from exports.output.output_files import (
    write_new,
)
from exports.workbooks.report.report_book import write_workbook
from forms.dossier.campaign import Campaign, campaign_of
from forms.dossier.content import empty_content
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from tui.jobs.exporting import on_paper
from tui.jobs.workspace import DatedFolder
from tui.texts.district import combining_words

if TYPE_CHECKING:
    from exports.layout.document import Document
    from exports.output.progress import (
        Progress,
    )


class SumFile(StrEnum):
    """What can be made of a collection: the suffix of the file."""

    PRINT = ".pdf"
    BOOK = ".xlsx"


def combine(
    workspace: DatedFolder,
    paths: Sequence[Path],
    year: SchoolYear | None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Collection:
    """Read, check and add up what lies in *paths*; *year* None is that of most reports.

    Raises StorageError, and Stopped when *cancelled* answers true.
    """
    return collect(paths, workspace.today, year, progress, cancelled=cancelled)


def write_sum(workspace: DatedFolder, collection: Collection, kind: SumFile, folder: Path) -> Path:
    """The sum as a file in *folder*; its path. Raises Refused, StorageError."""
    data = sum_file(workspace, collection, kind)
    return _into(folder, combining_words.FILE_SUM, kind, collection, data)


def write_progress(workspace: DatedFolder, collection: Collection, folder: Path) -> Path:
    """Who has sent, as a workbook in *folder*; its path. Raises StorageError."""
    return _into(
        folder, combining_words.FILE_PROGRESS, ".xlsx", collection, progress_book(workspace, collection)
    )


def _into(folder: Path, name: str, suffix: str, collection: Collection, data: bytes) -> Path:
    year = [str(collection.school_year)] if collection.school_year else []
    return write_new(folder / ("_".join([name, *year]) + suffix), data).path


def progress_book(workspace: DatedFolder, collection: Collection) -> bytes:
    """Who has sent, as a workbook."""
    return progress_workbook(collection, workspace.today)


def sum_file(workspace: DatedFolder, collection: Collection, kind: SumFile) -> bytes:
    """The sum as a file. Raises Refused when nothing was added up."""
    document = _document(workspace, collection)
    match kind:
        case SumFile.PRINT:
            return on_paper(document)
        case SumFile.BOOK:
            return write_workbook(document)


def _document(workspace: DatedFolder, collection: Collection) -> Document:
    if not collection.summands:
        raise Refused(combining_words.NO_SUM)
    year = collection.school_year or workspace.year
    campaign = campaign_of(empty_content(year)) or Campaign({})
    included = [
        IncludedFacility(
            arrival.facility_code or "",
            arrival.name,
            arrival.revision,
            arrival.form.states[arrival.state].title if arrival.state else "",
            arrival.check_code or "",
        )
        for arrival in collection.summands
    ]
    missing = [
        MissingFacility(facility.code, facility.name, combining_words.NOT_ARRIVED)
        for facility in collection.not_arrived
    ]
    missing += [
        MissingFacility(Path(turned.file).name, turned.arrival.name if turned.arrival else "", turned.reason)
        for turned in collection.exclusions
    ]
    return sum_document(
        collection.total,
        campaign.text("office") or DEFAULT_OFFICE,
        campaign.text("place"),
        str(year),
        workspace.today,
        included,
        missing,
        workspace.training,
        collection.issues,
    )
