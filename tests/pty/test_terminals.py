"""The app in real terminals of several kinds: what it shows, what typing stores, how it leaves."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from forms.dossier.content import Content
from forms.sets.mn2019.tables import TABLES
from tests.pty.driver import KEYS, TODAY, Terminal, nhomtre
from tests.pty.stored import cells, in_training
from tests.system_programs import missing, tool

pytestmark = pytest.mark.slow

Stored = Callable[[], Content]
TERMS = ("xterm", "linux", "xterm-256color")
BURSTS = {"Enter": b"12\r34\r5\x7f6\r", "Tab": b"12\t34\t5\x7f6\t"}
ENGLISH = re.compile(
    r"\b(?:the|and|error|warning|file|save|saved|open|close|quit|exit|cancel|table|cell|row|column|help|press|"
    r"key|loading|search|find|undo|redo|print|true|false|none|null|typed|yes|not|of|is|palette|screenshot)\b",
    re.IGNORECASE,
)
"""Words that a Vietnamese screen has no use for («menu», «email» and the names of things may stay)."""
COLOURS = re.compile(r"^(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])$")


def sgr(output: bytes) -> list[list[str]]:
    """Every «select graphic rendition» written, as its numbers."""
    return [found.decode().split(";") for found in re.findall(rb"\x1b\[([0-9;]*)m", output)]


def cursor_at_step(number: int, lines: list[str]) -> bool:
    return any(re.match(rf"> +{number} ", line) for line in lines)


def plain_vietnamese(screen: str) -> None:
    paths = re.compile(r"^[ >]*/|/data|tap-huan")
    screen = "\n".join(line for line in screen.splitlines() if not paths.search(line))
    assert not ENGLISH.findall(screen), screen
    assert "Traceback" not in screen, screen


@pytest.fixture(params=TERMS)
def term(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class OfNoSize(Terminal):
    """A line that nobody told how large the window at its other end is, as a serial one."""

    def _size(self, rows: int, columns: int) -> None:
        super()._size(0, 0)


def test_a_line_that_tells_no_size_is_taken_for_80_by_24(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.pty.driver.Terminal", OfNoSize)
    with nhomtre(folder) as terminal:
        terminal.wait_for("Hạn nộp", " Menu")
        assert terminal.leave() == 0


def test_the_first_screen_is_painted_once(folder: Path) -> None:
    """On a slow line every repetition is seconds."""
    with nhomtre(folder) as terminal:
        terminal.wait_for(" Menu")
        terminal.rest()
        assert terminal.output.count("Hạn nộp 24/9".encode()) == 1


def test_every_table_and_record_page_opens_in_vietnamese_and_the_terminal_is_given_back(
    folder: Path, term: str
) -> None:
    with nhomtre(folder, env={"TERM": term}) as terminal:
        plain_vietnamese(terminal.wait_for("NHOMTRE", "TẬP HUẤN", "Hạn nộp 24/9", " Menu"))
        if term == "linux":  # asks whether its letters can be read
            terminal.press("Enter")
        for number, table in enumerate(TABLES):
            terminal.send(str(6 + number))
            terminal.wait(partial(cursor_at_step, 6 + number))
            terminal.press("Enter")
            plain_vietnamese(
                terminal.wait_for(f"BIỂU {number + 1} · {table.tab_title.upper()}"[:40], "Chỉ tiêu")
            )
            terminal.press("F1")
            plain_vietnamese(terminal.wait_for("TRỢ GIÚP"))
            terminal.press("Enter", "F10")
            plain_vietnamese(terminal.wait_for("MENU", "Thoát"))
            terminal.press("Esc")
            terminal.wait_for("Chỉ tiêu")
            terminal.press("Esc")
            terminal.wait_for("NHOMTRE")
        for step, title in enumerate(("HỒ SƠ CƠ SỞ", "HỒ SƠ NHÓM, LỚP", "HỒ SƠ TRẺ", "HỒ SƠ NHÂN SỰ"), 1):
            terminal.send(f"{step}\r")
            plain_vietnamese(terminal.wait_for(title))
            terminal.press("Esc")
            terminal.wait_for("NHOMTRE")
        assert terminal.leave() == 0
        for mode in (b"?1049", b"?2004"):
            assert terminal.output.rfind(b"\x1b[" + mode + b"l") > terminal.output.rfind(
                b"\x1b[" + mode + b"h"
            )
        assert terminal.output.rfind(b"\x1b[?25h") > terminal.output.rfind(b"\x1b[?25l")
        assert terminal.modes_after() == terminal.modes_before


@pytest.mark.parametrize(
    ("term", "key", "is_burst"),
    [
        *((term, "Enter", True) for term in TERMS),
        ("xterm", "Tab", True),
        ("xterm", "Enter", False),
        ("xterm", "Tab", False),
    ],
)
def test_figures_typed_ahead_land_in_their_cells_and_undo_brings_the_first_state_back(
    folder: Path, stored: Stored, term: str, key: str, is_burst: bool
) -> None:
    before = stored()
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent", env={"TERM": term}) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        if is_burst:
            terminal.send(BURSTS[key])
        else:
            terminal.send_one_by_one(BURSTS[key][at : at + 1] for at in range(len(BURSTS[key])))
        terminal.wait(lambda lines: any(re.search(r"203 .* 52 +12 +34 +6$", line) for line in lines))
        after = stored()
        for _ in range(3):
            terminal.press("Ctrl+Z")
        terminal.wait(lambda lines: any(re.search(r"203 .* 2 +1 +1$", line) for line in lines))
        assert terminal.leave() == 0
    expected = {
        ("203", "TU_THUC.permanent"): 12,
        ("203", "TU_THUC.semi_permanent"): 34,
        ("203", "TU_THUC.temporary"): 6,
    }
    assert cells(after, "T4") == cells(before, "T4") | expected
    assert stored().tree == before.tree


def test_what_was_typed_is_there_after_leaving_and_coming_back(folder: Path, stored: Stored) -> None:
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent") as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12\r34\r5\x7f6\r")
        assert terminal.leave() == 0
    found = cells(stored(), "T4")
    assert [found["203", f"TU_THUC.{part}"] for part in ("permanent", "semi_permanent", "temporary")] == [
        12,
        34,
        6,
    ]
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent") as terminal:
        terminal.wait_for("[12]", "34")
        assert terminal.leave() == 0


def test_f9_goes_to_every_issue_and_begins_again(folder: Path) -> None:
    with nhomtre(folder, "--at", "issues") as terminal:
        terminal.wait_for("3 CẢNH BÁO")
        places = {}
        for turn in ("3/3", "1/3", "2/3", "3/3"):
            terminal.press("F9")
            screen = terminal.wait_for(f"cảnh báo {turn}")
            plain_vietnamese(screen)
            places[turn] = screen.splitlines()[0].split("·")[0].strip()
        assert places == {"1/3": "BIỂU 2", "2/3": "BIỂU 3", "3/3": "TRẺ"}
        assert terminal.leave() == 0


@pytest.mark.parametrize("key", ["F7", "F8"])
def test_exports_are_written_while_the_screen_stays(folder: Path, key: str) -> None:
    suffix, first = {"F7": (".pdf", b"%PDF"), "F8": (".xlsx", b"PK")}[key]
    with nhomtre(folder) as terminal:
        terminal.wait_for("Hạn nộp")
        terminal.press(key)
        plain_vietnamese(terminal.wait_for("Đã xuất"))
        assert terminal.leave() == 0
    (written,) = (in_training(folder) / "exports" / "2019-2020").iterdir()
    assert written.suffix == suffix
    assert written.read_bytes().startswith(first)


def test_enter_on_a_derived_figure_lists_its_children(folder: Path) -> None:
    with nhomtre(folder, "--at", "T2.083") as terminal:
        terminal.wait_for("[46]")
        terminal.press("Enter")
        plain_vietnamese(terminal.wait_for("MÃ 83", "(46)", "Phan Mẫu An"))
        terminal.press("Enter")
        plain_vietnamese(terminal.wait_for("TRẺ · Phan Mẫu An", "Họ tên"))
        terminal.press("Esc")
        terminal.wait_for("MÃ 83")
        assert terminal.leave() == 0


def test_a_place_on_the_command_line_puts_the_cursor_there(folder: Path) -> None:
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent") as terminal:
        terminal.wait_for("BIỂU 4", "mã 203 Phòng học · Kiên cố")
        assert any(re.match(r" 203 .*\[1\] +1$", line) for line in terminal.lines)
        assert terminal.leave() == 0


# Terminals that can do little


@pytest.mark.promise("R13")
def test_a_dumb_terminal_is_refused_in_ascii(folder: Path) -> None:
    with nhomtre(folder, env={"TERM": "dumb"}) as terminal:
        assert terminal.status() == 3
        assert terminal.output.isascii()
        assert b"TERM=xterm nhomtre" in terminal.output
        assert b"\x1b" not in terminal.output


@pytest.mark.promise("R13")
def test_a_terminal_without_utf_8_is_drawn_in_ascii(folder: Path) -> None:
    plain_c = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with nhomtre(folder, "--at", "children", env=plain_c) as terminal:
        terminal.wait_for("TAP HUAN", "Nguyen")
        terminal.send(b"\x1b[24~")
        terminal.wait_for("Go Telex")
        assert terminal.leave() == 0
        assert terminal.output.isascii()


@pytest.mark.promise("R13")
@pytest.mark.tools
def test_an_iso_8859_1_terminal_is_drawn_in_ascii(folder: Path, tmp_path: Path) -> None:
    made = subprocess.run(
        [tool("localedef"), "-f", "ISO-8859-1", "-i", "en_US", tmp_path / "en_US.ISO-8859-1"],
        capture_output=True,
        check=False,
    )
    if made.returncode > 1:
        missing("the source of a locale (package locales)")
    latin = {"LC_ALL": "en_US.ISO-8859-1", "LOCPATH": str(tmp_path)}
    with nhomtre(folder, env=latin) as terminal:
        terminal.wait_for("TAP HUAN", "Han nop")
        assert terminal.leave() == 0
        assert terminal.output.isascii()
    with nhomtre(folder, "check", env=latin) as terminal:
        assert terminal.status() == 0
        assert terminal.output.isascii()
    with nhomtre(folder, env={**latin, "PYTHONUTF8": "1"}) as terminal:
        terminal.wait_for("TẬP HUẤN", "Hạn nộp")
        assert terminal.leave() == 0


@pytest.mark.parametrize("at", ["", "T1", "T4.203:TU_THUC.permanent", "facility", "children", "issues"])
def test_with_ascii_no_other_byte_leaves(folder: Path, at: str) -> None:
    with nhomtre(folder, "--ascii", *(["--at", at] if at else []), env={"TERM": "linux"}) as terminal:
        terminal.wait_for("TAP HUAN")
        terminal.press("F1")
        terminal.wait_for("TRO GIUP")
        terminal.press("End")
        terminal.wait_for("GAP VUONG MAC")
        terminal.press("Esc")
        terminal.wait_gone("TRO GIUP")
        assert terminal.leave() == 0
        assert terminal.output.isascii()


@pytest.mark.parametrize(
    ("words", "locale"),
    [
        (("--ascii", "--no-marks"), "C.UTF-8"),
        (("--no-marks", "--ascii"), "C.UTF-8"),
        (("--no-marks",), "C"),
    ],
)
def test_of_all_that_is_said_about_letters_the_plainest_holds(
    folder: Path, words: tuple[str, ...], locale: str
) -> None:
    more = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with nhomtre(folder, *words, env=more) as terminal:
        terminal.wait_for(" Menu")
        assert terminal.leave() == 0
        assert terminal.output.isascii()


def test_a_console_is_asked_once_whether_its_letters_can_be_read(folder: Path) -> None:
    with nhomtre(folder, env={"TERM": "linux"}) as terminal:
        terminal.wait_for("ế ậ ữ Đ: doc duoc khong?")
        terminal.send(b"k\r")
        terminal.wait_for("Man hinh hien chu khong dau", "Han nop")
        assert terminal.leave() == 0
    with nhomtre(folder, env={"TERM": "linux"}) as terminal:
        terminal.wait_for("Han nop")
        terminal.wait_gone("doc duoc khong")
        assert terminal.leave() == 0
    with nhomtre(folder, env={"TERM": "xterm"}) as terminal:
        terminal.wait_for("Hạn nộp")
        assert terminal.leave() == 0


def test_marks_are_typed_and_kept_where_none_is_shown(folder: Path) -> None:
    with nhomtre(folder, "--no-marks", "--at", "children/c0003/name") as terminal:
        terminal.wait_for("TAP HUAN")
        terminal.send("Hồ Thị Mẫu Đơn".encode() + b"\r")
        terminal.wait_for("Ho Thi Mau Don")
        assert terminal.leave() == 0
    with nhomtre(folder, "--at", "children/c0003/name") as terminal:
        terminal.wait_for("Hồ Thị Mẫu Đơn")
        assert terminal.leave() == 0


def visits(terminal: Terminal) -> None:
    """Pages with errors, warnings, the line being typed and a question."""
    terminal.wait_for("BIỂU 4")
    terminal.send(b"x\r")
    terminal.wait_for("!x")
    terminal.press("Left")
    terminal.wait_for("LỖI", "[!x]")
    terminal.press("F3")
    terminal.wait_for("Tìm:")
    terminal.press("Enter", "F10")
    terminal.wait_for("MENU")
    terminal.press("Esc")
    terminal.wait_gone("MENU")
    assert terminal.leave() == 0


@pytest.mark.promise("R13")
def test_no_color_means_no_colour(folder: Path) -> None:
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent", env={"NO_COLOR": "1"}) as terminal:
        visits(terminal)
        numbers = [number for rendition in sgr(terminal.output) for number in rendition]
    assert numbers
    assert not [number for number in numbers if COLOURS.match(number)]


def test_a_terminal_that_does_not_tell_its_background_gets_no_colour(folder: Path) -> None:
    for term in ("xterm", "xterm-256color"):
        with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent", env={"TERM": term}) as terminal:
            visits(terminal)
            numbers = {number for rendition in sgr(terminal.output) for number in rendition}
        assert not [number for number in numbers if COLOURS.match(number)]


@pytest.mark.promise("R12")
def test_a_screen_too_small_says_so_and_works_again_when_it_grows(folder: Path) -> None:
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent", rows=12, columns=50) as terminal:
        plain_vietnamese(terminal.wait_for("Cửa sổ quá nhỏ"))
        terminal.resize(24, 80)
        terminal.wait_for("BIỂU 4", "[1]", " Menu")
        terminal.send(KEYS["F10"])
        terminal.wait_for("MENU")
        terminal.press("Esc")
        terminal.wait_for("BIỂU 4")
        assert terminal.leave() == 0


def test_painting_only_what_changed_gives_the_same_screen_as_painting_it_all(folder: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Nhóm trẻ Mẫu 幼儿园 ễ")
    for place, keys in (
        ("facility/name", decomposed + "\x1b[D\x1b[D\x7fx"),
        ("T4.203:TU_THUC.permanent", "12\r34\r5\x7f6\r\x1b[B\x1b[D\x1b[A\x1b[A77"),
        ("children", "\x1b[B\x1b[B\x1b[6~\x1b[A"),
    ):
        with nhomtre(folder, "--at", place) as terminal:
            before = terminal.wait_for(" Menu")
            terminal.send(keys)
            terminal.wait(lambda lines, before=before: "\n".join(lines) != before)  # type: ignore[misc]
            settled = terminal.rest()
            terminal.resize(5, 20)
            terminal.wait_for("Cửa sổ quá nhỏ")
            terminal.resize(24, 80)
            terminal.wait_for(" Menu")
            assert terminal.rest() == settled


@pytest.mark.parametrize("pause", [0.0, 0.001, 0.01])
def test_a_window_that_was_small_for_a_moment_is_whole_again(folder: Path, pause: float) -> None:
    """The terminal has cut its lines, the program may have missed that the size was another one."""
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        before = terminal.rest()
        for _ in range(5):
            terminal.resize(16, 60)
            time.sleep(pause)
            terminal.resize(24, 80)
            terminal.wait(lambda lines: lines == before, "the screen as it was")
            assert terminal.rest() == before


def test_a_window_drawn_to_and_fro_while_keys_come_is_whole(folder: Path) -> None:
    random = Random(7)
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        terminal.press("PgDn", "Home")
        whole = terminal.rest()
        for _ in range(10):
            for _ in range(random.randrange(1, 12)):
                terminal.resize(random.choice((16, 24, 30)), random.choice((60, 80, 100)))
                terminal.press(*["Down"] * random.randrange(3))
            terminal.resize(24, 80)
            terminal.press("PgDn", "Home")
            terminal.wait(lambda lines: lines == whole, "the whole screen")
            assert terminal.rest() == whole


READ = b"\x1b]0;read\x1b\\"
SLOW_LOOK = f"""
import os, runpy, signal
real, seen = os.get_terminal_size, []
def look(descriptor):
    size = real(descriptor)
    if size == (60, 16) and signal.getsignal(signal.SIGWINCH) is not signal.SIG_DFL and not seen:
        seen.append(size)
        os.write(1, {READ!r})
        while real(descriptor) == size:
            os.sched_yield()
    return size
