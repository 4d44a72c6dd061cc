"""The makers of the files of a sum."""

from pathlib import Path

from exports.district.letters.reminder import reminder
from exports.district.progress_list import progress_workbook
from exports.district.report_sum import Collection
from exports.district.sum_document import IncludedFacility, MissingFacility, sum_document
from exports.district.sum_words import HEAD_TITLE
from exports.layout.document import Document
from exports.layout.document_words import NOWHERE
from exports.workbooks.report.report_book import write_workbook
from forms.dossier.campaign import Campaign, campaign_of
from forms.dossier.content import empty_content
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
            return reminder(collection, collection.school_year or workspace.year, workspace.today).encode()


def _document(workspace: DatedFolder, collection: Collection) -> Document:
    if not collection.summands:
        raise Refused(combining_words.NO_SUM)
    year = collection.school_year or workspace.year
    campaign = campaign_of(empty_content(year, collection.form)) or Campaign({})
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
        campaign.text("office") or NOWHERE,
        campaign.text("place"),
        str(year),
        workspace.today,
        included,
        missing,
        workspace.training or collection.is_training,
        collection.issues,
        is_of_approved=collection.is_of_approved,
        part=collection.part,
        head_title=campaign.text("signer_title").upper() or HEAD_TITLE,
    )
