"""Which revision a code or a file is, and whether paper, file and dossier agree."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from exports.district.verification import (
    Present,
    StoredRevision,
    Verdict,
    read_printed,
    verify_code,
    verify_file,
)
from forms.dossier.content import Content
from forms.dossier.erased_records import erased_records
from forms.dossier.roster import SchoolYear
from forms.dossier.sent_revisions import Sent, all_sent
from forms.model.errors import StorageError
from forms.report.figures import FiguresOf
from forms.store.chain.head_file import read_head
from forms.store.chain.history import Way
from forms.store.system import named_paths
from tui.jobs.user_files import bytes_of
from tui.jobs.verifying.kept_states import verdict_on_state
from tui.jobs.workspace import Workspace


def verdict_on(workspace: Workspace, what: str) -> Verdict:
    """The verdict on a code or a file. Raises StorageError: also for a dossier that does not open, where no other one knows the revision."""
    path = named_paths.path_of(what)
    code = None if os.path.exists(path) else read_printed(what)  # noqa: PTH110 - the same for a name that is too long
    if code is None and (verdict := verdict_on_state(workspace, path)) is not None:
        return verdict
    contents, failures = _dossiers(workspace)
    kept = list(_kept(workspace, contents))
    present = [Present(content, FiguresOf()(content)) for content in contents]
    if code is not None:
        verdict = verify_code(code, kept, present)
    else:
        verdict = verify_file(path, bytes_of(path), kept, present)
    if failures and verdict.revision is None and not verdict.agrees:
        raise failures[0]
    return verdict


def _dossiers(workspace: Workspace) -> tuple[list[Content], list[StorageError]]:
    """Those in the folder that open, and why others do not: one that is damaged hides nothing of another year."""
    contents, failures = list[Content](), list[StorageError]()
    for year in workspace.store.years():
        try:
            contents.append(workspace.present(year))
        except StorageError as error:
            failures.append(error)
    return contents, failures


def _kept(workspace: Workspace, contents: Sequence[Content]) -> Iterator[StoredRevision]:
    """The sent revisions of the dossiers, the newest first."""
    for present in reversed(contents):
        year = present.year
        revisions = workspace.store.revisions(year)
        for sent in reversed(all_sent(present)):
            try:
                content = revisions.content(sent.number)
            except StorageError:
                content = None
            else:
                if (
                    content is None
                    and not sent.files
                    and present.is_frozen
                    and sent.number == present.revision
                ):
                    content = present  # it came as a package
            way = _way_over(workspace, year, sent)
            erased = {
                each.record: frozenset(each.files.get(str(sent.number), ()))
                for each in erased_records(present)
            }
            yield StoredRevision(str(year), sent, content, revisions.folder(sent.number), way, erased)


def _way_over(workspace: Workspace, year: SchoolYear, sent: Sent) -> Way | None:
    head = read_head(sent.head)
    if head is None or not sent.files:  # that of the facility that sent it
        return None
    try:
        return workspace.store.way_over(year, head)
    except StorageError:
        return None
