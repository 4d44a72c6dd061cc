"""Two sides of a report beside each other: sent revisions, or one and what the dossier holds now."""

from __future__ import annotations

from forms.dossier.content import Content
from forms.dossier.sent_revisions import all_sent
from forms.model.errors import Refused
from forms.model.text import shorten
from forms.report.differences import Difference, differences
from tui.jobs.workspace import Notice, Workspace
from tui.texts.revisions import difference_words

NOW = "now"


def compare(workspace: Workspace, first: str | None, second: str | None, notice: Notice) -> list[Difference]:
    """What differs from *first* to *second*, each as in ``side``; the last revision and now when they are not named.

    Raises Refused, StorageError.
    """
    content = workspace.read(notice)
    if not content.last_sent:
        raise Refused(difference_words.NEVER_SENT.format(year=content.year))
    names = first or str(content.last_sent), second or NOW
    old, new = (side(workspace, content, name) for name in names)
    return differences(old, new)


def side(workspace: Workspace, content: Content, name: str) -> Content:
    """A revision by its number, or what the dossier holds now. Raises Refused, StorageError."""
    if name == NOW:
        return content
    if not (name.isascii() and name.isdigit() and len(name) < 6):
        raise Refused(difference_words.WRONG_SIDE.format(text=shorten(name)))
    revision = workspace.revision(content.year, int(name))
    if revision is None:
        known = ", ".join(str(sent.number) for sent in all_sent(content)) or difference_words.NONE_KEPT
        raise Refused(difference_words.NO_REVISION_KEPT.format(number=name, known=known))
    return revision


def difference_line(difference: Difference) -> str:
    """«where: before → after»."""
    old, new = (text or difference_words.DIFF_NOTHING for text in (difference.old, difference.new))
    return difference_words.DIFF_LINE.format(label=difference.label, old=old, new=new)
