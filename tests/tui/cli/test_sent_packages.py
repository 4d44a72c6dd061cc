"""Packages of sent reports taken in, and what already lies where a revision is to be put."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.tui.cli.conftest import EXAMPLE, Command, code_of, state

PackageFile = Callable[[Any], str]
YEAR = SchoolYear(2019)
BY = ("--by", "Người Mẫu Gửi")


def edit(folder: Path, *path: str, value: Any) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        assert session.dossier.set(path, value)


def sent_revisions(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "exports" / "2019-2020").iterdir())


@pytest.mark.slow
def test_the_package_of_a_sent_report_keeps_state_and_sending_in_an_empty_folder(
    sent_whole: Path, folder: Path, tmp_path: Path, nhomtre: Command
) -> None:
    other = tmp_path / "other"
    assert nhomtre("--data", str(other), "import", str(next(sent_whole.glob("*.json")))).status == 0
    assert state(other) == ("sent", 1)
    with Store(other).open(YEAR, write=False) as session, Store(folder).open(YEAR, write=False) as origin:
        wanted = {
            key: text for key, text in origin.dossier.content.part("sent")["1"].items() if key != "files"
        }
        assert session.dossier.content.part("sent") == {"1": wanted}
    assert nhomtre("--data", str(other), "verify", code_of(sent_whole)).status == 0
    assert nhomtre("--data", str(other), "send", *BY).status == 1
    nhomtre("--data", str(other), "answer", "reject", "--note", "sửa")
    assert nhomtre("--data", str(other), "send", *BY).status == 0
    assert state(other) == ("sent", 2)


@pytest.mark.slow
@pytest.mark.parametrize("now", ["rejected", "unlocked"])
def test_the_package_of_an_old_revision_never_gives_its_number_again(
    sent_whole: Path, folder: Path, nhomtre: Command, now: str
) -> None:
    old = next(sent_whole.glob("*.json"))
    nhomtre("answer", "reject", "--note", "sửa")
    edit(folder, "facility", "phone", value="0912345678")
    nhomtre("send", *BY, "--with-records")
    answers = (("reject", "--note", "sửa"),) if now == "rejected" else (("lock",), ("unlock",))
    for answer in answers:
        nhomtre("answer", *answer)
    second = next(sent_whole.with_name("ban-2").glob("*.json"))
    for package in (old, second, old):
        assert nhomtre("import", str(package)).status == 0
        assert state(folder) == (now, 2)
        with Store(folder).open(YEAR, write=False) as session:
            assert set(session.dossier.content.part("sent")) == {"1", "2"}
            assert session.dossier.content.revision == 3
    assert nhomtre("send", *BY).status == 0
    assert sent_revisions(folder) == ["ban-1", "ban-2", "ban-3"]


@pytest.mark.slow
def test_a_package_of_the_same_number_that_was_sent_elsewhere_does_not_take_its_place(
    sent_whole: Path, folder: Path, tmp_path: Path, nhomtre: Command
) -> None:
    other = tmp_path / "other"
    package = json.loads(EXAMPLE.read_text("utf-8"))["package"]
    package["cells"]["T4"]["203"] = {"TU_THUC.permanent": 1}
    (tmp_path / "p.json").write_text(json.dumps(package), "utf-8")
    nhomtre("--data", str(other), "import", str(tmp_path / "p.json"))
    nhomtre("--data", str(other), "send", "--by", "Máy khác", "--with-records")
    elsewhere = other / "exports" / "2019-2020" / "ban-1"
    nhomtre("answer", "reject", "--note", "sửa")
    assert nhomtre("import", str(next(elsewhere.glob("*.json")))).status == 0
    assert state(folder) == ("rejected", 1)
    assert nhomtre("send", *BY).status == 0
    assert state(folder) == ("sent", 2)
    assert nhomtre("verify", code_of(sent_whole)).status == 0
    assert nhomtre("verify", code_of(elsewhere)).status == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_already_has_the_name_is_kept_aside_and_said(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, kind: str
) -> None:
    nhomtre("import", package_file(example))
    there = folder / "exports" / "2019-2020" / "ban-1"
    pin = folder / "backups" / "2019-2020.ban-1.json"
    there.parent.mkdir(parents=True)
    pin.parent.mkdir(exist_ok=True)
    pin.write_text("cũ")
    if kind == "folder":
        there.mkdir()
        (there / "cũ.pdf").write_bytes(b"%PDF")
    elif kind == "file":
        there.write_bytes(b"%PDF")
    else:
        there.symlink_to("không có")
    (there.parent / "ban-1-cu-1").mkdir()
    run = nhomtre("send", *BY)
    assert run.status == 0, run
    assert "Đã có ban-1 của một lần gửi khác; được giữ lại với tên ban-1-cu-2." in run.err
    assert "được giữ lại với tên 2019-2020.ban-1-cu-1.json" in run.err
    kept = there.with_name("ban-1-cu-2")
    assert kept.is_symlink() if kind == "link" else kept.exists()
    assert pin.with_name("2019-2020.ban-1-cu-1.json").read_text() == "cũ"
    assert nhomtre("verify", code_of(there)).status == 0
    with Store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