os.get_terminal_size = look
runpy.run_module("tui.cli", run_name="__main__")
"""
"""The window has another size before the one that was read is told."""


@pytest.mark.parametrize("is_first", [False, True])
def test_a_window_that_grows_while_its_size_is_read_is_whole(folder: Path, is_first: bool) -> None:
    """The news of the second size comes in the middle of that of the first, at the beginning too."""
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        whole = terminal.rest()
        assert terminal.leave() == 0
    command = [sys.executable, "-c", SLOW_LOOK, "--data", str(folder), "--demo", "--today", TODAY]
    rows, columns = (16, 60) if is_first else (24, 80)
    home = folder.parent / "home"
    with Terminal([*command, "--at", "children"], home=home, rows=rows, columns=columns) as terminal:
        if not is_first:
            terminal.wait_for(" Menu")
            terminal.resize(16, 60)
        terminal.wait(lambda _: READ in terminal.output, "a look at the size")
        terminal.resize(24, 80)
        terminal.wait(lambda lines: lines == whole, "the whole screen")
        assert terminal.rest() == whole


def test_ctrl_l_paints_over_what_another_program_wrote(folder: Path, term: str) -> None:
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent", env={"TERM": term}) as terminal:
        terminal.wait_for("[1]", " Menu")
        terminal.send(b"7")
        terminal.wait_for("[7")
        terminal.rest()
        looks, cursor = terminal.looks(), terminal.cursor
        terminal.spoil("\x1b[5;9H\x1b[1;7mMessage from root:\r\n\n\nthe system is going down")
        terminal.press("Ctrl+L")
        terminal.wait(
            lambda _: (terminal.looks(), terminal.cursor) == (looks, cursor), "the screen as it was"
        )


@pytest.mark.promise("R8")
def test_keys_at_the_moment_when_it_goes_on_are_kept(folder: Path, stored: Stored) -> None:
    figures = range(1000, 1008)
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent") as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        for figure in figures:
            terminal.process.send_signal(signal.SIGSTOP)
            terminal.send(str(figure)[:1])
            terminal.process.send_signal(signal.SIGCONT)
            terminal.send_slowly((key.encode() for key in f"{figure}\r"[1:]), gap=0.001)
        terminal.wait_for(f" 1.{figures[-1] - 1000:03} ")
        assert terminal.leave() == 0
        assert terminal.modes_after() == terminal.modes_before
    assert set(figures) <= set(cells(stored(), "T4").values())


INTERRUPTED_IMPORTS = """
import os, runpy, signal, sys
class Finder:
    def find_spec(self, name, path, target=None):
        if name.startswith(("tui.cli.main", "tui.terminal", "textual.")):
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
runpy.run_module("tui.cli", run_name="__main__")
"""


def test_ctrl_c_while_the_program_starts_ends_nothing_and_shows_no_traceback(folder: Path) -> None:
    arguments = ["--data", str(folder), "--demo", "--today", TODAY, "--at", "T4.203:TU_THUC.permanent"]
    command = [sys.executable, "-c", INTERRUPTED_IMPORTS, *arguments]
    with Terminal(command, home=folder.parent / "home") as terminal:
        terminal.wait_for("BIỂU 4")
        terminal.send(b"\x03")
        terminal.wait_for("Muốn thoát")
        assert b"Traceback" not in terminal.output
        assert terminal.leave() == 0


def test_what_the_environment_says_to_the_library_is_not_heard(folder: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    env = {
        "TEXTUAL_LOG": str(tmp_path / "no such folder" / "log"),
        "TEXTUAL_PRESS": "9,enter",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(pictures),
        "TEXTUAL_THEME": "none such",
        "TEXTUAL_DRIVER": "none.such:Driver",
        "TEXTUAL": "debug,devtools",
    }
    with nhomtre(folder, env=env) as terminal:
        terminal.wait_for("Hạn nộp")
        assert terminal.leave() == 0
    assert list(pictures.iterdir()) == []
