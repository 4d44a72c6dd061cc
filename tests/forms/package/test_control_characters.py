"""No text of a package brings a control character or a mark of direction into a dossier, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from forms.model.values import Typed
from forms.package.parts import PackageRefused
from forms.package.reader import read
from tests.builders import example_package, package_bytes

HOSTILE = "\x1b[2J\u202e{}\u2066\x9b31m\x00\u200f\u2028"


def whole_package() -> dict[str, Any]:
    """A package with every part that may stand in one."""
    return example_package() | {
        "reasons": {"T2": {"083": {"TU_THUC.total": "Đếm lại"}}},
        "notes": {"T4": {"203": {"TU_THUC.permanent": "Phòng mới"}}},
        "explanations": {"W09.112": {"T2.112:TU_THUC.total": "Bé nghỉ ốm"}},
        "taken_at": "2019-09-19T14:05:00+07:00",
        "sent_at": "2019-09-20",
        "sent_by": "Chủ Nhóm Mẫu",
        "records_hash": "0",
        "package_hash": "0",
        "check_code": "VQ20-3BDE-35JT-ES61",
        "state": "draft",
    }


def places(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the texts stand."""
    if isinstance(raw, str):
        yield path
    elif isinstance(raw, dict | list):
        for key, part in raw.items() if isinstance(raw, dict) else enumerate(raw):
            yield from places(part, (*path, key))


def texts_of(value: Any) -> Iterator[str]:
    """Every text in what was read, those of keys too."""
    if isinstance(value, Typed):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts_of(key)
            yield from texts_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_of(part)


@pytest.mark.promise("R14", "R23")
@pytest.mark.parametrize("path", list(places(whole_package())), ids=lambda path: ".".join(map(str, path)))
def test_a_text_is_cleaned_or_refused_with_a_message_that_is_clean(path: tuple[Any, ...]) -> None:
    raw = whole_package()
    part: Any = raw
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = HOSTILE.format(part[path[-1]])
    try:
        package = read(package_bytes(raw))
    except PackageRefused as refusal:
        assert all(line.isprintable() for line in str(refusal).split("\n"))
    else:
        assert all(text.isprintable() for text in texts_of((package.parts, dict(package.lists))))


def test_a_key_is_refused_with_a_message_that_is_clean() -> None:
    text = json.dumps(whole_package())
    for key in ("sent_by", "name", "T4", "203", "TU_THUC.permanent", "W09.112", "T2.112:TU_THUC.total"):
        hostile = text.replace(json.dumps(key), json.dumps(HOSTILE.format(key)))
        try:
            package = read(hostile.encode())
        except PackageRefused as refusal:
            assert all(line.isprintable() for line in str(refusal).split("\n")), key
        else:
            assert all(text.isprintable() for text in texts_of((package.parts, dict(package.lists)))), key
