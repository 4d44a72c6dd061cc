"""Parses the XML parts of a workbook by events: no tree, no entities, no declarations of types.

Expat itself is a third faster than an iterparse and keeps nothing: a row of five million empty cells
costs no memory. DOCTYPE is refused as a whole, and with it every entity, inner or outer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from xml.parsers import expat

from exports.reading_refusals import WorkbookRefused

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

_NAMESPACES = (MAIN, STRICT_MAIN, RELATIONSHIPS)
_BUFFER = 1 << 16
_NO_MEMORY = 1


class Events:
    """One part being parsed: handlers by the local name of an element of a spreadsheet, others pass by."""

    def __init__(
        self,
        starts: Mapping[str, OnStart],
        ends: Mapping[str, OnEnd] | None = None,
        text: OnText | None = None,
    ) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.buffer_size = _BUFFER
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self.handle(starts, ends or {}, text)

    def handle(self, starts: Mapping[str, OnStart], ends: Mapping[str, OnEnd], text: OnText | None) -> None:
        """From here on these handlers."""
        on_start = _by_full_name(starts)
        on_end = _by_full_name(ends)

        def start(name: str, attributes: dict[str, str]) -> None:
            if handler := on_start.get(name):
                handler(attributes)

        def end(name: str) -> None:
            if handler := on_end.get(name):
                handler()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end if on_end else None
        self._parser.CharacterDataHandler = text

    def parse(self, chunks: Iterable[bytes]) -> None:
        """Parse the whole part. Raises WorkbookRefused when it is no well-formed XML."""
        try:
            for chunk in chunks:
                self._parser.Parse(chunk)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            if error.code == _NO_MEMORY:
                raise MemoryError from None
            raise WorkbookRefused("damaged") from error
        except (LookupError, ValueError) as error:
            raise WorkbookRefused("damaged") from error


def _by_full_name(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    return {f"{space} {name}": handler for name, handler in handlers.items() for space in _NAMESPACES}


def _refuse_doctype(*_declared: object) -> None:
    raise WorkbookRefused("entities")
