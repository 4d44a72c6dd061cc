"""Sending, without files: when the clock of the computer says something that cannot be."""

from __future__ import annotations

import pytest

from forms.dossier.content import Edit, apply
from forms.report.figures import FiguresOf
from forms.report.submission import NameDoubt, doubt_about, is_clock_back, is_name, sending
from tests.builders import example

SENT = "2019-09-20T09:30:00+07:00"


@pytest.mark.parametrize(
    ("now", "is_back"),
    [
        ("2019-09-20T09:29:59+07:00", True),
        ("2019-09-20T09:30:00+07:00", False),
        ("2019-09-20T09:30:01+07:00", False),
        ("2019-09-20T09:30:00+08:00", False),
    ],
    ids=["a second before", "the same second", "a second after", "the same hands in another zone"],
)
def test_the_clock_is_back_only_before_the_second_of_the_last_sending(now: str, is_back: bool) -> None:
    content = example()
    content = apply(content, sending(content, FiguresOf()(content), "Người Mẫu Gửi", SENT))
    assert is_clock_back(content, now) is is_back


def test_before_the_first_sending_no_clock_is_back() -> None:
    assert not is_clock_back(example(), "1970-01-01T00:00:00+07:00")


@pytest.mark.parametrize(
    ("text", "is_one"), [("Lan", True), ("Đ", True), ("12", False), ("- .", False), ("", False)]
)
def test_a_name_holds_a_letter(text: str, is_one: bool) -> None:
    assert is_name(text) is is_one


@pytest.mark.parametrize(
    ("head", "name", "doubt"),
    [
        ("Trần Thị Lan", "Trần Thị Lan", None),
        ("Trần Thị Lan", "trần  thị LAN", None),
        ("Trần Thị Lan", "Tran Thi Lan", None),
        ("Trần Thị Lan", "Trần Thị Lài", NameDoubt.NOT_THE_HEAD),
        ("Trần Thị Lan", "Lan", NameDoubt.ONE_WORD),
        ("Lan", "Lan", None),
        ("", "Trần Thị Lan", None),
        ("", "Lan", NameDoubt.ONE_WORD),
    ],
)
def test_a_doubtful_name(head: str, name: str, doubt: NameDoubt | None) -> None:
    content = example()
    path = ("facility", "head_name")
    content = apply(content, [Edit(path, content.value(path), head or None)])
    assert doubt_about(name, content) is doubt
