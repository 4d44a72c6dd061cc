"""A full temporary folder: openpyxl writes each sheet there first."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from exports.workbooks.fixed_zip import FixedZip
from forms.model.errors import StorageError


def test_a_full_temporary_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def full(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if flags & os.O_CREAT and str(path).startswith(str(tmp_path)):
            raise OSError(errno.ENOSPC, "on purpose")
        return real(path, flags, *more, **named)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "open", full)
    with pytest.raises(StorageError) as caught:
        FixedZip.of(Workbook(), date(2019, 9, 19), {})
    assert str(tmp_path) in str(caught.value)
    assert "ổ đĩa đã đầy" in str(caught.value)
    assert "Chưa có gì được ghi" in str(caught.value)


def test_no_temporary_folder_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    monkeypatch.setattr(tempfile, "tempdir", "/không/có")
    with pytest.raises(StorageError, match="thư mục tạm của máy"):
        FixedZip.of(Workbook(), date(2019, 9, 19), {})
