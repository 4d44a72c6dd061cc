"""A file with given bytes, as someone might hand it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Bytes → the workbook that holds them."""

    def written(data: bytes) -> Path:
        path = tmp_path / "danh sách trẻ.xlsx"
        path.write_bytes(data)
        return path

    return written
