"""The screens in a terminal of 80×24, against a bare Textual app with one widget."""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.groups import group_of
from bench.results import Result
from forms.dossier.content import difference
from forms.package.training import training_year
from forms.store.store import Store
from tests.pty.driver import KEYS, TODAY, Terminal

START_RUNS = 25
START_GOAL = 1.12
KEY_GOAL = 1.6
KEYS_EACH = 40
MANY_CHILDREN = 500
QUIET = 0.06
CURSOR_PLACE = re.compile(rb"(?:\x1b\[[\d;]*[ABCDGHd]|\x1bM|[\r\n\b])+\Z")
"""At the end of a paint."""
IDLE = 10.0
COMPILED = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": None, "TEXTUAL_DISABLE_KITTY_KEY": "1"}
"""As an installed program is; the bare app asks the terminal as little as ours."""
BARE, TABLE = "bench.bare", "bench.bare_table"
NOT_AT_START = ("openpyxl", "fpdf", "fontTools", "PIL", "segno", "pygments", "markdown_it")


def program(home: Path, *command: str) -> Terminal:
    """A program in a terminal, as it is installed."""
    return Terminal([sys.executable, "-m", *command], home=home, env=COMPILED)


def nhomtre(folder: Path, *more: str) -> tuple[str, ...]:
    """The app on a folder, as a module and its arguments."""
    return ("tui.cli", "--data", str(folder), "--today", TODAY, *more)


def _with_instruments(command: tuple[str, ...], *options: str) -> tuple[str, ...]:
    """The same program as a command of ``bench.first_frame``."""
    module, *arguments = command
    return ("bench.first_frame", *options, "bare" if module == BARE else "nhomtre", *arguments)


def cpu(terminal: Terminal) -> float:
    """Seconds of processor time of the program so far, all threads."""
    return time.clock_gettime((~terminal.process.pid << 3) | 2)


def rest(terminal: Terminal, seconds: float = QUIET) -> None:
    """Wait until nothing was written for a while."""
    last, since = len(terminal.output), time.monotonic()
    while time.monotonic() - since < seconds:
        time.sleep(0.005)
        if (now := len(terminal.output)) != last:
            last, since = now, time.monotonic()


def _resident(terminal: Terminal) -> int:
    status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def _until_frame(folder: Path, arguments: tuple[str, ...]) -> float:
    """Seconds of processor time until the first frame stands."""
    out = folder / "cost.txt"
    with program(folder, *_with_instruments(arguments, "--until-frame", "--cost", str(out))) as terminal:
        terminal.status()
    return float(out.read_text())


def starting(folder: Path) -> Iterator[Result]:
    """Processor time and instructions until the first frame stands; processor time and memory when what it shows is checked, too."""
    data, many = folder / "screens", folder / "many"
    with Store(many).open(training_year(), write=True) as session:
        session.dossier.commit(difference(session.dossier.content, group_of(MANY_CHILDREN)))
    programs = {
        "bare": ((BARE,), "READY"),
        "home": (nhomtre(data, "--demo"), " Menu"),
        f"home with {MANY_CHILDREN} children": (nhomtre(many), " Menu"),
        "table 2": (nhomtre(data, "--demo", "--at", "T2"), " Menu"),
    }
    frames: dict[str, list[float]] = {name: [] for name in programs}
    times: dict[str, list[float]] = {name: [] for name in programs}
    memory: dict[str, list[int]] = {name: [] for name in programs}
    for turn in range(START_RUNS + 1):
        for name, (arguments, marker) in programs.items():
            with program(folder, *arguments) as terminal:
                terminal.wait_for(marker)
                rest(terminal, 0.25)
                if turn:  # the first run compiles and makes the training copy
                    times[name].append(cpu(terminal))
                    memory[name].append(_resident(terminal))
            if turn:
                frames[name].append(_until_frame(folder, arguments))
    counts = {name: _instructions(folder, arguments) for name, (arguments, _) in programs.items()}
    bare = counts["bare"]
    for name in [name for name in programs if name != "bare"]:
        for what, spent in (("first frame", frames), ("start, with its check,", times)):
            pairs = [ours / theirs for ours, theirs in zip(spent[name], spent["bare"], strict=True)]
            ours, theirs = statistics.median(spent[name]), statistics.median(spent["bare"])
            yield Result(
                f"{what} of {name} ÷ bare app (CPU, median of pairs)",
                statistics.median(pairs),
                START_GOAL,
                f"{ours * 1e3:.0f} ms ÷ {theirs * 1e3:.0f} ms",
            )
        what = f"first frame of {name} ÷ bare app (instructions)"
        if (count := counts[name]) is None or bare is None:
            yield Result(what, None, START_GOAL, "valgrind is not installed")
        else:
            yield Result(what, count / bare, START_GOAL, f"{count / 1e6:.0f} M ÷ {bare / 1e6:.0f} M")
        kept, least = statistics.median(memory[name]), statistics.median(memory["bare"])
        yield Result(
            f"memory of {name} ÷ bare app (RSS)",
            kept / least,
            1.2,
            f"{kept / 1024:.1f} MB ÷ {least / 1024:.1f} MB",
        )
    yield _loaded_at_start(folder, programs["table 2"][0])


