"""What the office said of a sent report, typed or from its file, and the request to unlock it."""

from pathlib import Path
from typing import NamedTuple

from forms.dossier.content import Content, Edit
from forms.dossier.dossier import Kind
from forms.model.errors import Refused
from forms.package.answer_file import read_answer, refuse_of_another
from forms.package.answers import Answer, answering, correcting, remarks_of, supersedes
from forms.package.parts import PackageRefused
from forms.report.differences import differences
from forms.sets.workflow import Move
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import Notice, Workspace
from tui.texts.revisions import answer_words


class Reply(NamedTuple):
    """An answer that the report can take in: the move that it makes, and the edits that keep it."""

    move: Move
    edits: tuple[Edit, ...]


class TypedAnswer(NamedTuple):
    """An answer as it is typed: *remarks* are (place, words), without words of their own those of the *note*."""

    move: Move
    by: str
    note: str
    remarks: tuple[tuple[str, str], ...] = ()
    corrects: bool = False
    """Whether it takes the place of the last answer."""


def reply(content: Content, answer: Answer) -> Reply:
    """An answer that was typed. Raises Refused when it does not fit the report."""
    return Reply(answer.move, answering(content, answer))


def reply_in_file(workspace: Workspace, content: Content, path: Path) -> Reply:
    """The office's answer file, also one by which the office takes its last answer back. Raises Refused, StorageError."""
    try:
        file = read_answer(bytes_of(path))
    except PackageRefused as error:
        raise Refused(answer_words.ANSWER_REFUSED.format(why="; ".join(map(str, error.offences)))) from None
    refuse_of_another(content, file)
    if supersedes(content, file.answer):
        return correction(workspace, content, file.answer)
    return reply(content, file.answer)


def correction(workspace: Workspace, content: Content, answer: Answer) -> Reply:
    """The last answer as *answer* has it now. Raises Refused when the report went on since, StorageError."""
    edits = correcting(content, answer)
    reopened, states = not content.is_frozen, content.form.states
    if reopened and not states[answer.move.target].editable:
        last = workspace.revision(content.year, content.last_sent)
        if last is None or differences(last, content):
            raise Refused(answer_words.CHANGED_SINCE.format(move=answer.move.title))
    return Reply(answer.move, edits)


def take_answer(workspace: Workspace, what: TypedAnswer | Path, notice: Notice) -> tuple[Move, Content]:
    """Take in an answer to the revision sent last, or an answer file: its move, and the report as it is then.

    Raises Refused, StorageError.
    """
    with workspace.open(write=True, notice=notice) as session:
        content = session.dossier.content
        if isinstance(what, Path):
            given = reply_in_file(workspace, content, what)
        else:
            remarks = remarks_of(((place, words or what.note) for place, words in what.remarks), content.form)
            answer = Answer(what.move, workspace.now(), what.by, what.note, content.last_sent, remarks)
            given = correction(workspace, content, answer) if what.corrects else reply(content, answer)
        session.dossier.commit(given.edits, kind=Kind.MOVE)
        return given.move, session.dossier.content
