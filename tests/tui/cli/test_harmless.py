"""Whatever stands in names of files, arguments, packages or failures: a terminal obeys none of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest

from forms.model.errors import Refused, StorageError
from forms.model.text import HARMFUL, harmless
from tests.tui.cli.conftest import Command

EVIL = "\x1b[2J\x1b]0;x\x07\r\x9b31m\u202e\u2066\u200b\udcff\x7f"


def assert_harmless(*outputs: str) -> None:
    """No character but the end of a line that a terminal obeys, turns round or hides."""
    for output in outputs:
        assert [
            char for char in output if char != "\n" and category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        ] == []


def test_only_what_does_harm_is_replaced() -> None:
    text = "Nguyễn\u00a0Thị Ma\u0302\u0303u – «é» 中 🌳"
    assert harmless(text) == text
    assert harmless("a\nb\x1b[2J\u202e") == f"a{HARMFUL}b{HARMFUL}[2J{HARMFUL}"


@pytest.mark.parametrize("arguments", [
    ["import", f"{EVIL}.json"],
    ["import", f"{EVIL}.xlsx"],
    ["fill", f"{EVIL}.xlsx"],
    ["answer", EVIL],
    ["answer", "approve", "--by", EVIL, "--note", EVIL, "--at", f"{EVIL}={EVIL}"],
    ["verify", EVIL],
    ["diff", EVIL],
    ["send", "--by", EVIL, "--explain", f"{EVIL}={EVIL}"],
    ["export", "json", "-o", f"/dev/null/{EVIL}"],
    ["export", EVIL],
    ["--year", EVIL, "check"],
    ["--today", EVIL, "check"],
    ["--data", f"/proc/{EVIL}", "check"],
    ["roll", "--to", EVIL],
    [EVIL],
    ["check", f"--{EVIL}"],
    ["combine", f"{EVIL}.json", "-o", f"{EVIL}.xlsx"],
])  # fmt: skip
def test_an_argument_is_harmless(
    nhomtre: Command, sent: Path, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = nhomtre(*arguments)
    assert_harmless(run.out, run.err)
    assert run.err


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_the_name_of_a_file_that_was_sent_is_harmless(
    nhomtre: Command, sent: Path, tmp_path: Path, options: list[str]
) -> None:
    name = "a\x1b[2J\nKHÔNG\u202e.json"
    (tmp_path / name).write_text("{}")
    run = nhomtre("combine", str(tmp_path / name), *options)
    assert_harmless(run.out, run.err)
    assert "\x1b" not in run.out
    if options:
        assert run.json["refused"][0]["file"] == str(tmp_path / name), (
            "for a program it is the name all the same"
        )
    else:
        assert "\nKHÔNG\u202e" not in run.out
        assert f"a{HARMFUL}[2J{HARMFUL}KHÔNG{HARMFUL}.json" in run.out


def test_what_stands_in_a_package_is_harmless(
    nhomtre: Command, package_file: Callable[[Any], str], example: dict[str, Any]
) -> None:
    example["children"][0]["name"] = EVIL.replace("\udcff", "") + "Mẫu"
    example["facility"]["name"] = "Nhóm\u202eMẫu"
    example["children"][1]["sex"] = {"typed": "\x1b[2J"}
    example["\x1b[2J"] = 1
    run = nhomtre("import", package_file(example))
    assert_harmless(run.out, run.err)
    del example["\x1b[2J"]
    for words in (["import", package_file(example)], ["check"], ["check", "--json"], ["export", "missing"]):
        run = nhomtre(*words)
        assert_harmless(run.out, run.err)


@pytest.mark.parametrize("kind", [StorageError, Refused])
def test_the_text_of_a_failure_is_harmless(
    nhomtre: Command, sent: Path, kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise kind(f"hỏng {EVIL}")

    monkeypatch.setattr("tui.jobs.workspace.Workspace.read", failing)
    run = nhomtre("check")
    assert run.status in (1, 3)
    assert_harmless(run.err)
    assert "hỏng" in run.err


def test_json_says_the_same_to_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    from tui.cli.output import show_json

    value = {"a": [EVIL, "ễ🌳", "\U000e0041", 'x"\\\n']}
    show_json(value)
    out = capsys.readouterr().out
    assert_harmless(out)
    assert json.loads(out) == value
