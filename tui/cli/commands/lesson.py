"""``nhomtre lesson``: the tasks of the lesson and which are done; at a terminal the screens on its copy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.store.system import named_paths
from tui.cli import argument_types
from tui.cli.desks import linear, screens
from tui.cli.output import say, show, show_json
from tui.jobs.lesson.learning import tasks_done
from tui.jobs.lesson.lesson_copy import begin_lesson
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.terminal import capabilities
from tui.texts import command_line_words
from tui.texts.sessions import lesson_words


def add_arguments(parser: ArgumentParser) -> None:
    """A trainer's file; ``--json``."""
    parser.add_argument(
        "--file", metavar=command_line_words.FILE, type=argument_types.path, help=lesson_words.HELP_FILE
    )
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Begin the lesson where it is not begun or is to be begun anew; open it, or tell how far it is."""
    file = named_paths.path_of(options.file) if options.file else None
    begin_lesson(workspace, again=options.reset, file=file)
    if options.linear:
        return linear.run(workspace, options)
    if options.has_screen and capabilities.is_interactive():
        return screens.run(workspace, options)
    tasks = tasks_done(workspace, say)
    if options.json:
        show_json([{"task": task.key, "title": task.title, "done": is_done} for task, is_done in tasks])
        return ExitStatus.DONE
    for number, (task, is_done) in enumerate(tasks, 1):
        state = lesson_words.TASK_DONE if is_done else lesson_words.TASK_OPEN
        show(lesson_words.TASK_LINE.format(number=number, state=state, title=task.title))
    done = sum(is_done for _, is_done in tasks)
    say(lesson_words.TASKS_DONE.format(done=done, total=len(tasks)))
    return ExitStatus.DONE
