"""How a run ends, for scripts: the one table of exit statuses, of the commands and of the screens."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """What became of a run. A script may rely on each; what each means stands in the help and in the README."""

    DONE = 0
    REFUSED = 1
    """Errors are left, something was refused or does not agree; after a bug of the screens."""
    WRONG_ARGUMENTS = 2
    NOT_READ_OR_WRITTEN = 3
    """A file, a disk or a terminal did not let us."""
    GAVE_WAY = 4
    """A session that another one asked to leave and that did not answer."""
    HANGUP = 128 + 1
    """As a shell tells of a process whose terminal went; the next two of one that was told to end."""
    INTERRUPTED = 128 + 2
    TERMINATED = 128 + 15
