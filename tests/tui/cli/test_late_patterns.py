"""Patterns of libraries are compiled when they are first asked, and answer as they always do."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import pytest

from tui.cli.desks.late_patterns import LatePattern, late_patterns


def imported(name: str, text: str) -> Any:
    """A module of that name and text, imported while patterns are late."""
    module = ModuleType(name)
    with late_patterns():
        exec(text, vars(module))
    return module


LIBRARY = """
import re
WORD = re.compile(r"(?P<first>\\w)\\w*", re.IGNORECASE)
match, sub = WORD.match, WORD.sub
"""


def test_it_is_not_compiled_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    library = imported("library.part", LIBRARY)
    assert isinstance(library.WORD, LatePattern)
    compiled: list[str] = []
    real = re.compile

    def counted(*given: Any) -> Any:
        compiled.append(given[0])
        return real(*given)

    monkeypatch.setattr(re, "compile", counted)
    assert not compiled
    assert library.match("Sen")["first"] == "S"
    assert library.sub("x", "Hoa Sen") == "x x"
    assert len(compiled) == 1


@pytest.mark.parametrize("method", ["match", "search", "fullmatch", "split", "findall", "sub", "subn"])
def test_it_answers_as_a_pattern_does(method: str) -> None:
    late, real = imported("library", LIBRARY).WORD, re.compile(r"(?P<first>\w)\w*", re.IGNORECASE)
    given = ("-", "Hoa Sen") if method.startswith("sub") else ("Hoa Sen",)
    ours, theirs = getattr(late, method)(*given), getattr(real, method)(*given)
    assert (ours.span() if isinstance(ours, re.Match) else ours) == (
        theirs.span() if isinstance(theirs, re.Match) else theirs
    )
    assert [found.span() for found in late.finditer("Hoa Sen")] == [(0, 3), (4, 7)]


def test_it_tells_what_else_it_is() -> None:
    late = imported("library", LIBRARY).WORD
    assert (late.pattern, late.groupindex, late.flags & re.IGNORECASE) == (
        r"(?P<first>\w)\w*",
        {"first": 1},
        re.IGNORECASE,
    )
    with pytest.raises(AttributeError):
        _ = late.no_such_name


def test_what_is_ours_and_what_is_imported_later_is_as_ever() -> None:
    assert isinstance(imported("tui.desk.part", LIBRARY).WORD, re.Pattern)
    assert isinstance(re.compile("x"), re.Pattern)


def test_one_that_is_wrong_says_so_when_it_is_asked() -> None:
    late = imported("library", "import re\nWRONG = re.compile('(')").WRONG
    with pytest.raises(re.error):
        late.match("x")
