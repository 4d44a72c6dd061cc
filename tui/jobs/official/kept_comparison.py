"""What is kept of a comparison with a file of the national system: what it complains about, where it differs."""

from collections.abc import Iterator

from exports.comparison.figure_comparison import typed_figures
from exports.comparison.record_comparison import compared_lists
from forms.dossier.content import Content, Edit
from forms.package.complaints import keeping
from forms.report.figures import FiguresOf
from forms.report.portal.comparisons import WHOLE_REPORT, LastComparison, remembering, stamp_of
from tui.jobs.official.system_file import SystemFile, complaints_of, mismatches_of
from tui.jobs.workspace import Workspace


def edits_keeping(file: SystemFile, content: Content, at: str) -> tuple[Edit, ...]:
    """The edits that keep what *file*, compared at the time *at*, says of the system; none when it is kept already."""
    return (
        *keeping(content, complaints_of(file, content, at)),
        *remembering(content, _found(file, content, at)),
    )


def keep(workspace: Workspace, file: SystemFile, at: str) -> None:
    """Keep that. Raises Refused, StorageError."""
    with workspace.open(write=True) as session:
        session.dossier.commit(edits_keeping(file, session.dossier.content, at))


def _found(file: SystemFile, content: Content, at: str) -> Iterator[LastComparison]:
    """What the comparison says of each list of the file, or of the report."""
    differing = [mismatch.place for mismatch in mismatches_of(file, content, None)]
    figures = FiguresOf()(content)
    if file.report is not None:
        counts = {WHOLE_REPORT: len(differing) + len(file.report.unread)}
        theirs = typed_figures(file.report, figures)
    else:
        wholes = [place.whole or place.record for place in differing]
        counts = {of: wholes.count(of) for of in compared_lists(file.sources)}
        theirs = {}
    for of, count in counts.items():
        yield LastComparison(
            of=of,
            file=file.name,
            digest=file.digest,
            at=at,
            stamp=stamp_of(content, figures, of),
            differing=count,
            figures=theirs,
        )
