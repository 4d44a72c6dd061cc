"""The log of bugs. It tells where the program failed, never with what data: no message, no values, no names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from tui.texts import bug_words

LOG_NAME = "nhomtre.log"
MAX_LOG = 256 * 1024


def record(error: BaseException, folder: Path) -> str:
    """Add *error* to the log in *folder*; what to tell the user."""
    log = folder / LOG_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > MAX_LOG:
            log.replace(log.with_suffix(".log.1"))
        with os.fdopen(
            os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(_account(error))
    except OSError:
        return bug_words.BUG_NO_LOG
    return bug_words.BUG.format(log=log)


def _account(error: BaseException) -> str:
    lines = [datetime.now().astimezone().isoformat(timespec="seconds")]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += _places(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n\n"


def _places(step: TracebackType | None) -> Iterator[str]:
    """From the outermost frame to the one that failed. ``traceback`` would also read the source: no screen loads it."""
    while step is not None:
        code = step.tb_frame.f_code
        yield f"  {Path(code.co_filename).name}:{step.tb_lineno} {code.co_name}"
        step = step.tb_next
