"""A draft: a text that was being typed and is no change yet.

As JSON it has a place, the text, the old value and a time::

    {"at":"2019-09-19T14:05:03+07:00","old":1,"place":["cells","T4","203","TU_THUC.permanent"],"text":"12"}

The place is the path of an edit. A record that is in no list yet has an empty ref: ``["children","","name"]``.
"""

from datetime import datetime
from typing import Any, NamedTuple

from forms.dossier.content import Path
from forms.model.values import NotJson, dumps, loads

LONGEST_TEXT = 10_000
"""Characters; more is no text that was typed here."""
_KEYS = {"at", "old", "place", "text"}
_PLACE_PARTS = range(2, 5)


class BadDraft(Exception):
    """The bytes are no draft."""


class Draft(NamedTuple):
    """A text being typed: the path of the value that it was to become, what stands there, when it was typed (ISO)."""

    path: Path
    text: str
    old: Any
    at: str

    def says_the_same(self, other: "Draft | None") -> bool:
        """Whether they differ in nothing but the time."""
        return other is not None and self[:3] == other[:3]


def encode_draft(draft: Draft) -> bytes:
    """The file of a draft."""
    fields = {"at": draft.at, "old": draft.old, "place": draft.path, "text": draft.text}
    return dumps(fields).encode("utf-8", "replace") + b"\n"


def decode_draft(data: bytes) -> Draft:
    """The draft in a file. Raises BadDraft: a foreign file may hold anything."""
    try:
        fields = loads(data)
    except NotJson as error:
        raise BadDraft from error
    if not isinstance(fields, dict) or fields.keys() != _KEYS:
        raise BadDraft
    place, text, at = fields["place"], fields["text"], fields["at"]
    if not isinstance(place, list) or len(place) not in _PLACE_PARTS:
        raise BadDraft
    if not all(isinstance(part, str) and part.isprintable() for part in (*place, text)):
        raise BadDraft
    if len(text) > LONGEST_TEXT or not isinstance(at, str):
        raise BadDraft
    try:
        datetime.fromisoformat(at)
    except ValueError as error:
        raise BadDraft from error
    return Draft(tuple(place), text, fields["old"], at)