def _instructions(folder: Path, arguments: tuple[str, ...]) -> int | None:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    log = folder / "callgrind.log"
    tool = [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}"]
    command = [sys.executable, "-m", *_with_instruments(arguments, "--until-frame")]
    with Terminal([*tool, *command], home=folder, env=COMPILED) as terminal:
        terminal.status(600)
    line = next(line for line in log.read_text().splitlines() if "Collected" in line)
    return int(line.rpartition(":")[2].split()[0])


def _loaded_at_start(folder: Path, arguments: tuple[str, ...]) -> Result:
    names = folder / "modules.txt"
    command = _with_instruments(arguments, "--until-frame", "--modules", str(names))
    with program(folder, *command) as terminal:
        terminal.status()
    loaded = sorted({name.partition(".")[0] for name in names.read_text().splitlines()} & set(NOT_AT_START))
    return Result(f"modules of {', '.join(NOT_AT_START)} at start", len(loaded), 0, " ".join(loaded))


def cost(terminal: Terminal, keys: list[bytes]) -> tuple[list[float], list[int], list[int]]:
    """Processor seconds and bytes written, of each key; of the bytes those that place the terminal's own cursor."""
    times, sizes, places = [], [], []
    for key in keys:
        spent, size = cpu(terminal), len(terminal.output)
        terminal.send(key)
        rest(terminal)
        times.append(cpu(terminal) - spent)
        paint = terminal.output[size:]
        sizes.append(len(paint))
        places.append(len(place[0]) if (place := CURSOR_PLACE.search(paint)) else 0)
    return times, sizes, places


