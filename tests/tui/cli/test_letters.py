"""What the streams say where only ASCII can be shown."""

import json

import pytest

from tests.tui.cli.conftest import Command


@pytest.mark.parametrize("option", ["--ascii", "--no-marks"])
def test_json_in_ascii_is_the_same_data(nhomtre: Command, option: str) -> None:
    whole, plain = nhomtre("--demo", "check", "--json"), nhomtre("--demo", option, "check", "--json")
    assert plain.status == whole.status
    assert plain.out.isascii()
    assert not whole.out.isascii()
    assert json.loads(plain.out) == json.loads(whole.out)


@pytest.mark.parametrize("words", [["-h"], ["check", "-h"], ["zz"], ["--demo", "check"]])
def test_what_is_said_is_ascii(nhomtre: Command, words: list[str]) -> None:
    whole, plain = nhomtre(*words), nhomtre(*words, "--ascii")
    assert plain.status == whole.status
    assert (plain.out + plain.err).isascii()
    assert len(plain.out) == len(whole.out)
