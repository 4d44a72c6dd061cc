"""What the national system complains about in a file that it gave back: remarks beside the report, ticked off like the office's.

A file is kept in the part ``complaints``: ``0001``, ``0002``... → ``file`` (its name), ``digest``, ``at`` (ISO) and ``remarks`` as those
of an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from forms.dossier.content import Content, Edit
from forms.model.declared import Frozen
from forms.package.answers import PlacedRemark, remarks_in, stored_remarks

COMPLAINTS_PART: Final = "complaints"


class Complaints(Frozen):
    """A file that was given back: its name, the *digest* of its bytes, when it was read (ISO), what it complains about."""

    file: str
    digest: str
    at: str
    remarks: tuple[PlacedRemark, ...]


def complaints(content: Content) -> list[Complaints]:
    """The files in the order in which they came."""
    return [
        Complaints(
            stored["file"],
            stored["digest"],
            stored["at"],
            remarks_in(stored, (COMPLAINTS_PART, number), content.form),
        )
        for number, stored in sorted(content.part(COMPLAINTS_PART).items())
    ]


def complaints_left(content: Content) -> list[PlacedRemark]:
    """What is not ticked off yet."""
    return [remark for file in complaints(content) for remark in file.remarks if not remark.done]


def keeping(content: Content, file: Complaints) -> tuple[Edit, ...]:
    """The edits that keep what *file* complains about; none when it is kept already, or complains about nothing.

    What earlier files said of the same lists and tables goes: the system has looked at them once more.
    """
    kept = content.part(COMPLAINTS_PART)
    if not file.remarks or any(stored["digest"] == file.digest for stored in kept.values()):
        return ()
    number = f"{max(map(int, kept), default=0) + 1:04}"
    stored = {
        "file": file.file,
        "digest": file.digest,
        "at": file.at,
        "remarks": stored_remarks(file.remarks),
    }
    return (
        *_outdated(content, {_whole(remark) for remark in file.remarks}),
        Edit((COMPLAINTS_PART, number), None, stored),
    )


def _outdated(content: Content, wholes: Iterable[str]) -> Iterator[Edit]:
    about = set(wholes)
    for number, stored in content.part(COMPLAINTS_PART).items():
        remarks = remarks_in(stored, (COMPLAINTS_PART, number), content.form)
        gone = [remark for remark in remarks if _whole(remark) in about]
        if len(gone) == len(remarks):
            yield Edit((COMPLAINTS_PART, number), stored, None)
        else:
            yield from (Edit(remark.path, content.value(remark.path), None) for remark in gone)


def _whole(remark: PlacedRemark) -> str:
    """The list or table that it is about."""
    return remark.place.whole or remark.place.record or ""
