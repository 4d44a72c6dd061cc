"""The kit: made here, installed without a network, over an older one, on the stick itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest

from forms.model.errors import StorageError
from tests.system_programs import tool
from tui.cli.main import main
from tui.jobs.kit.machines import EVERY_TARGET, MACHINES, VERSIONS, this_target
from tui.jobs.kit.making_kit import TRIED, WHEELS, make_kit
from tui.texts.sessions import kit_words

pytestmark = pytest.mark.slow


def offline(folder: Path, *words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A program with no network and few variables."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", **more}
    command = [tool("unshare"), "--net", "--map-root-user", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usb") / "nhomtre"
    told: list[str] = []
    assert make_kit(folder, told.append, this_target()) == 1, told
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    if offline(home, "true").returncode:
        pytest.skip("the system lets nobody have a process without a network (unshare --net)")
    return home


@pytest.mark.slow
@pytest.mark.tools
def test_it_is_installed_without_a_network_and_over_itself(kit: Path, home: Path) -> None:
    done = offline(home, "sh", kit / "cai-dat.sh")
    assert done.returncode == 0, done.stderr
    program = home / ".local" / "bin" / "nhomtre"
    assert str(program) in done.stdout
    (home / "tui").mkdir()  # a folder of that name where one happens to be
    checked = offline(home, program, "--demo", "check")
    assert checked.returncode == 0, checked.stderr
    printed = offline(home, program, "--demo", "export", "pdf", "-o", home / "a.pdf")
    assert printed.returncode == 0, printed.stderr
    assert (home / "a.pdf").read_bytes().startswith(b"%PDF")
    before = {
        path: path.read_bytes() for path in (home / ".local/share/nhomtre").rglob("*") if path.is_file()
    }
    again = offline(home, "sh", kit / "cai-dat.sh")
    assert again.returncode == 0, again.stderr
    assert {path: path.read_bytes() for path in before} == before
    assert offline(home, program, "--demo", "check").returncode == 0
    assert sorted(path.name for path in (home / ".local/share").iterdir()) == ["nhomtre", "nhomtre-app"]


def put_newer(wheels: Path, library: str) -> None:
    """Beside the wheel of *library* one that says to be newer, with nothing in it."""
    described = f"{library}-99.dist-info"
    with zipfile.ZipFile(wheels / f"{library}-99-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{described}/METADATA", f"Metadata-Version: 2.1\nName: {library}\nVersion: 99\n")
        wheel.writestr(f"{described}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{described}/RECORD", "")


@pytest.mark.slow
@pytest.mark.tools
def test_of_all_that_lies_there_what_was_tried_is_installed(kit: Path, home: Path, tmp_path: Path) -> None:
    """A kit that was made over an older one has more than one wheel of a library, and of pip."""
    stick = tmp_path / "USB của tôi & bạn"
    shutil.copytree(kit, stick)
    put_newer(stick / WHEELS, "segno")
    pip = next((stick / WHEELS).glob("pip-*.whl"))
    shutil.copy(pip, pip.with_name("pip-0-py3-none-any.whl"))
    done = offline(home, "sh", stick / "cai-dat.sh")
    assert done.returncode == 0, done.stderr
    found = offline(home, "find", home / ".local/share/nhomtre-app", "-name", "segno-*").stdout
    assert f"segno-{metadata.version('segno')}.dist-info" in found
    assert "segno-99" not in found


@pytest.mark.slow
@pytest.mark.tools
def test_settings_of_the_machine_do_not_come_between(kit: Path, home: Path, tmp_path: Path) -> None:
    settings = home / ".config" / "pip" / "pip.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text("[install]\nuser = true\n")
    beside = tmp_path / "beside"
    (beside / "segno-99.dist-info").mkdir(parents=True)
    (beside / "segno-99.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: segno\nVersion: 99\n"
    )
    more = {"PIP_REQUIRE_VIRTUALENV": "1", "PIP_NO_BINARY": ":all:", "PYTHONPATH": str(beside)}
    for words in ((), ("--usb",)):
        done = offline(home, "sh", kit / "cai-dat.sh", *words, **more)
        assert done.returncode == 0, done.stderr
    found = offline(home, "find", home / ".local/share/nhomtre-app", "-name", "segno-*").stdout
    assert f"segno-{metadata.version('segno')}.dist-info" in found


@pytest.mark.slow
@pytest.mark.tools
def test_a_stick_that_another_machine_has_written_is_told(kit: Path, home: Path) -> None:
    """The same Python, other machine code: on Windows it was installed over what Linux had written."""
    assert offline(home, "sh", kit / "cai-dat.sh", "--usb").returncode == 0
    platform = kit / "ung-dung" / "may.txt"
    assert platform.read_text().split() == [sysconfig.get_platform(), *map(str, sys.version_info[:2])]
    windows = (kit / "cai-dat.cmd").read_text()
    (check,) = re.findall(r'echo %PY% -I -c "([^"]+)" "%%~dp0ung-dung.may.txt"', windows)
    assert subprocess.run([sys.executable, "-I", "-c", check, str(platform)], check=False).returncode == 0
    platform.write_text(platform.read_text().replace(sysconfig.get_platform(), "win-amd64"))
    assert subprocess.run([sys.executable, "-I", "-c", check, str(platform)], check=False).returncode == 1
    opened = offline(home, "sh", kit / "chay.sh", "--demo", "check")
    assert opened.returncode == 1
    assert "một loại máy" in opened.stderr


def test_a_word_that_is_not_known_installs_nothing(kit_files: Path, home: Path) -> None:
    done = offline(home, "sh", kit_files / "cai-dat.sh", "--ubs")
    assert done.returncode == 2
    assert "--usb" in done.stderr
    assert list(home.iterdir()) == []


def test_a_library_is_named_once_whatever_an_upgrade_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "~egno-0.1.dist-info"
    left.mkdir()
    (left / "METADATA").write_text("Metadata-Version: 2.1\nName: segno\nVersion: 0.1\n")
    (tmp_path / "~obody-1.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    folder = tmp_path / "kit"
    with pytest.raises(StorageError):
        make_kit(folder, lambda _said: None, ())
    lines = (folder / WHEELS / TRIED).read_text().splitlines()
    assert [line for line in lines if line.startswith("segno")] == [f"segno=={metadata.version('segno')}"]


@pytest.mark.slow
@pytest.mark.tools
def test_program_and_data_may_stay_on_the_stick(kit: Path, home: Path) -> None:
    done = offline(home, "sh", kit / "cai-dat.sh", "--usb")
    assert done.returncode == 0, done.stderr
    printed = offline(home, "sh", kit / "chay.sh", "--demo", "export", "pdf")
    assert printed.returncode == 0, printed.stderr
    assert Path(printed.stdout.strip()).is_relative_to(kit / "du-lieu")
    assert not [path for path in home.rglob("*") if "nhomtre" in path.name]


def test_a_machine_that_is_not_meant_is_told(kit_files: Path, home: Path) -> None:
    for processor in ("i686", "armv7l"):
        fake = home / "uname"
        fake.write_text(f'#!/bin/sh\nif [ "$1" = -s ]; then echo Linux; else echo {processor}; fi\n')
        fake.chmod(0o755)
        done = offline(home, "sh", kit_files / "cai-dat.sh", PATH=f"{home}:{os.environ['PATH']}")
        assert done.returncode == 1
        assert processor in done.stderr
        fake.unlink()
    assert list(home.iterdir()) == []


def test_a_machine_without_such_a_python_is_told(kit_files: Path, home: Path) -> None:
    programs = home.parent / "programs"
    programs.mkdir()
    for name in ("dirname", "uname", "sh", "pwd"):
        (programs / name).symlink_to(tool(name))
    done = offline(home, tool("sh"), kit_files / "cai-dat.sh", PATH=str(programs))
    assert done.returncode == 1
    assert "Cần Python 3.11" in done.stderr
    assert list(home.iterdir()) == []


@pytest.fixture
def kit_files() -> Path:
    return Path(kit_words.__file__).parents[2] / "jobs" / "kit" / "files"


def test_wheels_that_do_not_install_leave_the_older_program(
    kit_files: Path, home: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    (stick / WHEELS).mkdir(parents=True)
    (stick / WHEELS / "pip-0-py3-none-any.whl").write_bytes(b"no wheel")
    (stick / "cai-dat.sh").write_bytes((kit_files / "cai-dat.sh").read_bytes())
    older = home / "app"
    older.mkdir()
    (older / "older").touch()
    done = offline(home, "sh", stick / "cai-dat.sh", NHOMTRE_APP=str(older))
    assert done.returncode == 1
    assert "còn nguyên" in done.stderr
    assert [path.name for path in home.iterdir()] == ["app"]
    assert [path.name for path in older.iterdir()] == ["older"]


@pytest.mark.parametrize("name", ["cai-dat.sh", "cai-dat.cmd"])
def test_the_scripts_never_ask_a_network(kit_files: Path, name: str) -> None:
    text = (kit_files / name).read_text("utf-8")
    assert text.count("--no-index") == text.count(" install --quiet")
    assert "http" not in text


@pytest.mark.slow
@pytest.mark.tools
def test_windows_reads_its_script_whatever_its_code_page(kit: Path) -> None:
    """cmd loses its labels where lines end as on Linux, and reads the file in the code page of the machine."""
    script = (kit / "cai-dat.cmd").read_bytes()
    assert script.isascii()
    assert script.count(b"\r\n") == script.count(b"\n") > 50


def test_what_windows_runs_later_names_no_folder_of_this_machine(kit_files: Path) -> None:
    """What is written is read in another code page, and the stick has another letter: such a name is a variable."""
    lines = (kit_files / "cai-dat.cmd").read_text("ascii").splitlines()
    written = [
        line.partition("echo ")[2] for line in lines if "echo @" in line or line.startswith("    echo ")
    ]
    assert len(written) > 8
    for line in written:
        assert set(re.findall(r"(?<!%)%(\w+)%", line)) <= {"PY", "MINOR"}, line


def test_every_way_through_the_script_of_windows_ends(kit_files: Path) -> None:
    lines = (kit_files / "cai-dat.cmd").read_text("ascii").splitlines()
    labels = {line[1:] for line in lines if line.startswith(":")}
    outside = [line for line in lines if not line.startswith("    ")]  # of what is written out
    wanted = {name for line in outside for name in re.findall(r"\b(?:goto |call :)(\w+)", line)}
    assert wanted == labels
    for number, line in enumerate(lines):
        if line.startswith(":"):  # nothing falls into a label
            assert lines[number - 1] == "" or lines[number - 1].startswith("exit /b"), line
        for name in ("%HERE%", "%APP%", "%DESKTOP%", "%PIP%"):  # may have blanks
            assert line.count(name) == sum(part.count(name) for part in line.split('"')[1::2]), line


def run(folder: Path, environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> int:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    return main(["kit", str(folder), "--only-here"])


def test_without_a_network_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path), "PIP_CONFIG_FILE": os.devnull}
    assert run(tmp_path / "kit", nothing, monkeypatch) == 3
    assert "kiểm tra mạng" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert run(tmp_path / "file" / "kit", {}, monkeypatch) == 3
    assert "Không ghi được bộ cài đặt" in capsys.readouterr().err


def test_the_machines_are_those_of_the_guide() -> None:
    assert [machine.title for machine in MACHINES] == [
        kit_words.WINDOWS_64,
        kit_words.WINDOWS_32,
        kit_words.LINUX_64,
        kit_words.LINUX_ARM,
    ]
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in VERSIONS


@pytest.mark.slow
@pytest.mark.long
def test_there_are_wheels_for_every_machine_and_version(tmp_path: Path) -> None:
    wanted = EVERY_TARGET if os.environ.get("NHOMTRE_FULL") == "1" else EVERY_TARGET[:: 2 * len(VERSIONS) + 1]
    told: list[str] = []
    assert make_kit(tmp_path / "kit", told.append, wanted) == len(wanted), told
