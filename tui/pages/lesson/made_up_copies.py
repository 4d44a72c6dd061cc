"""Going to the copy of the lesson and back to one's own dossier; a copy of invented data made anew."""

from __future__ import annotations

from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.lesson.lesson_copy import begin_lesson
from tui.jobs.open_report import OpenReport
from tui.jobs.workspace import Workspace, lesson_workspace
from tui.texts import desk_words
from tui.texts.sessions import lesson_words


def learn(host: Host[OpenReport]) -> None:
    """Go on with the lesson, where one was or from the beginning. Raises NhomtreError."""
    here = host.work.workspace
    workspace = lesson_workspace(here.data_folder, None, here.day)
    begin_lesson(workspace, again=False)
    _go_on(host, workspace)


def leave_copy(host: Host[OpenReport]) -> None:
    """Go on with one's own dossier, or with the choice of a beginning where there is none. Raises StorageError."""
    here = host.work.workspace
    _go_on(host, Workspace(here.data_folder, day=here.day))


def _go_on(host: Host[OpenReport], workspace: Workspace) -> None:
    is_new = not workspace.store.years()
    host.work.move_to(workspace.but())
    host.begin(host.work, PageName.FIRST_START if is_new else PageName.HOME)


def reset_copy(host: Host[OpenReport]) -> None:
    """Make the copy anew, after a question; at once for whoever presents it."""
    workspace = host.work.workspace
    if not workspace.training:
        host.say(lesson_words.ONLY_MADE_UP)
    elif host.presents:
        _make_anew(host)
    else:
        host.ask(lesson_words.ASK_RESET[workspace.is_lesson], lambda text: _answer(host, text))


def _answer(host: Host[OpenReport], text: str) -> None:
    if text.casefold() in desk_words.YES_WORDS:
        _make_anew(host)


def _make_anew(host: Host[OpenReport]) -> None:
    is_lesson = host.work.workspace.is_lesson

    def make(workspace: Workspace) -> None:
        if is_lesson:
            begin_lesson(workspace, again=True)
        else:
            workspace.make_training_copy(again=True)

    host.work.make_anew(make)
    host.begin(host.work, PageName.HOME)
    host.say(lesson_words.RESET[is_lesson])
