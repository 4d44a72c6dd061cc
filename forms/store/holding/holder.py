"""Who holds a dossier, as a note beside it tells the others: the lock itself counts, the note is only for people."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from forms.dossier.roster import SchoolYear
from forms.model.declared import Frozen
from forms.model.text import clean, shorten
from forms.model.values import NotJson, dumps, loads
from forms.store.holding import (
    holding_words,
)
from forms.store.system import (
    platform_calls,
    system_calls,
)
from forms.store.system.short_sums import short_sum

MOST_OF_A_NAME = 20
"""Characters of a computer, a window or a user in the sentence, which three lines of a screen can hold."""


class Holder(Frozen):
    """A session that writes: empty where it is not known; *start* is ISO, by the clock of its computer.

    *refused* is the token of the last request that it did not grant.
    """

    pid: str
    host: str
    user: str
    tty: str = ""
    start: str = ""
    is_remote: bool = False
    refused: str = ""


def user() -> str:
    """Name of the user of this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return holding_words.UNKNOWN


def host() -> str:
    """Name of this computer."""
    return platform_calls.host_name() or holding_words.UNKNOWN


def signature() -> str:
    """Who signs what this process does."""
    return f"{user()}@{host()}"


def this_session() -> Holder:
    """This process, as a holder from now on."""
    return Holder(
        str(os.getpid()),
        host(),
        user(),
        platform_calls.terminal_name(),
        system_calls.stamp(system_calls.now()),
        bool(os.environ.get("SSH_CONNECTION")),
    )


def put_note(path: Path, holder: Holder) -> None:
    """Make *path* tell of *holder*. Raises OSError."""
    fields = {
        "pid": holder.pid,
        "host": holder.host,
        "user": holder.user,
        "tty": holder.tty,
        "start": holder.start,
        "SSH": holder.is_remote,
        "refused": holder.refused,
    }
    put(path, fields)


def holder_at(path: Path, lock: Path) -> Holder | None:
    """Who is noted in *path*, else in the file *lock* as older versions do; None when no living session is."""
    for place in (path, lock):
        fields = fields_at(place)
        if fields and is_alive(fields):
            pid, where, who, tty, start, refused = texts(
                fields, "pid", "host", "user", "tty", "start", "refused"
            )
            return Holder(pid, where, who, tty, start, bool(fields.get("SSH")), refused)
    return None


_SUM = "sum"
"""Key of the sum of the others; the notes of earlier versions have none."""


def put(path: Path, fields: dict[str, Any]) -> None:
    """Make *path* a file of *fields* and their sum, whole or not at all. Raises OSError.

    Nothing is lost with it, so it is not made durable.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | platform_calls.BINARY
    fd = os.open(temporary, flags, platform_calls.FILE_MODE)
    try:
        try:
            platform_calls.make_private(fd)
            system_calls.write_all(fd, dumps({**fields, _SUM: short_sum(dumps(fields))}).encode())
        finally:
            os.close(fd)
        system_calls.replace(temporary, path)
    except BaseException:
        system_calls.remove(temporary)
        raise


def fields_at(path: Path) -> dict[str, Any] | None:
    """What *path* holds; None when nothing readable stands there, or what the disk spoilt."""
    try:
        fields = loads(system_calls.read_bytes(path))
    except (OSError, NotJson, ValueError):
        return None
    if not isinstance(fields, dict):
        return None
    told = fields.pop(_SUM, None)
    return fields if told in (None, short_sum(dumps(fields))) else None


def texts(fields: dict[str, Any], *keys: str) -> Iterator[str]:
    """Those of *fields* as texts that a terminal may show; empty where there is none."""
    return (clean(str(fields.get(key) or "")) for key in keys)


def is_alive(fields: dict[str, Any]) -> bool:
    """Whether the process that wrote *fields* lives, as far as this computer can know."""
    pid = str(fields.get("pid") or "")
    return fields.get("host") != host() or not pid.isdecimal() or platform_calls.is_running(int(pid))


def in_use(year: SchoolYear, holder: Holder | None) -> str:
    """The sentence that another session holds the dossier of *year*, and who."""
    if holder is None:
        return holding_words.HELD_BY_UNKNOWN.format(year=year)
    return holding_words.HELD[holding_words.Seat(bool(holder.tty), holder.is_remote)].format(
        year=year,
        host=in_a_sentence(holder.host),
        tty=in_a_sentence(holder.tty),
        user=in_a_sentence(holder.user),
        pid=holder.pid or holding_words.UNKNOWN,
        since=_since(holder.start),
    )


def in_a_sentence(name: str) -> str:
    """The name of a computer, a window or a user, as long as a sentence on a screen can bear."""
    return shorten(name, MOST_OF_A_NAME) or holding_words.UNKNOWN


def _since(start: str) -> str:
    try:
        return holding_words.SINCE.format(start=datetime.fromisoformat(start))
    except ValueError:
        return holding_words.UNKNOWN_TIME
