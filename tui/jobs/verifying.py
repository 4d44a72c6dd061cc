"""``nhomtre verify``: which revision a code or a file is, and whether paper, file and dossier agree."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from exports.district.verification import StoredRevision, Verdict, read_code, verify_code, verify_file
from forms.dossier.sent_revisions import all_sent
from forms.model.errors import StorageError
from forms.model.values import dumps
from forms.report.figures import FiguresOf
from tui import texts
from tui.cli.output import say, show
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import Workspace

DONE, DISAGREES = 0, 1


def verify(workspace: Workspace, options: Namespace) -> int:
    """Tell what agrees; 1 when something does not."""
    verdict = verdict_on(workspace, options.what)
    if options.json:
        show(dumps(_as_json(verdict), indent=1, sort=False))
    else:
        for finding in verdict.findings:
            head = texts.VERIFY_HEADS[finding.agrees]
            show(f"{head}: {finding.text}" if head else finding.text)
    say(texts.VERIFY_AGREES if verdict.agrees else texts.VERIFY_DIFFERS)
    say(texts.VERIFY_PROVES)
    return DONE if verdict.agrees else DISAGREES


def verdict_on(workspace: Workspace, what: str) -> Verdict:
    """The verdict on a code or a file. Raises StorageError."""
    path = Path(os.path.expanduser(what))  # noqa: PTH111 - the other one fails for an unknown user
    code = None if os.path.exists(path) else read_code(what)  # noqa: PTH110 - the same for a name that is too long
    kept = list(_kept(workspace))
    if code is None:
        return verify_file(path, bytes_of(path), kept)
    contents = [workspace.present(year) for year in workspace.store.years()]
    return verify_code(
        code, kept, [(str(content.year), content, FiguresOf()(content)) for content in contents]
    )


def _kept(workspace: Workspace) -> Iterator[StoredRevision]:
    """The sent revisions of every school year in the folder, the newest first."""
    for year in reversed(workspace.store.years()):
        revisions = workspace.store.revisions(year)
        present = workspace.present(year)
        for each in reversed(all_sent(present)):
            try:
                content = revisions.content(each.number)
            except StorageError:
                content = None
            else:
                if (
                    content is None
                    and not each.files
                    and present.is_frozen
                    and each.number == present.revision
                ):
                    content = present  # it came as a package
            yield StoredRevision(str(year), each, content, revisions.folder(each.number))


def _as_json(verdict: Verdict) -> dict[str, object]:
    return {
        "revision": verdict.revision,
        "check_code": verdict.code,
        "agrees": verdict.agrees,
        "findings": [{"agrees": finding.agrees, "message": finding.text} for finding in verdict.findings],
    }
