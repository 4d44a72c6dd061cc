"""The wheel of the program, made of what is installed."""

import csv
import io
import subprocess
import sys
import zipfile
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tui.jobs.kit.own_wheel import own_wheel


def test_every_file_is_listed_with_its_sum() -> None:
    name, data = own_wheel(distribution("nhomtre"))
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        (listed,) = [entry for entry in wheel.namelist() if entry.endswith(".dist-info/RECORD")]
        rows = {row[0]: row[1:] for row in csv.reader(wheel.read(listed).decode().splitlines())}
        assert set(rows) == set(wheel.namelist())
        for entry, (told, size) in rows.items():
            if entry != listed:
                content = wheel.read(entry)
                assert told == "sha256=" + urlsafe_b64encode(sha256(content).digest()).decode().rstrip("=")
                assert int(size) == len(content)
        names = wheel.namelist()
    assert name == f"nhomtre-{distribution('nhomtre').version}-py3-none-any.whl"
    assert {"forms/sets/mn2019/training.json", "tui/jobs/kit/files/cai-dat.cmd"} <= set(names)
    assert not [entry for entry in names if "__pycache__" in entry or "direct_url" in entry]
    assert [entry for entry in names if entry.endswith(".ttf")]


def test_it_is_the_same_each_time() -> None:
    assert own_wheel(distribution("nhomtre")) == own_wheel(distribution("nhomtre"))


@pytest.mark.slow
def test_pip_installs_it_and_it_runs(tmp_path: Path) -> None:
    name, data = own_wheel(distribution("nhomtre"))
    (tmp_path / name).write_bytes(data)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*pip, tmp_path / "app", tmp_path / name], check=True, capture_output=True)
    assert (tmp_path / "app" / "bin" / "nhomtre").exists()
    told = subprocess.run(
        [sys.executable, "-P", "-c", "import tui; print(tui.__path__[0])"],
        env={"PYTHONPATH": str(tmp_path / "app")},
        capture_output=True,
        check=True,
        text=True,
    )
    assert Path(told.stdout.strip()) == tmp_path / "app" / "tui"
