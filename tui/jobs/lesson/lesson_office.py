"""The office of the lesson: it answers by itself, with a file in the folder of the lesson."""

from __future__ import annotations

from forms.dossier.content import Content
from forms.dossier.sent_revisions import sent
from forms.lesson.tasks import Lesson
from forms.package.answer_file import AnswerFile, write_answer
from forms.store.system import system_calls
from tui.jobs.workspace import Workspace
from tui.texts.sessions import lesson_words


def lay_answer(workspace: Workspace, lesson: Lesson, content: Content) -> None:
    """Once a revision is sent, lay the answer to it into the folder. Raises StorageError."""
    answer, known = lesson.answers.get(content.last_sent), sent(content, content.last_sent)
    if answer is None or known is None or content.state != content.form.send.target:
        return
    path = workspace.folder / lesson_words.ANSWER_FILE.format(number=known.number)
    if path.exists():
        return
    facility = str(content.facility.get("code", ""))
    file = AnswerFile(content.form, facility, str(content.year), known.code, answer.but(at=workspace.now()))
    with system_calls.as_storage_error(lesson_words.ANSWER_NOT_LAID, name=path.name):
        system_calls.write_durably(path, write_answer(file).encode(), path.with_name(f".{path.name}.tmp"))
