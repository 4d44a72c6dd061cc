"""``nhomtre answer``: what the office said of a sent report, and the request to unlock it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from forms.dossier.content import Content, Edit
from forms.dossier.dossier import Kind
from forms.model.errors import Refused
from forms.model.text import clean
from forms.package.answers import Answer, answering, answering_file, read_answer, remarks_of
from forms.package.parts import PackageRefused
from forms.sets.mn2019.states import ANSWERS, STATES
from tui import texts
from tui.cli.output import notices, say
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import Workspace


def answer(workspace: Workspace, options: Namespace) -> int:
    """Take an answer in, typed or from the office's file."""
    with workspace.open(write=True) as session:
        notices(session.notices)
        content = session.dossier.content
        move = ANSWERS.get(options.what)
        if move is None:
            edits = answer_file_edits(content, Path(options.what))
        else:
            note = clean(options.note or "")
            remarks = remarks_of((place, words or note) for place, words in options.remarks or ())
            given = Answer(move, workspace.now(), clean(options.by or ""), note, content.last_sent, remarks)
            edits = answering(content, given)
        session.dossier.commit(edits, kind=Kind.MOVE)
        content = session.dossier.content
    say(told(content, edits))
    return 0


def answer_file_edits(content: Content, path: Path) -> tuple[Edit, ...]:
    """The edits that take an answer file in. Raises Refused, StorageError."""
    try:
        return answering_file(content, read_answer(bytes_of(path)))
    except PackageRefused as error:
        raise Refused(texts.ANSWER_REFUSED.format(why="; ".join(map(str, error.offences)))) from None


def told(content: Content, edits: tuple[Edit, ...]) -> str:
    """What was taken in."""
    move = ANSWERS[edits[-1].new["move"]]
    return texts.ANSWERED.format(move=move.title, state=STATES[content.state].title)
