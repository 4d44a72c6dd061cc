"""The makers of the files of a sum."""

from pathlib import Path

from exports.district.letters.reminder import reminder
from exports.district.progress_list import progress_workbook
from exports.district.report_sum import Collection
from exports.district.sum_document import IncludedFacility, MissingFacility, sum_document
from exports.layout.document import Document
from exports.workbooks.report.report_book import write_workbook
from forms.dossier.campaign import said_in
from forms.model.errors import Refused
from tui.jobs.district.sum_kinds import SumFile
from tui.jobs.exporting import on_paper
from tui.jobs.workspace import DatedFolder
from tui.texts.district import combining_words


def made(workspace: DatedFolder, collection: Collection, kind: SumFile) -> bytes:
    """A file of *kind*. Raises Refused for a sum of no report; who has sent is listed all the same."""
    match kind:
        case SumFile.PRINT:
            return on_paper(_document(workspace, collection))
        case SumFile.BOOK:
            return write_workbook(_document(workspace, collection))
        case SumFile.PROGRESS:
            return progress_workbook(collection, workspace.today)
        case SumFile.REMINDER:
            return reminder(collection, workspace.year, workspace.today).encode()


def _document(workspace: DatedFolder, collection: Collection) -> Document:
    if not collection.summands:
        raise Refused(combining_words.NO_SUM)
    office = collection.office_content(workspace.year)
    included = [
        IncludedFacility(
            arrival.facility_code or "",
            arrival.name,
            arrival.revision,
            collection.answers.title_of(arrival, ""),
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
        said_in(office),
        str(office.year),
        workspace.today,
        included,
        missing,
        workspace.training or collection.is_training,
        collection.issues,
        is_of_approved=collection.is_of_approved,
        part=collection.part,
    )
