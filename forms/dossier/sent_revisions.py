"""The sent revisions as a dossier keeps them, in the part ``sent``: number → ``at``, ``by``, ``code``, ``files``, ``head``."""

from __future__ import annotations

from collections.abc import Mapping

from forms.dossier.content import Content, Tree
from forms.model.declared import Frozen


class Sent(Frozen):
    """A revision as it was sent: when (ISO), who confirmed, its check code; *files*: name → SHA-256 (hex).

    *head*: number and sum of the last change that it was made of; '' of an older version.
    """

    number: int
    at: str
    by: str
    code: str
    files: Mapping[str, str]
    head: str = ""


def sent(content: Content, number: int) -> Sent | None:
    """That revision; None when this dossier does not know of its sending."""
    sending: Tree = content.part("sent").get(str(number), {})
    if not sending:
        return None
    return Sent(
        number,
        sending.get("at", ""),
        sending.get("by", ""),
        sending.get("code", ""),
        sending.get("files", {}),
        sending.get("head", ""),
    )


def all_sent(content: Content) -> list[Sent]:
    """The revisions that this dossier knows of, oldest first."""
    sendings = (sent(content, int(number)) for number in content.part("sent"))
    return sorted((sending for sending in sendings if sending), key=lambda sending: sending.number)
