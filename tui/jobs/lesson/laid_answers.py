"""The answers of the office of the lesson that lie in its folder."""

from __future__ import annotations

from pathlib import Path

from tui.jobs.workspace import DatedFolder
from tui.texts.sessions import lesson_words


def answers_laid(workspace: DatedFolder) -> list[Path]:
    """The answers that lie there to be read, the newest first; none outside of a lesson."""
    if not workspace.is_lesson:
        return []
    return sorted(workspace.folder.glob(lesson_words.ANSWER_FILE.format(number="*")), reverse=True)
