"""Folders by the names that people use, and copies that were read back."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from exports.output import output_files
from exports.output.outside_folders import KnownFolder, copy_out, folder_in_words, known_folders
from forms.model.errors import StorageError
from forms.store.system import platform_calls


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a desktop and no documents; a stick is plugged in."""
    for name in ("Desktop", "KINGSTON"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(platformdirs, "user_desktop_path", lambda: tmp_path / "Desktop")
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "Documents")
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: [tmp_path / "KINGSTON"])
    return tmp_path


def test_only_folders_that_are_there_are_known_the_stick_first(home: Path) -> None:
    assert known_folders() == [
        KnownFolder("USB KINGSTON", home / "KINGSTON"),
        KnownFolder("Màn hình nền (Desktop)", home / "Desktop"),
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("Desktop/báo cáo", "Màn hình nền (Desktop)"),
        ("KINGSTON", "USB KINGSTON"),
        ("data/exports/2019-2020", "thư mục dữ liệu của chương trình"),
    ],
)
def test_a_folder_is_told_by_its_name(home: Path, path: str, words: str) -> None:
    assert folder_in_words(home / path, home / "data") == words


def test_any_other_folder_is_told_by_its_path(home: Path) -> None:
    assert folder_in_words(home / "elsewhere", home / "data") == str(home / "elsewhere")


def test_copies_hold_the_same_bytes_and_touch_nothing(home: Path) -> None:
    file, other = home / "báo cáo.pdf", home / "Desktop" / "báo cáo.pdf"
    file.write_bytes(b"new")
    other.write_bytes(b"of somebody else")
    (copy,) = copy_out([file], home / "Desktop")
    assert copy.path == home / "Desktop" / "báo cáo (2).pdf"
    assert copy.notice
    assert (copy.path.read_bytes(), other.read_bytes()) == (b"new", b"of somebody else")


def test_a_copy_that_reads_otherwise_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "báo cáo.pdf"
    file.write_bytes(b"new")
    real = output_files._write

    def damaged(path: Path, data: bytes, give_name: object) -> None:
        real(path, data[:-1], give_name)  # type: ignore[arg-type]

    monkeypatch.setattr(output_files, "_write", damaged)
    with pytest.raises(StorageError, match="đọc lại khác"):
        list(copy_out([file], home / "Desktop"))


def test_a_file_that_is_gone_is_told(home: Path) -> None:
    with pytest.raises(StorageError, match="để chép"):
        list(copy_out([home / "none.pdf"], home / "Desktop"))
