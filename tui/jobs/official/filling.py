"""Our records written into the file that was downloaded: the plan line by line, then the file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from exports.official.fill_plan import CellChange, FilledColumn, FillPlan, Target
from exports.official.official_file import fill
from exports.output.output_files import Written, file_slug, write_new, write_whole
from forms.dossier.content import Content
from forms.model.errors import Refused
from forms.model.text import shorten
from tui.jobs.exporting import NOWHERE_ELSE, Destination, export_folder
from tui.jobs.handing.handing_over import note_given
from tui.jobs.user_files import refuse_own_file
from tui.jobs.workspace import Notice, Workspace
from tui.texts import command_line_words
from tui.texts.records import fill_words

MOST_TITLES_NAMED = 8
TEMPLATES = (".xlsx", ".xlsm")
"""What an official file may be: whatever its name says, an .xlsx is filled."""


class PlanLine(NamedTuple):
    """A line of the plan: a heading, words in two columns, or a change that a person may decide."""

    head: str = ""
    first: str = ""
    second: str = ""
    change: CellChange | None = None


def plan_lines(plan: FillPlan) -> Iterator[PlanLine]:
    """The plan, sheet by sheet: columns and their fields, what stays empty and for whom, what changes."""
    for target in plan.targets:
        yield PlanLine(
            fill_words.FILL_SHEET.format(
                sheet=target.sheet,
                what=target.record.title,
                matched=len(target.matched),
                appended=len(target.appended),
            )
        )
        for column in target.columns:
            yield PlanLine(first=f"{column.letter}  {shorten(column.title, 40)}", second=_receives(column))
        if (counting := target.counting) is not None:
            yield PlanLine(
                first=f"{counting.letter}  {shorten(counting.title, 40)}", second=fill_words.FILL_COUNTING
            )
        for person in target.strangers:
            yield PlanLine(
                first=fill_words.FILL_STRANGER.format(row=person.row, name=shorten(person.name, 30)),
                second=fill_words.FILL_STRANGER_STAYS,
            )
        yield from _gaps(target)
        for change in target.changes:
            where = fill_words.FILL_CHANGE.format(row=change.row, title=shorten(change.title, 24))
            values = f"{shorten(change.old, 24)} → {shorten(change.new, 24) or fill_words.FILL_NOTHING}"
            yield PlanLine(first=where, second=values, change=change)
        for left in target.left:
            why = fill_words.FILL_LEFT[left.why]
            yield PlanLine(
                first=fill_words.FILL_CHANGE.format(row=left.row, title=shorten(left.title, 24)), second=why
            )
        for item in target.not_listed:
            yield PlanLine(
                first=fill_words.FILL_CHANGE.format(row=item.row, title=shorten(item.title, 24)),
                second=fill_words.FILL_NOT_LISTED.format(text=shorten(item.text, 30)),
            )
    yield from _cleared(plan)


def _receives(column: FilledColumn) -> str:
    """What a column is filled with: a field, a part of it, or what is of some."""
    label = column.field.label
    if column.half:
        return fill_words.FILL_PARTS[column.half].format(label=label)
    if column.marked:
        return fill_words.FILL_MARKED.format(label=label, marked=column.marked)
    return f"← {label}"


def _cleared(plan: FillPlan) -> Iterator[PlanLine]:
    for cleared in plan.cleared:
        if cleared.cells:
            words = fill_words.FILL_CLEARED_COLUMN if cleared.title else fill_words.FILL_CLEARED_SHEET
            rows = len({row for row, _ in cleared.cells})
            where = words.format(title=shorten(cleared.title or cleared.sheet, 24))
            yield PlanLine(first=where, second=fill_words.FILL_CLEARED.format(count=rows))


def _gaps(target: Target) -> Iterator[PlanLine]:
    if target.unknown:
        shown = ", ".join(f"«{shorten(column.title, 24)}»" for column in target.unknown[:MOST_TITLES_NAMED])
        yield PlanLine(
            first=fill_words.FILL_UNKNOWN,
            second=shown + ("..." if len(target.unknown) > MOST_TITLES_NAMED else ""),
        )
    for field in target.absent:
        yield PlanLine(first=fill_words.FILL_ABSENT, second=field.label)
    for item in target.stays_empty:
        yield PlanLine(
            first=fill_words.FILL_EMPTY.format(row=item.row, name=shorten(item.name, 24)), second=item.label
        )
    for alike in target.looks_alike:
        yield PlanLine(
            first=fill_words.FILL_ALIKE,
            second=fill_words.FILL_ALIKE_ROWS.format(row=alike.row, other=alike.other),
        )


def write_filled(
    template: Path,
    plan: FillPlan,
    workspace: Workspace,
    content: Content,
    notice: Notice,
    goal: Destination = NOWHERE_ELSE,
) -> Written:
    """Write the filled file to *goal*, among the exports where that is left open, and then under a name of its own.

    Raises Refused when it would be the template itself, StorageError, WorkbookRefused.
    """
    if goal.file is None:
        suffix = template.suffix or filled_suffix(template)
        name = f"{file_slug(template.stem)}_{command_line_words.FILE_FILLED}{suffix}"
        folder = goal.folder or export_folder(workspace, content)
        written = write_new(folder / name, fill(template, plan, content))
        note_given(workspace, content.year, "fill", written.path, notice)
        return written
    if goal.file.exists() and goal.file.samefile(template):
        raise Refused(fill_words.FILL_OVER_ITSELF)
    refuse_own_file(workspace, goal.file)
    write_whole(goal.file, fill(template, plan, content))
    note_given(workspace, content.year, "fill", goal.file, notice)
    return Written(goal.file)


def hand_filled(
    take: Callable[[bytes], None],
    template: Path,
    plan: FillPlan,
    workspace: Workspace,
    content: Content,
    notice: Notice,
) -> None:
    """Hand the filled file to *take* instead of writing it: noted without the name of the template, which may tell of somebody.

    Raises StorageError, WorkbookRefused, and what *take* raises.
    """
    take(fill(template, plan, content))
    name = f"{command_line_words.FILE_FILLED}{filled_suffix(template)}"
    note_given(workspace, content.year, "fill", name, notice)


def filled_suffix(template: Path) -> str:
    """What the name of the filled file ends in."""
    suffix = template.suffix.lower()
    return suffix if suffix in TEMPLATES else TEMPLATES[0]
