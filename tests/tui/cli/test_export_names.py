"""Where exports go: a name that the program chose is never that of another file; a name that was given is."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.conftest import NOW
from tui.jobs.workspace import DatedFolder

Change = Callable[[], None]
KINDS = ("pdf", "xlsx", "rosters", "json", "missing", "portal")


@pytest.fixture(autouse=True)
def _one_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names tell the minute."""
    monkeypatch.setattr(DatedFolder, "_now", staticmethod(lambda: NOW))


@pytest.fixture
def change(nhomtre: Command, package_file: Callable[[Any], str], example: dict[str, Any]) -> Change:
    """Imports the example; the next time with one child another, in the same revision."""
    names = iter(("Trẻ Mẫu 1", "Trẻ Mẫu 2", "Trẻ Mẫu 3"))

    def imported() -> None:
        example["children"][0]["name"] = next(names)
        assert nhomtre("import", package_file(example)).status == 0

    imported()
    return imported


def exports(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "exports" / "2019-2020").iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_an_unchanged_report_is_not_written_twice(
    nhomtre: Command, folder: Path, change: Change, kind: str
) -> None:
    first = nhomtre("export", kind)
    before = {path: path.stat().st_mtime_ns for path in (folder / "exports").rglob("*")}
    again = nhomtre("export", kind)
    assert (again.status, again.out, again.err) == (0, first.out, "")
    assert {path: path.stat().st_mtime_ns for path in (folder / "exports").rglob("*")} == before


def test_a_changed_report_leaves_the_earlier_file_as_it_was(
    nhomtre: Command, folder: Path, change: Change
) -> None:
    first = Path(nhomtre("export", "json").out.strip())
    before = exports(folder)
    change()
    run = nhomtre("export", "json")
    second = first.with_name(f"{first.stem} (2){first.suffix}")
    assert (run.status, run.out) == (0, f"{second}\n")
    assert first.name in run.err
    assert "giữ nguyên" in run.err
    after = exports(folder)
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {second.name}
    assert after[second.name] != before[first.name]
    change()
    assert nhomtre("export", "json").out.endswith(f"(3){first.suffix}\n")


@pytest.mark.promise("R31")
@pytest.mark.slow
def test_a_file_held_open_by_another_program_is_left_and_told(
    nhomtre: Command, folder: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Path(nhomtre("export", "xlsx").out.strip())
    real = Path.read_bytes

    def read_bytes(self: Path) -> bytes:
        if self == first:
            raise PermissionError(errno.EACCES, "made to fail")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    run = nhomtre("export", "xlsx")
    assert run.status == 0
    assert run.out.endswith(" (2).xlsx\n")
    assert "đang mở trong chương trình khác" in run.err


@pytest.mark.slow
def test_a_file_that_was_named_is_overwritten_and_one_in_a_folder_that_was_named_is_not(
    nhomtre: Command, tmp_path: Path, change: Change
) -> None:
    named, chosen = tmp_path / "ten.json", tmp_path / "cho"
    nhomtre("export", "json", "-o", str(named))
    nhomtre("export", "rosters", "-o", f"{chosen}/")
    before, lists = named.read_bytes(), {path: path.read_bytes() for path in chosen.iterdir()}
    assert len(lists) == 3
    change()
    run = nhomtre("export", "json", "-o", str(named))
    assert (run.out, run.err) == (f"{named}\n", "")
    assert named.read_bytes() != before
    assert nhomtre("export", "rosters", "-o", f"{chosen}/").status == 0
    assert {path: path.read_bytes() for path in lists} == lists
    (new,) = set(chosen.iterdir()) - lists.keys()
    assert new.stem.endswith(" (2)"), "the list of children has changed, the others have not"


def test_what_is_missing_goes_as_text_and_workbook_into_a_folder_that_is_not_there_yet(
    nhomtre: Command, tmp_path: Path, change: Change
) -> None:
    run = nhomtre("export", "missing", "-o", f"{tmp_path}/moi/")
    assert sorted(path.suffix for path in (tmp_path / "moi").iterdir()) == [".txt", ".xlsx"]
    assert len(run.out.splitlines()) == 2


@pytest.mark.slow
def test_fill_leaves_the_files_that_are_there(
    nhomtre: Command, folder: Path, tmp_path: Path, change: Change
) -> None:
    template = tmp_path / "mau.xlsx"
    nhomtre("export", "rosters", "--blank", "-o", str(template))
    first = nhomtre("fill", str(template))
    assert nhomtre("fill", str(template)).out == first.out
    before = exports(folder)
    change()
    run = nhomtre("fill", str(template))
    assert run.out == first.out.replace(".xlsx", " (2).xlsx")
    assert "giữ nguyên" in run.err
    assert {name: exports(folder)[name] for name in before} == before


@pytest.mark.parametrize("name", [None, "…"])
def test_a_facility_without_a_name_has_files_with_one_that_says_what_they_are(
    nhomtre: Command, package_file: Callable[[Any], str], example: dict[str, Any], name: str | None
) -> None:
    for key in ("code", "name"):
        del example["facility"][key]
    example["facility"] |= {"name": name} if name else {}
    nhomtre("import", package_file(example))
    path = Path(nhomtre("export", "json").out.strip())
    assert path.name.startswith("goi-du-lieu_bao-cao-dau-nam_2019-2020_nhap-"), path.name
