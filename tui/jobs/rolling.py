"""``nhomtre roll``: the next school year's dossier, told before and after."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from forms.dossier.content import Content
from forms.report.roll_forward import Roll
from forms.sets.mn2019.catalogues import catalogue
from tui import texts
from tui.cli.output import notices, say, show
from tui.jobs.workspace import Workspace


def roll(workspace: Workspace, options: Namespace) -> int:
    """Make the dossier of the next school year; with --dry-run only tell what it would be."""
    with workspace.open(write=False) as session:
        notices(session.notices)
        content = session.dossier.content
    rolled = workspace.roll(content, options.to)
    for line in told(content, rolled):
        show(line)
    if not options.dry_run:
        workspace.keep(rolled.content)
        say(texts.ROLLED.format(year=rolled.content.year, old=content.year))
    return 0


def told(content: Content, rolled: Roll) -> Iterator[str]:
    """What moves up, who leaves, what wants a look."""
    counts = {place: len(rolled.content.records(place)) for place in texts.PLACES}
    yield texts.ROLL_COUNTS.format(year=rolled.content.year, **counts)
    ages = catalogue("age_groups")
    for ref, (old, new) in rolled.moved.items():
        name = content.records("classes")[ref].get("name", ref)
        yield texts.ROLL_MOVED.format(name=name, old=ages.name(old), new=ages.name(new))
    if rolled.leaving:
        yield texts.ROLL_LEAVING.format(count=len(rolled.leaving))
    if rolled.uncounted:
        yield texts.ROLL_UNCOUNTED.format(count=len(rolled.uncounted))
    for refs, text in ((rolled.misfits, texts.ROLL_MISFITS), (rolled.policies, texts.ROLL_POLICIES)):
        if refs:
            names = (str(rolled.content.records("children")[ref].get("name", ref)) for ref in refs)
            yield text.format(names=", ".join(names))
    yield texts.ROLL_CLEARED
