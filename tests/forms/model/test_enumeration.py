"""The cheap enumerations do what those of the standard library do, and the house has no others."""

from __future__ import annotations

import copy
import enum
import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest

from forms.model import declared


class Plain(declared.Enum):
    """Of its own."""

    ONE = "one"
    TWO = "two"

    @property
    def doubled(self) -> str:
        """A property is no member."""
        return self.value * 2


class Text(declared.StrEnum):
    """Of text."""

    ONE = "one"
    TWO = "two"

    def said(self) -> str:
        """A method is no member."""
        return f"{self}!"


class StandardPlain(enum.Enum):
    """As ``Plain``."""

    ONE = "one"
    TWO = "two"


class StandardText(enum.StrEnum):
    """As ``Text``."""

    ONE = "one"
    TWO = "two"


def _seen(kind: Any) -> list[Any]:
    one = kind.ONE
    return [
        [(member.name, member.value) for member in kind],
        kind("two") is kind.TWO,
        kind(one) is one,
        one == "one",
        one == kind.TWO,
        one in {kind.ONE},
        one in kind,
        len(kind),
        "one" in {kind.ONE},
        repr(one).replace("Standard", ""),
        str(one).replace("Standard", ""),
        f"{one}".replace("Standard", ""),
        isinstance(one, kind),
        isinstance(one, str),
        bool(kind),
        copy.copy(one) is one,
        copy.deepcopy({"a": one})["a"] is one,
        pickle.loads(pickle.dumps(one)) is one,
    ]


@pytest.mark.parametrize(("ours", "theirs"), [(Plain, StandardPlain), (Text, StandardText)])
def test_they_do_what_the_standard_ones_do(ours: Any, theirs: Any) -> None:
    assert _seen(ours) == _seen(theirs)
    nothing: tuple[Any, ...] = ("three", None, 1, ["one"], {})
    for none in nothing:
        with pytest.raises(ValueError, match="is not a valid"):
            ours(none)
        with pytest.raises(ValueError, match="is not a valid"):
            theirs(none)


def test_methods_stay() -> None:
    assert Plain.ONE.doubled == "oneone"
    assert Text.TWO.said() == "two!"
    assert json.dumps({Text.ONE: Text.TWO}) == '{"one": "two"}'
    match Text("two"):
        case Text.ONE:
            raise AssertionError
        case Text.TWO:
            pass


def test_nobody_makes_one_of_the_standard_library() -> None:
    house = Path(declared.__file__).parents[2]
    standard = re.compile(r"^from enum import .*\b(Enum|StrEnum)\b|^import enum\b", re.MULTILINE)
    paths = [path for floor in ("forms", "exports", "tui") for path in (house / floor).rglob("*.py")]
    assert len(paths) > 300
    assert [path for path in paths if standard.search(path.read_text("utf-8"))] == []
