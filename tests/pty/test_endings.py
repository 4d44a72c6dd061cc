"""However a session ends, at most the cell being typed is missing, and the next session finds everything in order."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Content
from forms.package.training import training_year
from forms.sets.mn2019.form import FORM
from forms.store.store import Store
from tests.pty.driver import DEADLINE, KEYS, QUIT, GaveUp, Terminal, nhomtre
from tests.pty.stored import cells, content_of, in_training
from tui.terminal.app import ENDINGS
from tui.texts.sessions import recovery_words

pytestmark = pytest.mark.slow

Stored = Callable[[], Content]
Cells = dict[tuple[str, str], Any]
KILLS = 200 if os.environ.get("NHOMTRE_FULL") == "1" else 6
SEED = int(os.environ.get("NHOMTRE_SEED", "849"))
PLACE = "T4.203:TU_THUC.permanent"
TYPED = 100
"""Figures typed in one write: a fifth of a second. In the last cell Enter stays, so that one is typed again and again."""
BEHIND_TOTALS = 46
"""The column of the screen where the typed cells begin."""
BYTES_A_CHANGE = 200
"""Of the journal, about: the kills come while the figures are being committed."""


def typable() -> list[tuple[str, str]]:
    """The cells that Enter goes through from the place on."""
    table = FORM.table_by_id["T4"]
    found = [
        (row.key, column.key)
        for row in table.data_rows
        for column in table.columns
        if table.can_type(row, column, "TU_THUC")
    ]
    return found[found.index(("203", "TU_THUC.permanent")) :]


def shown_figures(lines: list[str]) -> set[int]:
    """Typed figures of four digits on the screen, without the one being typed."""
    typed = "\n".join(line[BEHIND_TOTALS:] for line in lines[3:20])
    return {int(a + b) for a, b in re.findall(r"(?<![\[\d.])(\d)\.?(\d{3})(?![\d.-])", typed)}


def next_session_can_write(folder: Path) -> None:
    with Store(in_training(folder)).open(training_year(), write=True) as session:
        assert session.is_writable


def keep_what_came_back(terminal: Terminal) -> None:
    """Esc keeps what the journal gave back after a kill; nothing to do where it gave nothing back."""
    terminal.wait(lambda lines: lines[0].startswith((f" {recovery_words.TITLE}", " BIỂU 4")))
    if recovery_words.TITLE in terminal.lines[0]:
        terminal.send(KEYS["Esc"])


def grown(journal: Path, size: int) -> None:
    """Until the journal is larger than that; looks without a pause, each cell takes two thousandths of a second."""
    until = time.monotonic() + DEADLINE
    while journal.stat().st_size <= size:
        assert time.monotonic() < until, "nothing is committed"
        os.sched_yield()


def kill_before_the_last(figures: list[int], terminal: Terminal, journal: Path, random: Random) -> int:
    """Type some figures until they are shown, then many; kill it before the last of these is stored. How many were typed.

    Whether it is stored already is seen while the program stands still, and if so, more are typed: however long this
    process has to wait for the processor, no kill comes too late.
    """

    def enter(some: list[int]) -> None:
        terminal.send("".join(f"{figure}\r" for figure in some))

    typed = random.randrange(1, len(typable()) // 2)
    enter(figures[:typed])
    terminal.wait(lambda lines: set(figures[:typed]) <= shown_figures(lines), "the first figures")
    while typed + TYPED <= len(figures):
        growth = random.choice((-1, random.randrange(len(typable()) * BYTES_A_CHANGE // 2)))
        wanted = journal.stat().st_size + growth
        enter(figures[typed : typed + TYPED])
        typed += TYPED
        grown(journal, wanted)
        terminal.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
        if f",{figures[typed - 1]}]".encode() not in journal.read_bytes():
            assert terminal.kill() == -signal.SIGKILL
            return typed
        terminal.process.send_signal(signal.SIGCONT)
    raise AssertionError("no kill came before the last figure: the test is blind")


@pytest.mark.promise("R1", "R8")
@pytest.mark.long
def test_a_kill_while_cells_are_typed_costs_at_most_the_cell_being_typed(
    folder: Path, stored: Stored
) -> None:
    random = Random(SEED)
    before = cells(stored(), "T4")
    for turn in range(KILLS):
        figures = random.sample(sorted(set(range(1000, 10_000)) - set(before.values())), 30 * TYPED)
        places = typable() + typable()[-1:] * len(figures)
        with nhomtre(folder, "--at", PLACE) as terminal:
            keep_what_came_back(terminal)
            terminal.wait_for("BIỂU 4", "mã 203")
            journal = in_training(folder) / f"{training_year()}.journal"
            typed = kill_before_the_last(figures, terminal, journal, random)
            shown = shown_figures(terminal.lines) & set(figures)
        after = cells(stored(), "T4")
        kept = [
            count
            for count in range(typed + 1)
            if after == before | dict(zip(places[:count], figures[:count], strict=True))
        ]
        assert kept, f"kill {turn}: cells are mixed"
        assert kept[0] < typed, f"kill {turn}: all was stored, though it was not in the journal yet"
        assert shown, f"kill {turn}: the test is blind"
        assert shown <= set(figures[: kept[0]]), f"kill {turn}: a figure was shown but not stored"
        before = after
    next_session_can_write(folder)


def two_and_a_half_cells(terminal: Terminal) -> None:
    """Two cells committed, a third being typed."""
    terminal.wait_for("BIỂU 4", "[1]")
    terminal.send(b"12\r34\r5")
    terminal.wait(lambda lines: any(re.search(r"203 .* 46 +12 +34 +\[5", line) for line in lines))


def nothing_committed_is_missing(folder: Path, before: Cells) -> None:
    after = cells(content_of(in_training(folder)), "T4")
    committed = {("203", "TU_THUC.permanent"): 12, ("203", "TU_THUC.semi_permanent"): 34}
    third = ("203", "TU_THUC.temporary")
    assert {**after, third: before.get(third)} == {**before, **committed, third: before.get(third)}
    assert after.get(third) in (before.get(third), 5)
    next_session_can_write(folder)


BUGS_OF_THE_MACHINE = {"SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL", "SIGABRT", "SIGSYS", "SIGTRAP"}
END_NOTHING = {
    *("SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU"),
    *("SIGPIPE", "SIGXFSZ", "SIGQUIT"),  # Python or we ignore these
    *("SIGRTMIN", "SIGRTMAX"),
}


def test_each_signal_that_can_end_it_is_taken() -> None:
    taken = {name for name, _ in ENDINGS}
    assert {number.name for number in signal.Signals} - taken == {
        *("SIGKILL", *BUGS_OF_THE_MACHINE, *END_NOTHING)
    }


@pytest.mark.promise("R8")
@pytest.mark.parametrize(("name", "status"), [("SIGHUP", 129), ("SIGTERM", 143), ("SIGUSR1", 143)])
def test_a_signal_ends_it_in_order(folder: Path, stored: Stored, name: str, status: int) -> None:
    before = cells(stored(), "T4")
    with nhomtre(folder, "--at", PLACE) as terminal:
        two_and_a_half_cells(terminal)
        assert terminal.kill(getattr(signal, name)) == status
        assert terminal.modes_after() == terminal.modes_before
    nothing_committed_is_missing(folder, before)


@pytest.mark.promise("R8")
def test_a_closed_window_loses_nothing_committed(folder: Path, stored: Stored) -> None:
    before = cells(stored(), "T4")
    with nhomtre(folder, "--at", PLACE) as terminal:
        two_and_a_half_cells(terminal)
        terminal.hang_up()
    nothing_committed_is_missing(folder, before)


@pytest.mark.promise("R7")
def test_a_second_session_only_looks_and_is_told_why(folder: Path, stored: Stored) -> None:
    before = stored()
    with nhomtre(folder, "--at", PLACE) as first:
        first.wait_for("BIỂU 4", "[1]")
        with nhomtre(folder, "--at", PLACE) as second:
            second.wait_for("BIỂU 4", "CHỈ XEM")
            second.send(b"9")
            second.wait_for("chỉ để xem")
            assert second.leave() == 0
        first.send(b"7\r")
        first.wait(lambda lines: any(re.search(r"203 .* 8 +7 ", line) for line in lines))
        assert first.leave() == 0
    assert cells(stored(), "T4") == cells(before, "T4") | {("203", "TU_THUC.permanent"): 7}


def test_the_second_session_says_that_the_dossier_is_open(folder: Path) -> None:
    with nhomtre(folder) as first:
        first.wait_for("Hạn nộp")
        with nhomtre(folder) as second:
            second.wait_for("đang mở", "CHỈ XEM")
            assert second.leave() == 0
        assert first.leave() == 0


@pytest.mark.promise("R2", "R5")
def test_on_a_full_disk_the_typed_value_stays_on_the_screen(folder: Path, stored: Stored) -> None:
    before = stored()
    journal = in_training(folder) / f"{training_year()}.journal"
    with nhomtre(folder, "--at", PLACE, file_limit=journal.stat().st_size + 20) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12\r")
        screen = terminal.wait_for("Chưa lưu được")
        assert "[12" in screen
        assert "Traceback" not in screen and "Errno" not in screen
        assert "vẫn an toàn." in screen
        terminal.send(b"3")
        terminal.wait_for("[123")
        terminal.press("Esc")
        terminal.wait_for("[1]")
        assert terminal.leave() == 0
        assert b"Traceback" not in terminal.output
    assert stored().tree == before.tree
    next_session_can_write(folder)


@pytest.mark.promise("R14")
def test_pasted_megabytes_are_refused_in_a_sentence_and_typing_goes_on(folder: Path, stored: Stored) -> None:
    before = stored()
    with nhomtre(folder, "--at", PLACE) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"\x1b[200~" + b"123\t456\n" * 400_000 + b"\x1b[201~")
        terminal.wait_for("quá lớn", seconds=60)
        terminal.send(b"12\r")
        terminal.wait(lambda lines: any(re.search(r"203 .* 13 +12 ", line) for line in lines))
        terminal.press("Ctrl+Z")
        terminal.wait_for("hoàn tác")
        assert terminal.leave() == 0
    assert stored().tree == before.tree


@pytest.mark.promise("R12")
def test_the_line_being_typed_outlives_a_window_of_20_by_5(folder: Path, stored: Stored) -> None:
    with nhomtre(folder, "--at", PLACE) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12")
        terminal.wait_for("[12")
        terminal.resize(5, 20)
        terminal.wait_for("Cửa sổ quá nhỏ")
        terminal.resize(24, 80)
        terminal.wait_for("BIỂU 4", "[12", " Menu")
        terminal.send(b"3\r")
        terminal.wait(lambda lines: any(re.search(r"203 .* 124 +123 ", line) for line in lines))
        assert terminal.leave() == 0
    assert cells(stored(), "T4")["203", "TU_THUC.permanent"] == 123


def test_waiting_for_what_never_comes_gives_up(folder: Path) -> None:
    with nhomtre(folder) as terminal:
        terminal.wait_for("Hạn nộp")
        with pytest.raises(GaveUp):
            terminal.wait_for("[không có]", seconds=0.3)
        terminal.send(KEYS["F1"])
        terminal.wait_for("TRỢ GIÚP")


def test_keys_behind_the_end_neither_stop_nor_kill_it(folder: Path) -> None:
    with nhomtre(folder) as terminal:
        terminal.wait_for("Hạn nộp")
        terminal.send(QUIT)
        until = time.monotonic() + DEADLINE
        while terminal.process.poll() is None and time.monotonic() < until:
            terminal.send(b"\x1a\x03\x1c")  # Ctrl+Z, Ctrl+C, Ctrl+\: signals once the terminal is as it was
            os.sched_yield()
        assert terminal.status(seconds=1) == 0
