"""``nhomtre forms``: the official forms that the program knows, for which school years, from where and how surely."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from forms.dossier.roster import SchoolYear
from forms.model.text import format_date
from forms.sets import in_force
from forms.sets.form_set import FormSet
from tui.cli import argument_types
from tui.cli.output import show, show_json
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts.records import form_set_words as words


def add_arguments(parser: ArgumentParser) -> None:
    """``--json``."""
    argument_types.add_json(parser)


def run(_workspace: Workspace, options: Namespace) -> int:
    """Show them; also where there is no dossier."""
    known = list(in_force())
    if options.json:
        show_json([_as_json(*one) for one in known])
        return ExitStatus.DONE
    for since, until, form in known:
        show(words.SET.format(code=form.code, title=form.title, period=form.period, id=form.id))
        show(
            words.SINCE.format(since=SchoolYear(since))
            if until is None
            else words.YEARS.format(since=SchoolYear(since), until=SchoolYear(until))
        )
        for origin in form.origins:
            show(words.ORIGIN.format(part=origin.part, source=origin.source, certainty=origin.certainty))
        for norm in form.norms:
            template = words.NORM if norm.until is None else words.NORM_UNTIL
            most = ", ".join(map(str, norm.limits.values())) or words.NOT_KNOWN
            show(
                template.format(
                    what=norm.what,
                    document=norm.document,
                    since=format_date(norm.since),
                    until=norm.until and format_date(norm.until),
                    most=most,
                )
            )
    return ExitStatus.DONE


def _as_json(since: int, until: int | None, form: FormSet) -> dict[str, Any]:
    return {
        "id": form.id,
        "code": form.code,
        "title": form.title,
        "first_year": str(SchoolYear(since)),
        "last_year": None if until is None else str(SchoolYear(until)),
        "parts": [
            {"part": one.part, "source": one.source, "certainty": one.certainty} for one in form.origins
        ],
        "norms": [
            {
                "key": norm.key,
                "what": norm.what,
                "from": norm.since.isoformat(),
                "to": norm.until and norm.until.isoformat(),
                "limits": dict(norm.limits),
                "document": norm.document,
                "source": norm.source,
                "certainty": norm.certainty,
                "note": norm.note,
            }
            for norm in form.norms
        ],
    }
