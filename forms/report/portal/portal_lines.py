"""What is to be done on the national system with a report, in its order: the page and the printed sheet list the same."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content, Path
from forms.dossier.roster import SchoolYear
from forms.model.declared import Frozen
from forms.model.place import Place
from forms.model.table import Row, Table
from forms.model.text import format_moment, format_number
from forms.report.figures import Figures, is_empty
from forms.report.portal import portal_line_words as words
from forms.report.portal.comparisons import WHOLE_REPORT, LastComparison, last_comparisons, stamp_of
from forms.sets.form_set import PortalStep

PART: Final = "portal"
LABEL_SIGNS = "-+ "


class PortalLine(Frozen):
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
    system: str = ""
    """Of a figure: what the national system had when it was last compared, empty where nobody knows."""
    compared: str = ""
    """A list, or the report: the line says what was found when it was last compared."""

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

    @property
    def figure(self) -> str:
        """Its value behind that of the system: a mark where that is the same."""
        if not self.system:
            return self.value
        sentence = words.SYSTEM_HAS_IT if self.system == self.value else words.SYSTEM_FIGURE
        return sentence.format(text=self.system, value=self.value)


def portal_lines(content: Content, figures: Figures, files: Mapping[str, str]) -> list[PortalLine]:
    """The lines for *content* and its *figures*; *files* are the names of the files to upload, by place."""
    lines: list[PortalLine] = []
    seen = last_comparisons(content)
    menu = ""
    for step in content.form.portal:
        if step.menu != menu:
            menu = step.menu
            lines.append(PortalLine(menu, is_heading=True))
        if step.table:
            lines.append(PortalLine(step.what, is_heading=True))
            lines += _figures(content, figures, content.form.table_by_id[step.table], seen.get(WHOLE_REPORT))
        else:
            lines += _task(content, figures, step, files)
            about = WHOLE_REPORT if step.gives_report else step.place
            if found := seen.get(about):
                is_old = found.stamp != stamp_of(content, figures, about)
                lines.append(_seen(found, step, is_old=is_old))
    ticks = content.part(PART)
    return [line.but(done=bool(line.key) and ticks.get(line.key) == line.stamp) for line in lines]


def lines_left(lines: Sequence[PortalLine]) -> int:
    """How many are still to be done."""
    return sum(bool(line.key) and not line.done for line in lines)


def _task(
    content: Content, figures: Figures, step: PortalStep, files: Mapping[str, str]
) -> Iterator[PortalLine]:
    if step.once:
        stamp = str(content.year)
    elif step.place:
        stamp = stamp_of(content, figures, step.place)
    else:
        stamp = str(content.revision)
    place = Place(record=step.place) if step.place else None
    what = step.what.format(before=SchoolYear(content.year.start - 1), receiver=receiver_of(content))
    is_upload = step.place in content.form.list_places
    yield PortalLine(what, key=step.key, stamp=stamp, place=place, is_upload=is_upload)
    if is_upload:
        name = files.get(step.place)
        yield PortalLine(words.UPLOAD_FILE.format(name=name) if name else words.UPLOAD_NO_FILE)


def _seen(found: LastComparison, step: PortalStep, *, is_old: bool) -> PortalLine:
    """What was found of a list or of the report, while that is what was compared."""
    same = words.SYSTEM_SAME if step.place else words.SYSTEM_SAME_FIGURES
    now = words.SYSTEM_DIFFERS if found.differing else same
    sentence = words.SYSTEM_OLD if is_old else now
    what = words.RECORDS if step.place else words.FIGURES
    text = sentence.format(count=found.differing, at=format_moment(found.at), file=found.file, what=what)
    return PortalLine(text, compared=found.of)


def _figures(
    content: Content, figures: Figures, table: Table, found: LastComparison | None
) -> Iterator[PortalLine]:
    theirs = found.figures if found else {}
    is_there = any(value for place, value in theirs.items() if place.startswith(f"{table.id}."))
    if not is_there and is_empty(figures, table) and content.facility.get("ownership") in table.optional_for:
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
            value = figures.cell(table, row, column.key) or 0
            place = Place(table.id, row.key, column.key)
            there = theirs.get(str(place))
            if not value and not there:
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
                str(place),
                format_number(value),
                place=place,
                system="" if there is None else format_number(there),
            )
        above.append(row)
    if found:
        yield PortalLine(words.FIGURES_COMPARED.format(at=format_moment(found.at), file=found.file))
    if years := table.years_of(content.year.start):
        yield PortalLine(years)
    if empty:
        sentence = words.REST_EMPTY if any_typed else words.ALL_EMPTY
        yield PortalLine(sentence.format(count=empty))
