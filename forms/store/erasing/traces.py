"""What tells of a person where it stands in other texts: full names, numbers and telephones of a record, of now and of before."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cached_property
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile

from forms.dossier.erased_records import IN_ITS_PLACE
from forms.model.record import FieldType, RecordType
from forms.model.values import Record, Typed, absence_of

_LEAST_DIGITS = 6
"""Fewer are in many numbers."""
_MARKUP = re.compile(r"<[^>]*>")
_LOOKED_INTO = (".json", ".txt", ".csv", ".zip", ".xlsx", ".journal", ".draft")


def _composed(text: str) -> str:
    return normalize("NFC", text)


def names_in(record_type: RecordType, record: Record) -> set[str]:
    """The texts of a *record* by which a person is recognised: of those fields whose form is checked, names of one word left out."""
    texts = set()
    for field in record_type.fields:
        value = record.get(field.key)
        text = value.text if isinstance(value, Typed) else value
        if absence_of(value):
            continue
        if field.type is FieldType.TEXT and field.format is not None and isinstance(text, str):
            texts.add(" ".join(_composed(text).split()))
    return {text for text in texts if len(text.split()) > 1 or sum(map(str.isdigit, text)) >= _LEAST_DIGITS}


class Traces:
    """The *texts* that must not be read anywhere any more."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = frozenset(texts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.texts, key=len, reverse=True)
        one = "|".join(r"\s+".join(map(re.escape, text.split())) for text in longest)
        return re.compile(rf"(?<!\w)(?:{one})(?!\w)" if one else r"(?!)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether one of them stands in *text*."""
        return self._pattern.search(_composed(text)) is not None

    def taken_out(self, text: str) -> str:
        """*text* with a sign in the place of each; the same object when none is in it."""
        return self._pattern.sub(IN_ITS_PLACE, _composed(text)) if self.are_in(text) else text

    def are_in_file(self, name: str, data: bytes) -> bool | None:
        """Whether one of them stands in a file; None for a file that cannot be looked into, such as a PDF."""
        if not name.lower().endswith(_LOOKED_INTO):
            return None
        try:
            return any(map(self.are_in, _texts_in(data)))
        except (BadZipFile, NotImplementedError, UnicodeDecodeError):
            return None


def _texts_in(data: bytes) -> Iterable[str]:
    if not data.startswith(b"PK\x03\x04"):
        yield data.decode()
        return
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield _MARKUP.sub(" ", archive.read(name).decode("utf-8", "replace"))
