"""What is to be done on the national system with a report, in its order: the page and the printed sheet list the same."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from forms.dossier.content import Content, Path
from forms.dossier.roster import SchoolYear
from forms.model.place import Place
from forms.model.table import Row, Table
from forms.model.text import format_number
from forms.model.values import dumps
from forms.report.figures import Figures, is_empty
from forms.report.portal import portal_line_words as words
from forms.sets.form_set import PortalStep

PART: Final = "portal"
LABEL_SIGNS = "-+ "


class PortalLine(NamedTuple):
    """A line: with a *key* something to do and to tick, else a heading or a note.

    *stamp* is what it is done with: a tick keeps it, and holds while it stays the same.
    """

    text: str
    number: str = ""
    value: str = ""
    key: str = ""
    stamp: str = ""
    done: bool = False
    place: Place | None = None
    is_heading: bool = False
    is_upload: bool = False
    """Whether a file is uploaded: the line after it names the file."""

    @property
    def path(self) -> Path:
        """Where its tick is kept."""
        return (PART, self.key)

    @property
    def sign(self) -> str:
        """Its tick, or the room for one; nothing where nothing is to be done."""
        if not self.key:
            return ""
        return words.DONE if self.done else words.OPEN


def portal_lines(content: Content, figures: Figures, files: Mapping[str, str]) -> list[PortalLine]:
    """The lines for *content* and its *figures*; *files* are the names of the files to upload, by place."""
    lines: list[PortalLine] = []
    menu = ""
    for step in content.form.portal:
        if step.menu != menu:
            menu = step.menu
            lines.append(PortalLine(menu, is_heading=True))
        if step.table:
            lines.append(PortalLine(step.what, is_heading=True))
            lines += _figures(content, figures, content.form.table_by_id[step.table])
        else:
            lines += _task(content, step, files)
    ticks = content.part(PART)
    return [line._replace(done=bool(line.key) and ticks.get(line.key) == line.stamp) for line in lines]


def lines_left(lines: Sequence[PortalLine]) -> int:
    """How many are still to be done."""
    return sum(bool(line.key) and not line.done for line in lines)


def _task(content: Content, step: PortalStep, files: Mapping[str, str]) -> Iterator[PortalLine]:
    if step.once:
        stamp = str(content.year)
    elif step.place:
        stamp = _digest(content, step.place)
    else:
        stamp = str(content.revision)
    place = Place(record=step.place) if step.place else None
    what = step.what.format(before=SchoolYear(content.year.start - 1))
    is_upload = step.place in content.form.list_places
    yield PortalLine(what, key=step.key, stamp=stamp, place=place, is_upload=is_upload)
    if is_upload:
        name = files.get(step.place)
        yield PortalLine(words.UPLOAD_FILE.format(name=name) if name else words.UPLOAD_NO_FILE)


def _digest(content: Content, place: str) -> str:
    return hashlib.sha256(dumps(content.tree.get(place, {})).encode()).hexdigest()[:16]


def _figures(content: Content, figures: Figures, table: Table) -> Iterator[PortalLine]:
    if is_empty(figures, table) and content.facility.get("ownership") in table.optional_for:
        yield PortalLine(words.NOT_APPLICABLE)
        return
    empty, group, any_typed = 0, "", False
    above: list[Row] = []
    for row in table.rows:
        while above and above[-1].level >= row.level:
            above.pop()
        for column in table.columns:
            if row.ma_so is None or not table.can_type(row, column, figures.block):
                continue
            value = figures.cell(table, row, column.key)
            if not value:
                empty += 1
                continue
            names = words.BETWEEN_GROUPS.join(each.label.strip(LABEL_SIGNS).rstrip(":") for each in above)
            if names != group:
                group = names
                yield PortalLine(names)
            any_typed = True
            yield PortalLine(
                words.FIGURE.format(label=row.label.lstrip(LABEL_SIGNS), column=column.measure_title),
                str(row.ma_so),
                format_number(value),
                f"{table.id}.{row.key}:{column.key}",
                format_number(value),
                place=Place(table.id, row.key, column.key),
            )
        above.append(row)
    if years := table.years_of(content.year.start):
        yield PortalLine(years)
    if empty:
        sentence = words.REST_EMPTY if any_typed else words.ALL_EMPTY
        yield PortalLine(sentence.format(count=empty))
