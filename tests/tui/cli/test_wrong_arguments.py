"""Wrong arguments: one line says which and what was given; nothing that argparse says is read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import pytest

from tui.cli import parser
from tui.jobs.sessions.exit_status import ExitStatus

WRONG = (
    ("chek", "không có lệnh 'chek'"),
    ("--data d --foo chek check", "không có lệnh 'chek'"),
    ("-- -5", "không có lệnh '--'"),
    ("--data", "sau --data còn thiếu giá trị"),
    ("check --data a --data", "sau --data còn thiếu giá trị"),
    ("export pdf -o", "sau -o/--output còn thiếu giá trị"),
    ("--year 2019 check", "--year: «2019» không phải năm học, ví dụ 2019-2020"),
    ("--demo --demo=1 check", "--demo không kèm giá trị, nhưng có '1'"),
    ("check --json=", "--json không kèm giá trị, nhưng có ''"),
    ("-hx", "-h/--help không kèm giá trị, nhưng có 'x'"),
    ("export", "còn thiếu LOẠI"),
    ("send --explain W02=x", "còn thiếu --by"),
    (
        "export foo",
        "LOẠI: không có 'foo'; chọn một trong: 'pdf', 'xlsx', 'rosters', 'json', 'missing', 'portal', 'child', 'notice', 'keys'",
    ),
    ("import a --encoding zz", "--encoding: không có 'zz'; chọn một trong: 'convert', 'keep'"),
    ("check extra more --zz", "không hiểu extra more --zz"),
    ("--reset check", "--reset chỉ dùng được cùng với --demo hoặc lệnh lesson"),
)


@pytest.mark.parametrize(("arguments", "what"), WRONG)
def test_what_is_wrong_is_told_whatever_argparse_says(
    arguments: str, what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(argparse, "_", lambda text: f"other words: {text}")
    with pytest.raises(SystemExit) as stop:
        parser.parse(arguments.split())
    assert stop.value.code == ExitStatus.WRONG_ARGUMENTS
    captured = capsys.readouterr()
    assert captured.err == f"Gõ sai lệnh: {what}. Xem cách dùng: nhomtre -h\n"
    assert captured.out == ""


@pytest.mark.parametrize("arguments", [["check", "x" * 5000], ["x" * 5000], ["export", "x" * 5000]])
def test_what_was_given_is_told_in_short(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.parse(arguments)
    assert len(capsys.readouterr().err) < 500
