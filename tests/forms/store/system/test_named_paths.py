"""Names of files where a process is shut in: inside they mean something, outside nothing is looked at and all sounds the same."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from exports.output.outside_folders import known_folders
from forms.model.errors import Refused
from forms.store.system import platform_calls
from forms.store.system.named_paths import ARRIVALS, handed_in, path_of

links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


@pytest.fixture
def walls(shut_in: Path) -> Path:
    (shut_in / ARRIVALS / "lop.xlsx").write_bytes(b"")
    (shut_in / "exports" / "2019-2020").mkdir(parents=True)
    return shut_in


@pytest.fixture
def neighbour(tmp_path: Path) -> Path:
    """The folder of somebody else, with a file."""
    folder = tmp_path / "account-of-others"
    folder.mkdir()
    (folder / "secret.json").write_bytes(b"{}")
    return folder


def refusal(name: str) -> str:
    with pytest.raises(Refused) as raised:
        path_of(name)
    return str(raised.value)


def test_a_free_process_reaches_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert path_of("/etc/passwd") == Path("/etc/passwd")
    assert path_of("~/a.xlsx") == tmp_path / "a.xlsx"
    assert handed_in() == []


@pytest.mark.parametrize("name", ["lop.xlsx", "~/lop.xlsx", f"{ARRIVALS}/lop.xlsx", "./lop.xlsx"])
def test_a_bare_name_is_of_what_was_handed_in(walls: Path, name: str) -> None:
    assert path_of(name) == walls / ARRIVALS / "lop.xlsx"


def test_what_is_not_handed_in_is_looked_for_in_the_folder_around(walls: Path) -> None:
    assert path_of("exports/2019-2020") == walls / "exports" / "2019-2020"
    assert path_of(str(walls / "exports")) == walls / "exports"
    assert path_of("khong-co.xlsx") == walls / ARRIVALS / "khong-co.xlsx"


def test_home_is_where_things_are_handed_in_and_no_file_of_the_dossier(walls: Path) -> None:
    (walls / "2019-2020.json").write_bytes(b"{}")
    assert path_of("~/2019-2020.json") == walls / ARRIVALS / "2019-2020.json"
    assert path_of("~") == walls / ARRIVALS


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "/",
        "//etc/passwd",
        "..",
        "../../x",
        "nhan/../../x",
        "~/../../x",
        "a\0b",
        "\udcff/../../..",
    ],
)
def test_a_name_that_leads_out_is_refused(walls: Path, name: str) -> None:
    assert ARRIVALS in refusal(name)


@links
def test_the_refusal_tells_nothing_of_what_is_outside(walls: Path, neighbour: Path) -> None:
    names = [neighbour / name for name in ("secret.json", "nothing.json", "secret.json/x", "")]
    through = [f"{neighbour}/secret.json/../../{walls.name}/../account-of-others/{n}" for n in ("a", "b")]
    link = walls / ARRIVALS / "link"
    link.symlink_to(neighbour)
    dangling = walls / ARRIVALS / "dangling"
    dangling.symlink_to(neighbour / "nothing.json")
    linked = ["link", "link/secret.json", "link/nothing.json", "dangling", f"{link}/secret.json"]
    assert len({refusal(str(name)) for name in [*names, *through, *linked]}) == 1


@links
def test_nothing_outside_is_asked_of_the_system(
    walls: Path, neighbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("stat", "lstat", "readlink", "listdir"):
        real = getattr(os, name)

        def spy(path: Any, *more: Any, real: Any = real, **named: Any) -> Any:
            asked.append(os.fspath(path))
            return real(path, *more, **named)

        monkeypatch.setattr(os, name, spy)
    refusal(str(neighbour / "secret.json"))
    refusal(f"../../{neighbour.name}/secret.json")
    assert path_of(f"{neighbour}/secret.json/../../{walls.name}/exports") == walls / "exports"
    assert [path for path in asked if neighbour.name in path] == []


@links
def test_links_that_stay_inside_are_followed(walls: Path) -> None:
    (walls / ARRIVALS / "link").symlink_to(walls / "exports")
    assert path_of("link/2019-2020") == walls / "exports" / "2019-2020"


@links
def test_what_was_handed_in_is_listed_newest_first_without_links_and_hidden_files(
    walls: Path, neighbour: Path
) -> None:
    arrivals = walls / ARRIVALS
    for age, name in enumerate(("new.json", "old.csv", ".begun"), 1):
        (arrivals / name).write_bytes(b"")
        os.utime(arrivals / name, (1000 - age, 1000 - age))
    (arrivals / "link.json").symlink_to(neighbour / "secret.json")
    (arrivals / "folder").mkdir()
    assert [path.name for path in handed_in()] == ["lop.xlsx", "new.json", "old.csv"]


def test_no_stick_and_no_desktop_is_looked_for(walls: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: pytest.fail("looked for sticks"))
    assert [folder.path for folder in known_folders()] == [walls / "exports", walls / ARRIVALS]


def test_a_name_means_what_reads_the_same_on_the_disk(tmp_path: Path) -> None:
    apart, whole = (unicodedata.normalize(form, "Hồ sơ trẻ") for form in ("NFD", "NFC"))
    (tmp_path / apart / "năm 2019").mkdir(parents=True)
    if (tmp_path / whole).exists():
        pytest.skip("the file system takes both for one")
    assert path_of(f"{tmp_path}/{whole}") == tmp_path / apart
    assert path_of(f"{tmp_path}/{whole}/năm 2019/mới.zip") == tmp_path / apart / "năm 2019" / "mới.zip"
    assert path_of(f"{tmp_path}/{apart}") == tmp_path / apart
    (tmp_path / whole).mkdir()
    assert path_of(f"{tmp_path}/{whole}") == tmp_path / whole
    for nowhere in ("không/có", "sai\0tên ở đây", f"{tmp_path}/không có/đâu"):
        assert str(path_of(nowhere)) == nowhere
