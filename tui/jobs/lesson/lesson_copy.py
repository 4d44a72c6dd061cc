"""The folder of the lesson: filled with the unfinished copy, by the lesson of the program or by one from a trainer's file."""

from __future__ import annotations

from pathlib import Path

from forms.dossier.content import Content, empty_content
from forms.lesson.lesson_file import own_lesson, read_lesson
from forms.lesson.tasks import Lesson
from forms.model.errors import Refused
from forms.package.adopt import adopt
from forms.package.parts import PackageRefused
from forms.sets import newest
from forms.store.system import system_calls
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import DatedFolder, Workspace
from tui.texts.sessions import lesson_words

LESSON_FILE = "bai-hoc.json"
"""In the folder of the lesson: the file of a trainer; without one it is the lesson of the program."""


def lesson_in(workspace: DatedFolder) -> Lesson:
    """The lesson that is learnt in the folder. Raises Refused, StorageError, PackageRefused."""
    path = workspace.folder / LESSON_FILE
    with system_calls.as_storage_error(lesson_words.LESSON_NOT_READ, path=path):
        data = system_calls.or_none(system_calls.read_bytes, path)
    return _of_the_form() if data is None else read_lesson(data)


def _of_the_form() -> Lesson:
    form = newest()
    lesson = own_lesson(form)
    if lesson is None:
        raise Refused(lesson_words.NO_LESSON.format(form=form.code))
    return lesson


def lesson_from(path: Path) -> Lesson:
    """The lesson in a trainer's file. Raises Refused with every offence, StorageError."""
    try:
        return read_lesson(bytes_of(path))
    except PackageRefused as refused:
        offences = "\n".join(f"  {offence}" for offence in refused.offences)
        raise Refused(lesson_words.FILE_REFUSED.format(name=path.name, offences=offences)) from None


def begin_lesson(workspace: Workspace, *, again: bool, file: Path | None = None) -> None:
    """Fill the folder of the lesson, the first time or *again*; with *file* by that lesson, else by the one that was learnt there.

    Raises Refused for a file that is no lesson, or another one than the lesson that is under way; StorageError.
    """
    given = None if file is None else lesson_from(file)
    is_begun = bool(workspace.store.years()) and not again
    if is_begun and given is not None and given.source != lesson_in(workspace).source:
        raise Refused(lesson_words.ANOTHER_LESSON.format(name=file.name if file else ""))
    if is_begun:
        return
    lesson = given or lesson_in(workspace)
    workspace.make_copy(lambda: unfinished_copy(lesson, workspace.now()), again=again)
    own = own_lesson(newest())
    if own is None or lesson.source != own.source:
        path = workspace.folder / LESSON_FILE
        with system_calls.as_storage_error(lesson_words.NOT_BEGUN, folder=workspace.folder):
            system_calls.write_durably(path, lesson.source, path.with_name(f".{LESSON_FILE}.tmp"))


def unfinished_copy(lesson: Lesson, at: str) -> Content:
    """What the dossier of the lesson begins with: nothing is taken yet."""
    content = adopt(lesson.start, empty_content(lesson.year, lesson.start.form), at)
    tree = {key: part for key, part in content.tree.items() if key not in ("taken", "taken_at")}
    return content.but(tree)
