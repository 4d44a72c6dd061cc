"""Processes of the program: nothing of the folder or the settings of the user reaches them; they end with this one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipapp
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest

from exports.processes import launching
from exports.processes.launching import give, running, whole_answer
from tests.builders import example_package

ROOT = Path(__file__).parents[3]
PACKAGES = ("forms", "exports", "tui")
DEADLINE = 20.0

ASKED = """
import fcntl, json, os, sys
from exports.processes.life_line import next_order

def main():
    if next_order() == "facts":
        import openpyxl
        held = [fd for fd in range(3, 64) if os.path.exists(f"/proc/self/fd/{fd}")]
        facts = {"path": sys.path, "cwd": os.getcwd(), "environment": dict(os.environ), "json": json.__file__,
                 "openpyxl": openpyxl.__file__, "held": held, "session": os.getsid(0), "pid": os.getpid()}
        sys.stdout.write(json.dumps(facts))
    else:
        sys.stdout.write(f"{os.getpid()}\\n")
        sys.stdout.flush()
        while True:
            pass
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that tells about its process, or is busy for ever."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "asked.py").write_text(ASKED)
    monkeypatch.syspath_prepend(tmp_path / "modules")
    return "asked"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder of somebody else, with modules that tell when they are carried out."""
    folder = tmp_path / "usb"
    folder.mkdir()
    for name in ("json", "os", "openpyxl", "pickle", "zipfile", "queue", "xlrd", "fpdf", "sitecustomize"):
        (folder / f"{name}.py").write_text(
            f"open({str(tmp_path / 'caught')!r}, 'a').write(__name__)\nraise SystemExit(9)"
        )
    for package in PACKAGES:
        (folder / package).mkdir()
        (folder / package / "__init__.py").write_text((folder / "json.py").read_text())
    return folder


def facts(module: str) -> Any:
    with running(module, "facts") as process:
        return json.loads(whole_answer(process, DEADLINE))


@pytest.mark.slow
def test_a_process_knows_neither_the_current_folder_nor_the_settings(
    asked: str, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(stick)
    monkeypatch.syspath_prepend(stick)
    monkeypatch.syspath_prepend("")
    for name, value in {
        "PYTHONPATH": stick,
        "PYTHONSTARTUP": stick / "json.py",
        "LD_PRELOAD": "",
        "PYTHONHOME": stick,
    }.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("LC_TIME", "C")
    found = facts(asked)
    assert not (tmp_path / "caught").exists()
    assert not {"", str(stick)} & set(found["path"])
    assert found["cwd"] == "/"
    assert {name for name in found["environment"] if not name.startswith("LC_")} <= launching.VARIABLES
    assert found["environment"]["LC_TIME"] == "C"
    assert found["environment"]["HOME"] == os.environ["HOME"]


@pytest.mark.slow
def test_a_process_holds_no_file_of_this_one_and_hears_no_key(asked: str, tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w"):
        found = facts(asked)
    assert found["held"] == []
    assert found["session"] == found["pid"]


@pytest.mark.slow
def test_a_process_is_told_of_modules_in_the_order_of_this_one(asked: str) -> None:
    import openpyxl

    found = facts(asked)
    assert found["openpyxl"] == openpyxl.__file__
    ours = [folder for folder in sys.path if folder in found["path"]]
    assert [folder for folder in found["path"] if folder in ours][-len(ours) :] == ours


def is_gone(pid: int) -> bool:
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True  # ended; whoever inherited it has not asked yet
        except (FileNotFoundError, ProcessLookupError):
            return True
        os.sched_yield()
    return False


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_busy_process_ends_with_the_one_that_started_it(asked: str, tmp_path: Path, number: int) -> None:
    program = (
        # a test run that hears no hang-up hands that down
        "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_DFL)\nfrom exports.processes.launching import running\n"
        "with running('asked', 'busy') as process:\n"
        "    print(process.stdout.readline().decode(), flush=True)\n    process.wait()"
    )
    path = os.pathsep.join([str(ROOT), str(tmp_path / "modules")])
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.send_signal(number)
        try:
            parent.wait(DEADLINE)
        finally:
            parent.kill()
    assert is_gone(pid)


def test_an_exception_ends_it_and_leaving_ends_one_that_waits(asked: str) -> None:
    with pytest.raises(ZeroDivisionError), running(asked, "busy") as process:
        raise ZeroDivisionError
    assert process.returncode == -signal.SIGKILL
    with running(asked) as process:
        pass
    assert process.returncode == 1


def test_an_order_to_a_process_that_has_gone_is_no_failure() -> None:
    with running("exports.there_is_no_such_module") as process:
        assert whole_answer(process, DEADLINE) == b""
        give(process, "order")
    assert process.returncode == 1


@pytest.mark.slow
def test_a_process_that_takes_too_long_is_told(asked: str) -> None:
    with pytest.raises(TimeoutError), running(asked, "busy") as process:
        whole_answer(process, 0.1)
    assert process.returncode == -signal.SIGKILL


# Every way in which the program starts one, in a folder of somebody else and from one file

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WAYS = """
import sys
from datetime import date
from pathlib import Path
data, book, arrivals = map(Path, sys.argv[1:])
from exports.district.inbox import collect
from exports.reading.workbook_reader import read_workbook
from forms.dossier.roster import SchoolYear
from tui.jobs.export_process import export_in_process
from tui.jobs.exporting import ExportKind
from tui.jobs.workspace import Workspace
workspace = Workspace(data, chosen_year=SchoolYear(2019), day=date(2019, 9, 19))
nothing = lambda *_: None
for kind in ExportKind:
    place = "children/c0001" if kind is ExportKind.CHILD else ""
    for path in export_in_process(workspace, kind, nothing, nothing, print, place):
        assert path.stat().st_size, path
