"""Parses the XML parts of a workbook by events: no tree, no entities, no declarations of types.

Expat itself is a third faster than an iterparse and keeps nothing: a row of five million empty cells
costs no memory. DOCTYPE is refused as a whole, and with it every entity, inner or outer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar
from xml.parsers import expat

from exports.reading.limits import MEGABYTE
from exports.reading.reading_refusals import WorkbookRefused

Attributes = Mapping[str, str]
OnStart = Callable[[Attributes], None]
OnEnd = Callable[[], None]
OnText = Callable[[str], None]
Handler = TypeVar("Handler")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
"""The attribute of a sheet that names its relationship."""

SHEETS = (MAIN, STRICT_MAIN, RELATIONSHIPS)
PROPERTIES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
)
_BUFFER = 1 << 16

MAX_DEPTH, MAX_NAMES, MAX_TAG = 40, 2_000, MEGABYTE
"""Elements in each other, different names, bytes of one tag: expat keeps those in memory, and out of it may hang.

A sheet has 6, 60 and 300.
"""
_NO_MEMORY = 1


class Events:
    """One part being parsed: handlers by the local name of an element of *namespaces*, others pass by."""

    def __init__(
        self,
        starts: Mapping[str, OnStart],
        ends: Mapping[str, OnEnd] | None = None,
        text: OnText | None = None,
        namespaces: Sequence[str] = SHEETS,
    ) -> None:
        self._names: dict[str, str] = {}
        self._parser = expat.ParserCreate(namespace_separator=" ", intern=self._names)
        self._parser.buffer_text = True
        self._parser.buffer_size = _BUFFER
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        on_start, on_end = _by_full_name(starts, namespaces), _by_full_name(ends or {}, namespaces)
        depth = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAX_DEPTH:
                raise WorkbookRefused("damaged")
            if handler := on_start.get(name):
                handler(attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            if handler := on_end.get(name):
                handler()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        self._parser.CharacterDataHandler = text

    def parse(self, chunks: Iterable[bytes]) -> None:
        """Parse the whole part. Raises WorkbookRefused when it is no well-formed XML."""
        try:
            fed = 0
            for chunk in chunks:
                self._parser.Parse(chunk)
                fed += len(chunk)
                if len(self._names) > MAX_NAMES or fed - self._parser.CurrentByteIndex > MAX_TAG:
                    raise WorkbookRefused("damaged")
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            if error.code == _NO_MEMORY:
                raise MemoryError from None
            raise WorkbookRefused("damaged") from error
        except (LookupError, ValueError) as error:
            raise WorkbookRefused("damaged") from error


def _by_full_name(handlers: Mapping[str, Handler], namespaces: Sequence[str]) -> dict[str, Handler]:
    return {f"{space} {name}": handler for name, handler in handlers.items() for space in namespaces}


def _refuse_doctype(*_declared: object) -> None:
    raise WorkbookRefused("entities")
