"""What tells of a person where it stands in other texts: full names, numbers and telephones of a record, of now and of before."""

from __future__ import annotations

import io
import re
import zlib
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
_BETWEEN_DIGITS = r"[\s.,()/+\-]*"
_ARCHIVE = b"PK\x03\x04"
_MARKED_UP = (".xml", ".rels", ".vml")
"""What a workbook is made of."""
_UNREADABLE = (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)
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
        one = "|".join(map(_spelled, longest))
        return re.compile(rf"(?<!\w)(?:{one})(?!\w)" if one else r"(?!)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether one of them stands in *text*."""
        return self._pattern.search(_composed(text)) is not None

    def taken_out(self, text: str) -> str:
        """*text* with a sign in the place of each; the same object when none is in it."""
        return self._pattern.sub(IN_ITS_PLACE, _composed(text)) if self.are_in(text) else text

    def are_in_file(self, name: str, data: bytes) -> bool | None:
        """Whether one of them stands in a file; None where that cannot be told.

        So it is with a file that cannot be looked into, such as a PDF, with all of them where nothing is known of the person.
        """
        if not self.texts or not name.lower().endswith(_LOOKED_INTO):
            return None
        if not data.startswith(_ARCHIVE):
            return self._are_in_bytes(data)
        try:
            with ZipFile(io.BytesIO(data)) as archive:
                found = {self._are_in_member(one, archive.read(one)) for one in archive.namelist()}
        except _UNREADABLE:
            return None
        return True if True in found else (None if None in found else False)

    def _are_in_member(self, name: str, data: bytes) -> bool | None:
        if name.endswith("/"):
            return False
        return self._are_in_bytes(data) if name.lower().endswith(_MARKED_UP) else self.are_in_file(name, data)

    def _are_in_bytes(self, data: bytes) -> bool | None:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return None
        return self.are_in(text) or self.are_in(_MARKUP.sub(" ", text))


def _spelled(text: str) -> str:
    """A pattern of a text: blanks of any width between words, signs between the digits of a number."""
    if text.isdecimal():
        return _BETWEEN_DIGITS.join(text)
    return r"\s+".join(map(re.escape, text.split()))
