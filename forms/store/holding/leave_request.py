"""The request of a session that only looks, to the one that writes, to let it write instead: a file beside the lock.

Only who asks writes it and only who holds the lock answers, in its own note; the lock itself is passed on by the system.
"""

from __future__ import annotations

import os
from pathlib import Path

from forms.model.declared import Frozen
from forms.store.holding.holder import fields_at, host, is_alive, put, texts, user
from forms.store.system import (
    system_calls,
)


class LeaveRequest(Frozen):
    """Who asks; *token* tells one request from another."""

    token: str
    user: str
    host: str


def make_request(path: Path) -> LeaveRequest:
    """Ask, in place of whoever asked before. Raises OSError."""
    request = LeaveRequest(os.urandom(16).hex(), user(), host())
    put(path, {"token": request.token, "pid": os.getpid(), "host": request.host, "user": request.user})
    return request


def request_at(path: Path) -> LeaveRequest | None:
    """The request that stands; None when there is none or nobody waits for its answer any more."""
    fields = fields_at(path)
    if fields is None or not is_alive(fields):
        return None
    request = LeaveRequest(*texts(fields, "token", "user", "host"))
    return request if request.token else None


def withdraw(path: Path, request: LeaveRequest) -> None:
    """Take back a request of this session, unless another one stands."""
    standing = request_at(path)
    if standing is not None and standing.token == request.token:
        system_calls.remove(path)