assert read_workbook(book).sheets[0].rows
import exports
print(exports.__file__)
assert len(collect([arrivals], date(2019, 9, 19), workers=2).summands) == 12
"""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A dossier, a workbook, a folder of arrivals."""
    from openpyxl import Workbook

    from tui.cli.main import main

    folder = tmp_path_factory.mktemp("given")
    (folder / "p.json").write_text(json.dumps(example_package()), "utf-8")
    assert (
        main(["--data", str(folder / "data"), "--today", "2019-09-19", "import", str(folder / "p.json")]) == 0
    )
    book = Workbook()
    book.worksheets[0].append(["Họ tên"])
    book.save(folder / "ds.xlsx")
    (folder / "den").mkdir()
    for number in range(12):
        package = example_package()
        package["facility"] |= {"code": f"797{number:05}", "name": f"Nhóm Mẫu {number}"}
        (folder / "den" / f"{number:03}.json").write_text(json.dumps(package), "utf-8")
    return [str(folder / name) for name in ("data", "ds.xlsx", "den")]


@pytest.mark.slow
def test_nothing_of_the_folder_is_carried_out_by_any_way(
    given: list[str], stick: Path, tmp_path: Path
) -> None:
    # -I: the program itself is started as the installed command starts it, without the current folder
    run = subprocess.run(
        [sys.executable, "-I", "-c", WAYS, *given], cwd=stick, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(stick)},
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    assert not (tmp_path / "caught").exists()


@pytest.fixture
def one_file(tmp_path: Path) -> Path:
    """The three packages as one file, compiled where they are; the libraries, of which some hold machine code, are installed."""
    source = tmp_path / "source"
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                to = source / path.relative_to(ROOT)
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, to)
                compiled = Path(cache_from_source(path))
                if path.suffix == ".py" and compiled.is_file():
                    shutil.copy2(compiled, to.with_suffix(".pyc"))
    (source / "__main__.py").write_text(WAYS)
    zipapp.create_archive(source, tmp_path / "nhomtre.pyz")
    return tmp_path / "nhomtre.pyz"


@pytest.mark.slow
def test_the_program_in_one_file_does_all_of_it(
    one_file: Path, given: list[str], stick: Path, tmp_path: Path
) -> None:
    run = subprocess.run(
        [sys.executable, "-I", os.path.relpath(one_file, stick), *given],
        cwd=stick, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    assert one_file.name in run.stdout
    assert not (tmp_path / "caught").exists()
