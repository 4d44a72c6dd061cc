"""Values that are cheap to define behave as frozen dataclasses do."""

import pickle

import pytest

from forms.model.declared import Frozen


class Pair(Frozen):
    """A value of two."""

    left: int
    right: str = "none"


def test_by_position_and_by_name() -> None:
    pair = Pair(1, right="x")
    assert (pair.left, pair.right, Pair(1).right) == (1, "x", "none")
    assert pair.but(left=2) == Pair(2, "x")
    assert repr(pair) == "Pair(left=1, right='x')"


def test_equal_when_what_they_hold_is() -> None:
    assert Pair(1) == Pair(1)
    assert hash(Pair(1)) == hash(Pair(1))
    assert Pair(1) != Pair(2)
    assert Pair(1) != (1, "none")
    assert pickle.loads(pickle.dumps(Pair(3))) == Pair(3)


@pytest.mark.parametrize("given", [(), (1, "x", 2)])
def test_too_few_and_too_many_are_refused(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Pair(*given)  # type: ignore[arg-type]


def test_one_field_twice_is_refused() -> None:
    with pytest.raises(TypeError):
        Pair(1, left=1)  # type: ignore[misc]


def test_frozen() -> None:
    with pytest.raises(AttributeError):
        Pair(1).left = 2  # type: ignore[misc]


def test_taken_apart_by_position() -> None:
    match Pair(1, "x"):
        case Pair(left, right):
            assert (left, right) == (1, "x")
