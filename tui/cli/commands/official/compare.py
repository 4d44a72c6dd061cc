"""``nhomtre compare``: a file of the national system beside ours and the revision sent last; what was found is kept."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.model.errors import StorageError
from tui.cli import argument_types
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show_json, show_lines
from tui.jobs.official import kept_comparison
from tui.jobs.official.system_file import (
    complaint_in_words,
    complaints_of,
    mismatch_in_words,
    mismatches_of,
    read_system_file,
    sent_before,
)
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import compare_words


def add_arguments(parser: ArgumentParser) -> None:
    """The file that was downloaded."""
    parser.add_argument(
        "file",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=compare_words.HELP_COMPARE_FILE,
    )
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show what differs and what the system complains about, and keep both; what the file has to be told goes to stderr."""
    content = workspace.read(say)
    with file_to_read(options.file) as path:
        file = read_system_file(path, content.form, content.year)
    found = mismatches_of(file, content, sent_before(workspace, content, say))
    at = workspace.now()
    complaints = complaints_of(file, content, at)
    for note in file.notes:
        say(note)
    if options.json:
        show_json(
            {
                "differences": [mismatch.as_json() for mismatch in found],
                "complaints": [{"place": str(each.place), "text": each.text} for each in complaints.remarks],
            }
        )
    else:
        show_lines(mismatch_in_words(mismatch, content.last_sent) for mismatch in found)
        show_lines(
            compare_words.COMPLAINT.format(text=complaint_in_words(complaint, content))
            for complaint in complaints.remarks
        )
        say(compare_words.COUNT.format(count=len(found)) if found else compare_words.SAME)
    try:
        kept_comparison.keep(workspace, file, at)
    except StorageError as error:
        if complaints.remarks:
            raise
        say(compare_words.NOT_KEPT.format(why=error))
    if complaints.remarks:
        say(compare_words.COMPLAINTS_KEPT.format(count=len(complaints.remarks)))
    return ExitStatus.DONE
