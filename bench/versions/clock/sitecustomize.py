"""A clock that stands still at FIXED_CLOCK (seconds of the epoch), for a process and those that it starts.

Python imports this module by itself when its folder is on PYTHONPATH. Only what tells the time of day is replaced:
durations (``monotonic``, ``perf_counter``) are real.
"""

from __future__ import annotations

import datetime as module
import os
import time
from typing import Any

_REAL = module.datetime
_REAL_DATE = module.date
_localtime, _gmtime, _strftime = time.localtime, time.gmtime, time.strftime


def _seconds() -> float:
    return float(os.environ["FIXED_CLOCK"])


class _AlsoReal(type):
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, _REAL)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, _REAL)


class _DateAlsoReal(type):
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, _REAL_DATE)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, _REAL_DATE)


class _Moment(_REAL, metaclass=_AlsoReal):
    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.fromtimestamp(_seconds(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return cls.fromtimestamp(_seconds(), module.UTC).replace(tzinfo=None)


class _Day(_REAL_DATE, metaclass=_DateAlsoReal):
    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(_seconds())


def _install() -> None:
    for ours, name in ((_Moment, "datetime"), (_Day, "date")):
        ours.__module__, ours.__name__, ours.__qualname__ = "datetime", name, name
        setattr(module, name, ours)
    replaced: dict[str, Any] = {
        "time": _seconds,
        "time_ns": lambda: int(_seconds() * 10**9),
        "localtime": lambda seconds=None: _localtime(_seconds() if seconds is None else seconds),
        "gmtime": lambda seconds=None: _gmtime(_seconds() if seconds is None else seconds),
        "strftime": lambda form, at=None: _strftime(form, _localtime(_seconds()) if at is None else at),
    }
    for name, function in replaced.items():
        setattr(time, name, function)


if "FIXED_CLOCK" in os.environ:
    _install()
