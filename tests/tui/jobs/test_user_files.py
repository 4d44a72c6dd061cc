"""A file that the user names: its bytes, bounded, or why there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.model.errors import StorageError
from forms.package.reader import MAX_BYTES
from tui.jobs.user_files import bytes_of


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    path = tmp_path / "goi.json"
    path.write_bytes(b"{}")
    assert bytes_of(path) == b"{}"
    with path.open("wb") as file:
        file.truncate(2 * MAX_BYTES)
    assert len(bytes_of(path)) == MAX_BYTES + 1


@pytest.mark.parametrize("name", ["khong-co.json", ".", "a\0b"])
def test_what_cannot_be_read_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError) as error:
        bytes_of(tmp_path / name)
    assert str(tmp_path) in str(error.value)
