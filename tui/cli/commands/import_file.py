"""``nhomtre import``: a package that the dossier becomes equal to, or a workbook taken in row by row."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from exports.intake.old_columns import KEPT
from forms.dossier.content import Content, Edit
from forms.entry.row_intake import Batch, Source, Who
from forms.entry.written_days import DayOrder
from forms.model.errors import Refused
from forms.model.text import shorten
from forms.package.parts import PackageRefused
from forms.sets.form_set import FormSet
from tui.cli import argument_types
from tui.cli.counts import say_issue_count
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show
from tui.jobs.current_report import report_of
from tui.jobs.intake.adopting import carry_out, plan_adoption
from tui.jobs.intake.choices import RowName, asked_rows, choices_of, with_choices
from tui.jobs.intake.importing import counts_of, is_workbook, offer_of, read_rows, take_rows
from tui.jobs.intake.offers import (
    Offer,
    changes_text,
    order_question,
    placed_texts,
    remark_text,
    unplaced_text,
)
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.records import intake_words

CONVERT, KEEP = "convert", "keep"
MOST_ROWS = 9_999_999


def add_arguments(parser: ArgumentParser) -> None:
    """FILE, what is only looked at, what is allowed."""
    parser.add_argument(
        "file",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=command_line_words.HELP_IMPORT_FILE,
    )
    parser.add_argument("--dry-run", action="store_true", help=command_line_words.HELP_DRY_RUN)
    parser.add_argument("--replace", action="store_true", help=command_line_words.HELP_REPLACE)
    parser.add_argument("--accept-valid", action="store_true", help=command_line_words.HELP_ACCEPT_VALID)
    encodings = (CONVERT, KEEP)
    parser.add_argument(
        "--encoding",
        type=argument_types.one_of(encodings),
        choices=encodings,
        help=command_line_words.HELP_ENCODING,
    )
    orders = tuple(DayOrder)
    parser.add_argument(
        "--dates", type=argument_types.one_of(orders), choices=orders, help=command_line_words.HELP_DATES
    )
    for who, told in ((Who.SAME, command_line_words.HELP_SAME), (Who.NEW, command_line_words.HELP_NEW)):
        parser.add_argument(
            f"--{who}",
            type=_rows,
            action="append",
            default=[],
            metavar=command_line_words.ROWS_OF_FILE,
            help=told,
        )


def _rows(text: str) -> list[RowName]:
    """Rows of a file: ``5``, ``5,7``, ``Sheet!5``, or ``all``."""
    sheet, _, numbers = text.rpartition("!")
    if numbers == intake_words.ALL_ROWS:
        return [RowName(0, sheet)]
    parts = [part.strip() for part in numbers.split(",")]
    if not all(part.isascii() and part.isdecimal() and 0 < int(part) <= MOST_ROWS for part in parts):
        raise ArgumentTypeError(intake_words.WRONG_ROWS.format(text=repr(shorten(text))))
    return [RowName(int(part), sheet) for part in parts]


def run(workspace: Workspace, options: Namespace) -> int:
    """Take the file in."""
    with file_to_read(options.file) as path:
        if is_workbook(path):
            _import_workbook(workspace, path, options)
        else:
            _import_package(workspace, path, options)
    return ExitStatus.DONE


def _import_package(workspace: Workspace, path: Path, options: Namespace) -> None:
    try:
        adoption = plan_adoption(workspace, path, replacing=options.replace)
    except PackageRefused as error:
        for offence in error.offences:
            say(f"  {offence}")
        raise Refused(command_line_words.IMPORT_REFUSED.format(count=len(error.offences))) from None
    content, edits, brought_back = adoption
    for sentence in brought_back:
        say(sentence)
    counts = content.form.counted(content.counts)
    if options.dry_run:
        show(command_line_words.WOULD_CHANGE.format(year=content.year, count=len(edits), counts=counts))
        for line in _changes_of_lists(content.form, edits):
            show(line)
    elif not edits:
        say(command_line_words.UNCHANGED.format(year=content.year))
    else:
        carry_out(workspace, adoption, say)
        say(command_line_words.IMPORTED.format(year=content.year, counts=counts))
    say_issue_count(report_of(workspace, content).issues)


def _changes_of_lists(form: FormSet, edits: tuple[Edit, ...]) -> Iterator[str]:
    """How many records of each list come, change, go; one that moves within its list changes."""
    for record in form.lists:
        of_list = [edit for edit in edits if edit.path[0] == record.place]
        fields = {edit.path[1] for edit in of_list if len(edit.path) > 2}
        whole = [edit for edit in of_list if len(edit.path) == 2]
        added = {edit.path[1] for edit in whole if edit.old is None}
        removed = {edit.path[1] for edit in whole if edit.new is None}
        moved = added & removed
        if whole or fields:
            yield command_line_words.LIST_CHANGES.format(
                noun=record.noun,
                added=len(added - moved),
                removed=len(removed - moved),
                changed=len(fields | moved),
            )


def _import_workbook(workspace: Workspace, path: Path, options: Namespace) -> None:
    """All rows that are right, nothing when one is not, unless that is accepted; a dry run ends as the real one would."""
    present = workspace.present(workspace.year)
    offer = offer_of(path, present.form, present.year)
    for note in offer.notes:
        say(note)
    order = DayOrder(options.dates) if options.dates else None
    sources = _with_days(_chosen_sources(offer, options.encoding), order)
    batches = read_rows(workspace, sources)
    given = [(name, who) for who in Who for names in getattr(options, who) for name in names]
    if given:
        sources = with_choices(sources, choices_of(batches, given))
        batches = read_rows(workspace, sources)
    for line in _rows_to_look_at(batches, workspace.present(workspace.year)):
        show(line)
    counts = counts_of(batches)
    if counts.refused and not options.accept_valid:
        raise Refused(intake_words.ROWS_REFUSED.format(**counts._asdict()))
    if counts.asked and not options.accept_valid:
        (_, number), *_ = asked_rows(batches)
        raise Refused(intake_words.ROWS_ASKED.format(asked=counts.asked, row=number))
    if options.dry_run:
        show(intake_words.WOULD_TAKE.format(**counts.told))
    elif counts.added or counts.changed:
        take_rows(workspace, sources, say)
        say(intake_words.ROWS_TAKEN.format(**counts.told))
    elif counts.same:
        say(intake_words.NO_ROW_NEW)
    else:
        raise Refused(intake_words.NO_ROW_TAKEN)


def _chosen_sources(offer: Offer, encoding: str | None) -> Sequence[Source]:
    """The sources as they came or as converted. Raises Refused when that has to be said first."""
    example = offer.example
    if example is None:
        return offer.sources
    if encoding is None:
        show(intake_words.INTAKE_ENCODED.format(text=example.told))
        for line in _old_rows(offer.sources):
            show(line)
        raise Refused(intake_words.ENCODING_ASKED.format(encoding=example.encoding.called))
    return offer.converted if encoding == CONVERT else offer.sources


def _old_rows(sources: Sequence[Source]) -> Iterator[str]:
    """The cells in another encoding than their column."""
    for source in sources:
        for row in source.rows:
            for note in row.notes:
                if note.code == KEPT:
                    text = remark_text(note.code, note.label, note.text)
                    yield intake_words.INTAKE_ROW.format(sheet=source.title, number=row.number, text=text)


def _with_days(sources: Sequence[Source], order: DayOrder | None) -> Sequence[Source]:
    """The sources with what was answered of their days. Raises Refused when that has to be said first."""
    asked = [source for source in sources if source.order_asked]
    if asked and order is None:
        raise Refused(order_question(asked[0], intake_words.ORDER_ASKED, intake_words.SWAPPED_ASKED))
    return [source._replace(day_order=order) for source in sources]


def _rows_to_look_at(batches: Sequence[Batch], content: Content) -> Iterator[str]:
    """Every row that is refused, wants a look or changes a record, by sheet and row number."""
    for source, rows in batches:
        yield intake_words.INTAKE_SHEET.format(sheet=source.title, what=source.record.title, count=len(rows))
        unplaced = unplaced_text((source, rows), content)
        for text in (*placed_texts((source, rows), content), unplaced):
            if text:
                yield f"  {text}"
        for row in rows:
            word = intake_words.INTAKE_KIND[row.kind]
            texts = [remark_text(remark.code, remark.label, remark.text) for remark in row.remarks]
            for text in filter(None, (*texts, changes_text(row))):
                yield intake_words.ROW_TOLD.format(number=row.number, word=word, text=text)
