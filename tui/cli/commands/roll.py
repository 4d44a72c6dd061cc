"""``nhomtre roll``: the next school year's dossier, told before and after."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from forms.dossier.content import Content
from forms.report.roll_forward import Roll
from forms.report.succession.other_set import carried_over
from tui.cli import argument_types
from tui.cli.output import say, show
from tui.jobs.keeping.taking_back_a_year import year_to_return_to
from tui.jobs.rolling import begin_year, next_year
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words, rolling_words


def add_arguments(parser: ArgumentParser) -> None:
    """The year, and whether it is only looked at."""
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--to",
        metavar=command_line_words.SCHOOL_YEAR,
        type=argument_types.school_year,
        help=command_line_words.HELP_ROLL_TO,
    )
    way.add_argument("--undo", action="store_true", help=command_line_words.HELP_ROLL_UNDO)
    parser.add_argument("--dry-run", action="store_true", help=command_line_words.HELP_DRY_RUN)


def run(workspace: Workspace, options: Namespace) -> int:
    """Make the dossier of the next school year or take it back; with --dry-run only tell what it would be."""
    if options.undo:
        return _take_back(workspace, is_tried=options.dry_run)
    content = workspace.read(say)
    following = next_year(workspace, content, options.to)
    for line in _lines(content, following):
        show(line)
    if not options.dry_run:
        begin_year(workspace, following.content)
        say(rolling_words.ROLLED.format(year=following.content.year, old=content.year))
        say(rolling_words.ROLLED_BY_COMMAND.format(year=following.content.year))
    return ExitStatus.DONE


def _take_back(workspace: Workspace, *, is_tried: bool) -> int:
    """Remove the dossier that was rolled and not changed."""
    with workspace.open(write=True, notice=say) as session:
        year, before = session.dossier.content.year, year_to_return_to(workspace, session)
        if not is_tried:
            session.withdraw()
            say(rolling_words.ROLL_TAKEN_BACK.format(year=year, old=before))
        else:
            show(rolling_words.ROLL_CAN_BE_TAKEN_BACK.format(year=year, old=before))
    return ExitStatus.DONE


def _lines(content: Content, following: Roll) -> Iterator[str]:
    """What moves up, who leaves, what wants a look."""
    counts = following.content.form.counted(following.content.counts)
    yield command_line_words.ROLL_COUNTS.format(year=following.content.year, counts=counts)
    form, rolling = content.form, content.form.rolling
    words = rolling.words
    for ref, (old, new) in following.moved.items():
        ageing = form.record_by_key[rolling.classes]
        ages = ageing.codes(rolling.age_group)
        name = content.records(ageing.place)[ref].get("name", ref)
        yield command_line_words.ROLL_MOVED.format(name=name, old=ages.name(old), new=ages.name(new))
    if following.leaving:
        yield words.told_leaving.format(count=len(following.leaving))
    if following.uncounted:
        yield words.told_uncounted.format(count=len(following.uncounted))
    for refs, text in (
        (following.misfits, words.told_misfits),
        (following.kept_facts, words.told_kept),
    ):
        if refs:
            names = (str(following.content.records(form.pupils.place)[ref].get("name", ref)) for ref in refs)
            yield text.format(names=", ".join(names))
    if words.told_cleared:
        yield words.told_cleared
    begun = carried_over(following.content)
    if begun.content.form is not form:
        yield rolling_words.ROLL_OTHER_SET.format(
            year=begun.content.year, new=begun.content.form.code, name=begun.content.form.name, old=form.name
        )
    for line in begun.without:
        yield rolling_words.ROLL_WITHOUT.format(what=line)
