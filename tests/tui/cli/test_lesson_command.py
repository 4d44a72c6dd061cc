"""``nhomtre lesson``: its own folder, what is told, beginning anew, a trainer's file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import lesson_file
from tests.tui.cli.conftest import Command


def test_it_has_a_folder_of_its_own(folder: Path, nhomtre: Command) -> None:
    run = nhomtre("lesson", "--json")
    assert run.status == 0
    assert {tuple(task) for task in run.json} == {("task", "title", "done")}
    assert [task["task"] for task in run.json if task["done"]] == []
    assert [path.name for path in folder.iterdir()] == ["bai-hoc"]
    assert nhomtre("--demo", "check").status == 0
    assert {path.name for path in folder.iterdir()} == {"bai-hoc", "tap-huan"}


def test_without_a_terminal_it_lists_the_tasks(nhomtre: Command) -> None:
    run = nhomtre("lesson")
    assert run.status == 0
    assert run.out.splitlines()[1] == "  2  chưa  Sửa một ngày sinh sai"
    assert "đã xong 0 trong 14 bài" in run.err


def test_what_is_put_right_is_done_and_reset_begins_anew(folder: Path, nhomtre: Command) -> None:
    nhomtre("lesson", "--json")
    own = ("--data", str(folder / "bai-hoc"))
    assert nhomtre(*own, "derive").status == 0

    def done() -> list[str]:
        return [task["task"] for task in nhomtre("lesson", "--json").json if task["done"]]

    assert done() == ["take"]
    assert nhomtre("lesson", "--reset", "--json").status == 0
    assert done() == []
    assert {path.name for path in folder.iterdir()} == {"bai-hoc", "bai-hoc.cu"}


def test_reset_helps_after_a_sending_and_a_new_year(folder: Path, nhomtre: Command) -> None:
    """Also in the training copy."""
    for words in (
        ("--demo", "send", "--by", "Nguyễn Thị Mẫu", "--explain", "all=Đã xem"),
        ("--demo", "roll", "--to", "2020-2021"),
    ):
        run = nhomtre(*words)
        assert run.status in (0, 1), run.err
    assert nhomtre("--demo", "--reset", "check", "--json").status == 0
    assert not (folder / "tap-huan" / "2020-2021.json").exists()


def test_a_trainers_lesson(tmp_path: Path, nhomtre: Command) -> None:
    raw = json.loads(lesson_file())
    raw["tasks"] = raw["tasks"][:2]
    file = tmp_path / "bai.json"
    file.write_text(json.dumps(raw), "utf-8")
    assert len(nhomtre("lesson", "--file", str(file), "--json").json) == 2
    assert len(nhomtre("lesson", "--json").json) == 2
    assert len(nhomtre("lesson", "--file", str(file), "--json").json) == 2
    raw["tasks"] = raw["tasks"][:1]
    file.write_text(json.dumps(raw), "utf-8")
    run = nhomtre("lesson", "--file", str(file), "--json")
    assert run.status == 1
    assert "--reset" in run.err
    assert len(nhomtre("lesson", "--file", str(file), "--reset", "--json").json) == 1


@pytest.mark.parametrize("data", ["{}", '{"format": "nhomtre-lesson/1"}', "x"])
def test_a_file_that_is_no_lesson_begins_nothing(
    folder: Path, tmp_path: Path, nhomtre: Command, data: str
) -> None:
    file = tmp_path / "bai.json"
    file.write_text(data, "utf-8")
    run = nhomtre("lesson", "--file", str(file))
    assert run.status == 1
    assert "Không mở được bài học" in run.err
    assert not folder.exists()
    assert nhomtre("lesson", "--file", str(tmp_path / "no.json")).status == 3


def test_wrong_arguments(nhomtre: Command) -> None:
    assert nhomtre("--demo", "lesson").status == 2
    assert nhomtre("--reset", "check").status == 2
