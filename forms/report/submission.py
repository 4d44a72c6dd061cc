"""Sending a report: who confirms it, and the numbered revision that it becomes (letter 849 §3.3, §4).

Warnings are explained in the part ``explanations``: rule id → place → text.
"""

from __future__ import annotations

from collections.abc import Mapping

from forms.dossier.content import Content, Edit
from forms.dossier.sent_revisions import all_sent
from forms.model.declared import Enum
from forms.model.record import FieldRole
from forms.model.text import fold
from forms.report.figures import Figures
from forms.report.report import check_code


class NameDoubt(Enum):
    """Why the name of who confirms a sending is asked about once more; it is never refused for that."""

    ONE_WORD = "one word"
    NOT_THE_HEAD = "not the head"


def is_name(text: str) -> bool:
    """Whether *text* can be the name of a person: it holds a letter."""
    return any(char.isalpha() for char in text)


def doubt_about(name: str, content: Content) -> NameDoubt | None:
    """What is doubtful about the *name* of who confirms: one word only, or not the head of the facility."""
    words = fold(name).split()
    head = head_of(content)
    if head and words == fold(head).split():
        return None
    if len(words) < 2:
        return NameDoubt.ONE_WORD
    return NameDoubt.NOT_THE_HEAD if head else None


def head_of(content: Content) -> str:
    """The name of the head of the facility; '' when it is not known."""
    return str(content.roster.facility.told(FieldRole.HEAD) or "")


def can_send(content: Content) -> bool:
    """Whether the report is in a state that can be sent."""
    return content.state in content.form.send.sources


def sending(content: Content, figures: Figures, by: str, at: str, head: str = "") -> tuple[Edit, ...]:
    """The edits that make the next revision of *content*: confirmed by *by* at the time *at* (ISO), made of the history up to *head*."""
    number = content.revision
    sent = {"at": at, "by": by, "code": check_code(content, figures)} | ({"head": head} if head else {})
    wanted = ((("state",), content.form.send.target), (("revision",), number), (("sent", str(number)), sent))
    return tuple(Edit(path, content.value(path), value) for path, value in wanted)


def with_files(content: Content, edits: tuple[Edit, ...], files: Mapping[str, str]) -> tuple[Edit, ...]:
    """*edits* of a sending that also keep the SHA-256 of its files."""
    path = ("sent", str(content.revision))
    return tuple(
        edit._replace(new={**edit.new, "files": dict(files)}) if edit.path == path else edit for edit in edits
    )


def is_clock_back(content: Content, at: str) -> bool:
    """Whether *at* lies before the last sending: the clock of this computer was set back."""
    known = all_sent(content)
    return bool(known) and at[:19] < known[-1].at[:19]