def typing(folder: Path) -> Iterator[Result]:
    """A key in table 4 against a key that nobody handles; bytes on the wire; an idle screen."""
    arguments = nhomtre(folder / "screens", "--demo", "--at", "T4.203:TU_THUC.permanent")
    moves = [KEYS[name] for name in ("Right", "Down", "Left", "Up")]
    spent: dict[str, list[float]] = {"key": [], "digit": [], "move": []}
    sent: dict[str, list[int]] = {"digit": [], "move": []}
    placed: list[int] = []
    with (
        program(folder, BARE) as bare,
        program(folder, *arguments) as ours,
    ):
        bare.wait_for("READY")
        ours.wait_for("BIỂU 4", " Menu")
        for _ in range(KEYS_EACH // 4):
            spent["key"] += cost(bare, [b"x"] * 4)[0]
            for what, keys in (("digit", [b"7", b"8", b"9", b"0"]), ("move", moves)):
                times, sizes, places = cost(ours, keys)
                spent[what] += times
                sent[what] += sizes
                placed += places
                if what == "digit":
                    ours.press("Esc")
                    ours.wait_for("[1]")
        rest(ours, 3)
        before = len(ours.output)
        time.sleep(IDLE)
        idle = len(ours.output) - before
    least = statistics.median(spent["key"])
    for what in ("digit", "move"):
        one = statistics.median(spent[what])
        yield Result(
            f"a {what} in table 4 ÷ an unhandled key (CPU)",
            one / least,
            KEY_GOAL,
            f"{one * 1e3:.2f} ms ÷ {least * 1e3:.2f} ms",
        )
        yield Result(
            f"bytes of a {what} in table 4 (largest)",
            max(sent[what]),
            200,
            f"median {statistics.median(sent[what]):.0f}",
        )
    yield Result(
        "bytes that place the cursor in a paint (largest)",
        max(placed),
        10,
        f"median {statistics.median(placed):.0f}, in {sum(map(bool, placed))} of {len(placed)} paints",
    )
    yield Result(f"bytes in {IDLE:.0f} s without a key", idle, 0)


def many_children(folder: Path) -> Iterator[Result]:
    """A move in the list of 500 children against 20."""
    terminals: dict[int, Terminal] = {}
    spent: dict[int, list[float]] = {20: [], 500: []}
    for children in spent:
        terminals[children] = _list_of(folder, children)
    with terminals[20], terminals[500]:
        for terminal in terminals.values():
            terminal.wait_for(" Menu")
            terminal.press(*["Down"] * 4)
            rest(terminal, 0.3)
        for _ in range(KEYS_EACH // 4):
            for children, terminal in terminals.items():
                spent[children] += cost(terminal, [KEYS["Down"], KEYS["Down"], KEYS["Up"], KEYS["Up"]])[0]
    few, many = (statistics.median(spent[children]) for children in (20, 500))
    yield Result(
        "a move among 500 children ÷ among 20 (CPU)",
        many / few,
        1.2,
        f"{many * 1e3:.2f} ms ÷ {few * 1e3:.2f} ms",
    )


def _list_of(folder: Path, children: int) -> Terminal:
    data = folder / f"children{children}"
    with Store(data).open(training_year(), write=True) as session:
        session.dossier.commit(difference(session.dossier.content, group_of(children)))
    return program(folder, *nhomtre(data, "--at", "children"))


def stock_table(folder: Path) -> Iterator[Result]:
    """A key in the list of children against the same key in Textual's own table of as many rows."""
    ours = _list_of(folder, MANY_CHILDREN)
    stock = program(folder, TABLE, str(MANY_CHILDREN))
    with ours, stock:
        ours.wait_for(" Menu")
        stock.wait_for("READY", "Trẻ Mẫu 3")
        for what, names in (
            ("line down", ["Down", "Down", "Up", "Up"]),
            ("page down", ["PgDn", "PgDn", "PgUp"]),
        ):
            times: dict[Terminal, list[float]] = {ours: [], stock: []}
            sizes: dict[Terminal, int] = {ours: 0, stock: 0}
            for _ in range(KEYS_EACH // 4):
                for terminal in (ours, stock):
                    spent, sent, _places = cost(terminal, [KEYS[name] for name in names])
                    times[terminal] += spent
                    sizes[terminal] += sum(sent)
            a, b = sizes.values()
            count = len(times[ours])
            title = f"a {what} in the list ÷ in Textual's DataTable, {MANY_CHILDREN} rows"
            yield Result(f"{title} (bytes)", a / b, 1, f"{a / count:.0f} ÷ {b / count:.0f}")
            few, many = statistics.median(times[ours]), statistics.median(times[stock])
            yield Result(f"{title} (CPU)", few / many, 1, f"{few * 1e3:.2f} ms ÷ {many * 1e3:.2f} ms")


def exporting(folder: Path) -> Iterator[Result]:
    """How long an export keeps the loop from answering: the best of three."""
    longest = []
    for turn in range(3):
        out = folder / f"ticks{turn}"
        arguments = nhomtre(folder / "screens", "--demo")
        with program(folder, *_with_instruments(arguments, "--ticks", str(out))) as terminal:
            terminal.status(60)
        longest.append(float(out.read_text()))
    yield Result(
        "longest pause of the loop during an export (ms)",
        min(longest),
        20,
        " ".join(f"{ms:.1f}" for ms in longest),
    )


CASES: tuple[Callable[[Path], Iterator[Result]], ...] = (
    starting,
    typing,
    many_children,
    stock_table,
    exporting,
)
