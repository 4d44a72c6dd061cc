"""``nhomtre diff``: what differs between two sent revisions, or one and now."""

from __future__ import annotations

from argparse import Namespace

from forms.dossier.content import Content
from forms.dossier.sent_revisions import all_sent
from forms.model.errors import Refused
from forms.model.text import shorten
from forms.model.values import dumps
from forms.report.differences import Difference, differences
from tui import texts
from tui.cli.output import notices, say, show
from tui.jobs.workspace import Workspace

NOW = "now"


def diff(workspace: Workspace, options: Namespace) -> int:
    """The differences, from A to B."""
    with workspace.open(write=False) as session:
        notices(session.notices)
        content = session.dossier.content
    if not content.last_sent:
        raise Refused(texts.NEVER_SENT.format(year=content.year))
    first, second = options.first or str(content.last_sent), options.second or NOW
    old, new = (side(workspace, content, name) for name in (first, second))
    found = differences(old, new)
    if options.json:
        show(dumps([each.as_json() for each in found], indent=1, sort=False))
        return 0
    for each in found:
        show(line_of(each))
    say(texts.DIFF_COUNT.format(count=len(found)) if found else texts.SAME)
    return 0


def line_of(each: Difference) -> str:
    """A difference in a line."""
    old, new = (text or texts.DIFF_NOTHING for text in (each.old, each.new))
    return texts.DIFF_LINE.format(label=each.label, old=old, new=new)


def side(workspace: Workspace, content: Content, name: str) -> Content:
    """A revision by its number, or what the dossier holds now. Raises Refused, StorageError."""
    if name == NOW:
        return content
    if not (name.isascii() and name.isdigit() and len(name) < 6):
        raise Refused(texts.WRONG_SIDE.format(text=shorten(name)))
    found = workspace.revision(content.year, int(name))
    if found is None:
        known = ", ".join(str(each.number) for each in all_sent(content)) or texts.NONE_KEPT
        raise Refused(texts.NO_REVISION_KEPT.format(number=name, known=known))
    return found
