"""Named tuples that are made while annotations stay plain are what they always are."""

from __future__ import annotations

import builtins
import sys
import typing
from typing import Any, NamedTuple

import pytest

from tui.cli.desks.plain_annotations import plain_annotations


def child() -> Any:
    """A named tuple with annotations as text."""

    class Child(NamedTuple):
        """A child."""

        name: str
        born: int | None = None

        @property
        def known(self) -> bool:
            return self.born is not None

    return Child


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="no annotation is compiled there")
def test_no_annotation_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    real = builtins.compile

    def counted(source: Any, *given: Any, **named: Any) -> Any:
        compiled.append(source)
        return real(source, *given, **named)

    monkeypatch.setattr(builtins, "compile", counted)
    with plain_annotations():
        child()
    assert not compiled
    child()
    assert compiled == ["str", "int | None"]


def test_it_is_the_same_named_tuple() -> None:
    real = child()
    with plain_annotations():
        plain = child()
    for made in (plain, real):
        assert issubclass(made, tuple) and made.__doc__ == "A child."
        assert (made._fields, made._field_defaults) == (("name", "born"), {"born": None})
        assert made("Sen") == made(name="Sen", born=None) == ("Sen", None)
        assert repr(made("Sen", 2015)) == "Child(name='Sen', born=2015)"
        assert made("Sen", 2015).known and made("Sen")._replace(born=2014).born == 2014
        assert typing.get_type_hints(made) == {"name": str, "born": int | None}
        with pytest.raises(TypeError, match="name"):
            made()
    assert (plain.__module__, plain.__qualname__) == (real.__module__, real.__qualname__)
    assert vars(plain).keys() == vars(real).keys()
