"""The parts of an .xlsx beside its sheets: which there are, where they and their helpers lie, and custom properties."""

from typing import NamedTuple

from exports.reading.limits import MAX_PARTS, Parts
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import Room
from exports.reading.xml_events import IDS, PROPERTIES, Attributes, Events

ROOT = "_rels/.rels"
DEFAULT_BOOK = "xl/workbook.xml"
_NO_SHEETS = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
_PROPERTY_LINKS = ("custom-properties", "customProperties")


class SheetPart(NamedTuple):
    """A sheet of the workbook: its title and the part that holds it."""

    title: str
    part: str
    is_hidden: bool


class Book(NamedTuple):
    """What the main part tells; *strings* and *styles* are parts, None when there are none."""

    sheets: tuple[SheetPart, ...]
    from_1904: bool
    strings: str | None
    styles: str | None


class Link(NamedTuple):
    """A relationship: what kind of part, and its name in the zip."""

    kind: str
    part: str


def read_book(parts: Parts) -> Book:
    """The sheets in their order, charts and macros left out. Raises WorkbookRefused."""
    name = _main_part(parts)
    links = links_of(parts, name)
    if any(link.kind in ("externalLink", "externalLinkPath") for link in links.values()):
        raise WorkbookRefused("external_links")
    places: list[tuple[str, str, bool]] = []
    systems: list[str] = []

    def sheet(attributes: Attributes) -> None:
        target = next((attributes[key] for key in IDS if key in attributes), "")
        hidden = attributes.get("state", "visible") != "visible"
        places.append((attributes.get("name", ""), target, hidden))
        if len(places) > MAX_PARTS:
            raise WorkbookRefused("damaged")

    def properties(attributes: Attributes) -> None:
        systems.append(attributes.get("date1904", "0"))

    Events({"sheet": sheet, "workbookPr": properties}).parse(parts.chunks(name))
    sheets = tuple(_sheets(parts, places, links))
    if not sheets:
        raise WorkbookRefused("no_sheets")
    kinds = {link.kind: link.part for link in links.values() if link.part in parts}
    return Book(sheets, systems[-1:] in (["1"], ["true"]), kinds.get("sharedStrings"), kinds.get("styles"))


def read_properties(parts: Parts, room: Room) -> dict[str, str]:
    """The custom properties of the document, as texts by their names; each takes the *room* of a cell.

    Raises WorkbookRefused.
    """
    properties: dict[str, str] = {}
    name: str | None = None
    value: list[str] = []

    def start(attributes: Attributes) -> None:
        nonlocal name
        name = attributes.get("name", "")
        value.clear()

    def text(data: str) -> None:
        if name is not None:
            value.append(data)

    def end() -> None:
        nonlocal name
        if name is None or name in properties:
            raise WorkbookRefused("damaged")
        properties[name] = "".join(value).strip()
        room.take(name + properties[name])
        name = None

    links = links_of(parts, "").values() if ROOT in parts else ()
    part = next((link.part for link in links if link.kind in _PROPERTY_LINKS and link.part in parts), None)
    if part:
        Events({"property": start}, {"property": end}, text, PROPERTIES).parse(parts.chunks(part))
    return properties


def _sheets(parts: Parts, entries: list[tuple[str, str, bool]], links: dict[str, Link]) -> list[SheetPart]:
    sheets: list[SheetPart] = []
    for title, target, hidden in entries:
        link = links.get(target)
        if link is not None and link.kind in _NO_SHEETS:
            continue
        if link is None or link.part not in parts or link.part in [sheet.part for sheet in sheets]:
            raise WorkbookRefused("sheet_missing", sheet=title)
        sheets.append(SheetPart(title, link.part, hidden))
    return sheets


def _main_part(parts: Parts) -> str:
    if ROOT in parts:
        for link in links_of(parts, "").values():
            if link.kind == "officeDocument" and link.part in parts:
                return link.part
    if DEFAULT_BOOK in parts:
        return DEFAULT_BOOK
    raise WorkbookRefused("damaged")


def links_of(parts: Parts, name: str) -> dict[str, Link]:
    """The relationships of a part by their id; of the whole file for an empty *name*. Outer ones are left out."""
    folder, _, file = name.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    links: dict[str, Link] = {}

    def link(attributes: Attributes) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        if attributes.get("TargetMode") != "External" or kind == "externalLink":
            links[attributes.get("Id", "")] = Link(kind, _resolved(folder, attributes.get("Target", "")))

    if relations in parts:
        Events({"Relationship": link}).parse(parts.chunks(relations))
    return links


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    steps: list[str] = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps = [*steps, step]
    return "/".join(step for step in steps if step)
