"""Methods of data classes are compiled when they are first called, and do what they always do."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

import pytest

from tui.cli.desks.late_methods import COMPILES, late_methods

COMPILED_ONE_BY_ONE = pytest.mark.skipif(
    not hasattr(dataclasses, COMPILES), reason="Python 3.13 compiles the methods of a class together"
)


def child(**options: Any) -> Any:
    """A data class of which nothing but its making is tried."""

    class Child:
        name: str
        groups: list[str] = field(default_factory=list)
        code: int = field(default=1, compare=False, repr=False)

    return dataclass(**options)(Child)


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the methods that are compiled from now on."""
    names: list[str] = []
    create = getattr(dataclasses, COMPILES)

    def counted(name: str, *given: Any, **named: Any) -> Any:
        names.append(name)
        return create(name, *given, **named)

    monkeypatch.setattr(dataclasses, COMPILES, counted)
    return names


@COMPILED_ONE_BY_ONE
def test_a_method_is_compiled_when_it_is_first_called_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    with late_methods():
        late = child(frozen=True)
    assert not names
    assert late("Sen") == late("Sen", [], 2)
    assert names == ["__init__", "__eq__"]
    child()
    assert len(names) > 2, "what is made later is as ever"


@pytest.mark.parametrize("options", [{}, {"frozen": True}, {"order": True}, {"slots": True, "kw_only": True}])
def test_it_does_what_it_always_does(options: dict[str, Any]) -> None:
    with late_methods():
        late = child(**options)
    real = child(**options)
    for one in (late, real):
        sen, hoa = one(name="Sen", groups=["3T"]), one(name="Hoa", code=7)
        assert repr(sen).endswith("Child(name='Sen', groups=['3T'])")
        assert sen != hoa and sen == one(name="Sen", groups=["3T"], code=2)
        assert hoa.groups == [] and hoa.groups is not one(name="Hoa").groups
        assert dataclasses.replace(sen, name="Hoa") == one(name="Hoa", groups=["3T"])
        assert (one.__hash__ is None) is not options.get("frozen", False)
        with pytest.raises(TypeError, match="nickname"):
            one(name="Sen", nickname="x")
        if options.get("frozen"):
            with pytest.raises(dataclasses.FrozenInstanceError):
                sen.name = "Hoa"
            with pytest.raises(dataclasses.FrozenInstanceError):
                del sen.name
        if options.get("order"):
            assert sorted([sen, hoa]) == [hoa, sen] and hoa < sen
    assert {*vars(late)} == {*vars(real)}


def test_the_modules_that_data_classes_ask_rarely_are_not_loaded() -> None:
    program = "import sys, tui.cli.desks.late_methods\nassert not {'ast', 'dis', 'tokenize'} & {*sys.modules}"
    subprocess.run([sys.executable, "-c", program], check=True)
