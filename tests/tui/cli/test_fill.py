"""``nhomtre fill``: a file that was downloaded, filled into a new one."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command


@pytest.mark.slow
def test_fill_writes_a_new_file_and_tells_the_plan(nhomtre: Command, tmp_path: Path) -> None:
    template, out = tmp_path / "mau.xlsx", tmp_path / "ra.xlsx"
    assert nhomtre("--demo", "export", "rosters", "--blank", "-o", str(template)).status == 0
    before = template.read_bytes()
    run = nhomtre("--demo", "fill", str(template), "-o", str(out))
    assert run.status == 0
    assert run.out == f"{out}\n"
    assert "Trang «Hồ sơ trẻ» ← Hồ sơ trẻ: 0 dòng đã có, thêm 46 dòng" in run.err
    assert template.read_bytes() == before
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(out) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert len(changed) == 3
    assert all(name.startswith("xl/worksheets/sheet") for name in changed)


@pytest.mark.slow
def test_fill_never_writes_over_the_template(nhomtre: Command, tmp_path: Path) -> None:
    template = tmp_path / "mau.xlsx"
    nhomtre("--demo", "export", "rosters", "--blank", "-o", str(template))
    before = template.read_bytes()
    run = nhomtre("--demo", "fill", str(template), "-o", str(template))
    assert run.status == 1
    assert "Không ghi đè lên tệp mẫu" in run.err
    assert template.read_bytes() == before


@pytest.mark.slow
def test_fill_says_why_a_file_is_refused(nhomtre: Command, tmp_path: Path) -> None:
    path = tmp_path / "chu.xlsx"
    path.write_text("xin chào")
    run = nhomtre("--demo", "fill", str(path))
    assert run.status == 1
    assert "Không có gì thay đổi" in run.err
    assert run.out == ""
