"""Windows, as far as it shows elsewhere: the start with its facts simulated, and its driver around a console that is made up."""

from __future__ import annotations

import importlib
import io
import locale
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import textual.drivers

from forms.store.system import platform_calls
from tui.cli import console as cli_console
from tui.cli.main import main
from tui.terminal import capabilities
from tui.terminal.capabilities import UnfitTerminal, demand_fit

UTF8_PAGE = 65001


class Console:
    """The calls of kernel32 that count; whether its console understands escape sequences."""

    def __init__(self) -> None:
        self.pages: dict[str, int] = {"in": 1252, "out": 437}
        self.is_old = False

    def GetConsoleCP(self) -> int:  # noqa: N802
        return self.pages["in"]

    def GetConsoleOutputCP(self) -> int:  # noqa: N802
        return self.pages["out"]

    def SetConsoleCP(self, page: int) -> int:  # noqa: N802
        self.pages["in"] = page
        return 1

    def SetConsoleOutputCP(self, page: int) -> int:  # noqa: N802
        self.pages["out"] = page
        return 1

    def GetStdHandle(self, _number: int) -> int:  # noqa: N802
        return 7

    def GetConsoleMode(self, _handle: int, _mode: object) -> int:  # noqa: N802
        return 1

    def SetConsoleMode(self, _handle: int, _mode: int) -> int:  # noqa: N802
        return int(not self.is_old)


class Windows(SimpleNamespace):
    """``sys`` of a Windows whose ANSI code page is 1252; everything else is that of this machine."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Iterator[Console]:
    made = Console()
    for module in (platform_calls, capabilities, cli_console):
        monkeypatch.setattr(module, "sys", Windows(platform="win32"))
    ctypes = SimpleNamespace(
        windll=SimpleNamespace(kernel32=made), c_ulong=lambda: SimpleNamespace(value=3), byref=lambda it: it
    )
    for module in (platform_calls, cli_console):
        monkeypatch.setattr(module, "ctypes", ctypes, raising=False)
    monkeypatch.setattr(platform_calls, "shutil", shutil, raising=False)
    monkeypatch.setattr(cli_console, "atexit", SimpleNamespace(register=lambda *_: None))
    monkeypatch.setattr(locale, "getpreferredencoding", lambda _do_setlocale=True: "cp1252")
    monkeypatch.delenv("TERM", raising=False)
    yield made


def test_a_console_without_term_and_with_an_old_code_page_opens(
    console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252"))
    monkeypatch.setattr(capabilities, "is_interactive", lambda: True)
    opened: list[object] = []

    def run(*arguments: object, **_options: object) -> int:
        opened.append(arguments)
        print("Hạn nộp", flush=True)
        return 0

    monkeypatch.setattr("tui.terminal.app.run", run)
    assert main(["--data", str(tmp_path), "--demo"]) == 0
    assert len(opened) == 1
    assert written.getvalue().decode() == "Hạn nộp\n"
    assert console.pages == {"in": UTF8_PAGE, "out": UTF8_PAGE}


def test_a_console_that_knows_no_escape_sequences_is_told_in_ascii(console: Console) -> None:
    demand_fit()
    console.is_old = True
    with pytest.raises(UnfitTerminal) as refused:
        demand_fit()
    assert str(refused.value).isascii()


# the driver


class Monitor(threading.Thread):
    """Reads keys until it is told to stop, or until its console is gone."""

    gone: threading.Event

    def __init__(self, _loop: object, _app: object, exit_event: threading.Event, _process: object) -> None:
        super().__init__(daemon=True)
        self._exit_event = exit_event
        self.gone = threading.Event()

    def run(self) -> None:
        while not self._exit_event.is_set() and not self.gone.wait(0.001):
            pass


class Owner:
    """The app as its driver sees it."""

    def __init__(self) -> None:
        self.is_hung_up = threading.Event()

    def hang_up(self) -> None:
        self.is_hung_up.set()


@pytest.fixture
def driver_module(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    win32: Any = ModuleType("textual.drivers.win32")
    win32.EventMonitor = Monitor
    win32.enable_application_mode = lambda: lambda: None
    monkeypatch.setitem(sys.modules, "textual.drivers.win32", win32)
    monkeypatch.setattr(textual.drivers, "win32", win32, raising=False)
    stock = importlib.import_module("textual.drivers.windows_driver")
    module = importlib.import_module("tui.terminal.windows_driver")
    monkeypatch.setattr(stock.asyncio, "get_running_loop", lambda: None)
    yield module
    for name in ("textual.drivers.windows_driver", "tui.terminal.windows_driver"):
        sys.modules.pop(name, None)


@pytest.fixture
def driver(driver_module: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "__stdout__", io.StringIO())
    made = driver_module.WindowsDriver(Owner(), mouse=False)
    made.start_application_mode()
    return made


def test_a_console_that_is_gone_hangs_up(driver: Any) -> None:
    driver._event_thread.gone.set()
    assert driver._owner.is_hung_up.wait(10)
    driver.close()


def test_a_screen_that_takes_nothing_any_more_hangs_up(driver_module: Any, monkeypatch: Any) -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(6, "the handle is invalid")

    monkeypatch.setattr(sys, "__stdout__", Gone())
    monkeypatch.setattr(threading, "excepthook", lambda _args: None)
    made = driver_module.WindowsDriver(Owner(), mouse=False)
    made.start_application_mode()
    assert made._owner.is_hung_up.wait(10)
    made.disable_input()


def test_leaving_in_order_is_no_hanging_up(driver: Any) -> None:
    watched = [thread for thread in threading.enumerate() if thread.name == "nhomtre-watch"]
    driver.stop_application_mode()
    driver.close()
    for thread in watched:
        thread.join(10)
    assert not driver._owner.is_hung_up.is_set()


def test_textual_has_the_private_names(driver: Any, driver_module: Any) -> None:
    for name in driver_module.THREADS_OF_TEXTUAL:
        assert isinstance(getattr(driver, name), threading.Thread)
    driver.stop_application_mode()
    driver.close()
