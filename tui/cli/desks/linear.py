"""The one place where the command line opens the desk in lines."""

from __future__ import annotations

import sys
from argparse import Namespace

from tui.cli.output import flush, show_lines
from tui.jobs.workspace import Workspace
from tui.terminal.linear import linear_desk


def run(workspace: Workspace, options: Namespace) -> int:
    """Answer lines until they end. Raises StorageError."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    return linear_desk.run(workspace, options.at, _next_line, show_lines)


def _next_line() -> str | None:
    """The next line of the input, None at its end; what waits for it has been told by then. Raises StorageError."""
    flush()
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None
