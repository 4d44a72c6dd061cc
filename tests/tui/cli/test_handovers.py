"""What is exported and carried away is a line of the history: what, under which name, by whom, when; also by one who only reads."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from forms.dossier.content import difference
from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.builders import example
from tests.tui.cli.conftest import Command, in_a_process, on_disk
from tests.unprivileged import as_everyone_reads
from tui.jobs.handing.handing_over import note_given
from tui.jobs.workspace import Workspace

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
FILE = "2019-2020.handovers"


def given(nhomtre: Command) -> list[tuple[str, str, str]]:
    lines = nhomtre("history", "--json").json
    return [
        (line["kind"], line["new"], line["path"].partition("/")[2])
        for line in lines
        if line["kind"] in ("export", "handover")
    ]


def test_each_is_a_line_with_its_time_and_person(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path
) -> None:
    assert given(nhomtre) == []
    (tmp_path / "stick").mkdir()
    paths = [
        nhomtre(*arguments).out.split()[0]
        for arguments in (
            ("export", "pdf"),
            ("export", "json", "-o", str(tmp_path / "goi.json")),
            ("backup", str(tmp_path / "stick")),
        )
    ]
    assert nhomtre("export", "missing", "-o", "-").status == 0
    told = given(nhomtre)
    assert told[:3] == [
        (kind, what, Path(path).name)
        for kind, what, path in zip(
            ("export", "export", "handover"), ("pdf", "json", "backup"), paths, strict=True
        )
    ]
    assert told[3][:2] == ("export", "missing")
    last = nhomtre("history", "--json").json[-1]
    assert last["seq"] is None and last["at"].startswith("2019-09-19T") and "@" in last["by"]
    assert "Xuất biểu (PDF)" in nhomtre("history").out
    # of one place only what is about it
    assert "Xuất" not in nhomtre("history", "facility").out
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    # the dossier is as it was, and the file says where to nobody
    assert str(tmp_path) not in (folder / FILE).read_text("utf-8")


def test_it_stands_where_it_happened_between_changes(nhomtre: Command, sent: Path) -> None:
    assert nhomtre("export", "json").status == 0
    answer = ("answer", "reject", "--by", "Phòng Mẫu", "--note", "sửa")
    assert nhomtre(*answer, today="2019-09-21").status == 0
    kinds = [line["kind"] for line in nhomtre("history", "--json").json]
    assert kinds[-2:] == ["move", "move"] and "export" in kinds[:-2]


def test_while_another_session_writes_it_is_noted_as_well(nhomtre: Command, sent: Path, folder: Path) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        seq = session.dossier.seq
        assert nhomtre("export", "pdf").status == 0
        assert len(given(nhomtre)) == 1
        assert session.dossier.set(("campaign", "deadline"), "2019-09-30") is not None
        assert session.dossier.seq == seq + 1
        assert not session.loss


def test_a_torn_line_harms_no_other(nhomtre: Command, sent: Path, folder: Path) -> None:
    assert nhomtre("export", "json").status == 0
    whole = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(whole + whole[:40])
    assert nhomtre("export", "missing", "-o", "-").status == 0
    assert [what for _, what, _ in given(nhomtre)] == ["json", "missing"]


def test_a_folder_that_is_only_read_still_exports(
    nhomtre: Command, sent: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def read_only(path: object, flags: int, *more: int) -> int:
        if str(path).endswith(FILE):
            raise PermissionError(13, "on purpose")
        return real(path, flags, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", read_only)
    run = nhomtre("export", "missing", "-o", "-")
    assert run.status == 0 and run.out
    assert "chưa ghi được vào lịch sử" in run.err


def test_a_folder_that_cannot_be_looked_through_names_the_file_that_is_not_noted(
    tmp_path: Path, sent: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    listed = os.listdir

    def unlisted(path: str | Path) -> list[str]:
        if Path(path) == folder / "backups":
            raise PermissionError(errno.EACCES, "on purpose")
        return listed(path)

    monkeypatch.setattr(os, "listdir", unlisted)
    note_given(Workspace(folder), YEAR, "json", tmp_path / "goi.json", told.append)
    (sentence,) = told
    assert "goi.json" in sentence and "Tệp đã ghi xong" in sentence


def test_what_is_piped_is_noted_under_a_name_that_tells_of_nobody(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path
) -> None:
    template = tmp_path / "bé Phúc.xlsx"
    assert nhomtre("export", "rosters", "--blank", "-o", str(template)).status == 0
    before = given(nhomtre)
    run = in_a_process(folder, "fill", str(template), "-o", "-")
    assert run.returncode == 0, run
    assert given(nhomtre) == [*before, ("export", "fill", "da-dien.xlsx")]


def test_errors_that_are_in_it_are_told_when_it_is_piped(
    nhomtre: Command, folder: Path, tmp_path: Path
) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.commit(difference(session.dossier.content, example()))
        session.dossier.set(("facility", "name"), None)
    written = nhomtre("export", "xlsx", "-o", str(tmp_path / "a.xlsx"))
    assert "lỗi, chưa gửi được" in written.err
    piped = in_a_process(folder, "export", "xlsx", "-o", "-")
    assert piped.returncode == 0 and piped.stderr.decode() == written.err


def test_it_goes_along_in_a_backup(nhomtre: Command, sent: Path, folder: Path, tmp_path: Path) -> None:
    assert nhomtre("export", "json").status == 0
    stick = tmp_path / "stick"
    stick.mkdir()
    assert nhomtre("backup", str(stick)).status == 0
    before = (folder / FILE).read_bytes().splitlines()
    (backup,) = stick.iterdir()
    for path in on_disk(folder):
        if (folder / path).is_file():
            (folder / path).unlink()
    assert nhomtre("restore", str(backup)).status == 0
    assert (folder / FILE).read_bytes().splitlines() == before[:1]


def test_what_was_given_away_since_a_backup_stays_in_the_list_when_that_is_restored(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path
) -> None:
    assert nhomtre("export", "json").status == 0
    stick = tmp_path / "stick"
    stick.mkdir()
    assert nhomtre("backup", str(stick)).status == 0
    assert nhomtre("export", "missing").status == 0
    before = given(nhomtre)
    for path in (*folder.glob("2019-2020.j*"), *folder.glob("backups/*.0*")):
        path.write_bytes(b"x")
    run = nhomtre("restore", str(next(stick.iterdir())))
    assert run.status == 0, run
    assert [what for _, what, _ in before][:3] == ["json", "backup", "missing"]
    assert given(nhomtre) == before


def test_a_list_that_cannot_be_read_keeps_nobody_from_a_backup(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path
) -> None:
    assert nhomtre("export", "json").status == 0
    (tmp_path / "stick").mkdir()
    (folder / FILE).chmod(0)
    with as_everyone_reads():
        run = nhomtre("backup", str(tmp_path / "stick"))
    assert run.status == 0, run
    assert "không kèm danh sách ấy" in run.err


def test_a_name_that_tells_of_an_erased_child_is_taken_out(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path
) -> None:
    with Store(folder).open(YEAR, write=False) as session:
        name = str(session.dossier.content.records("children")["c0003"]["name"])
    assert nhomtre("export", "json", "-o", str(tmp_path / f"bé {name}.json")).status == 0
    assert name in (folder / FILE).read_text("utf-8")
    erase = ("--year", "2019-2020", "erase", "children/c0003", "--reason", "thử", "--yes")
    assert nhomtre(*erase, today="2020-06-01").status == 0
    assert [name for _, _, name in given(nhomtre)] == ["bé (…).json"]
