"""Many over one sshd, each behind a forced command: nobody leaves the own folder, files are fetched by a second key, nothing mixes."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from forms.store.system import system_words
from forms.store.system.named_paths import ARRIVALS
from tests.builders import example_package, package_bytes
from tests.pty.driver import KEYS, TODAY, Terminal
from tests.pty.ssh import Answer, asked, at_the_server, over_ssh, sshd
from tests.pty.stored import cells, content_of, in_training
from tests.pty.test_endings import PLACE, next_session_can_write
from tests.pty.test_ssh_lines import FIRST, MOST_SECONDS, SECOND, SERVER_GIVES_UP, watched
from tests.pty.test_taking_over import ASK, IMPATIENT, SHORT
from tui.jobs.sessions.exit_status import ExitStatus
from tui.texts import command_line_words, file_words, home_words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="no way to wait for a process of others"),
]

MANY = 10
ROOM = [f"room{number}" for number in range(MANY)]
"""Accounts with a training copy."""
FILES = "files"
"""The second key of the first account: its files, no desk."""


class Server:
    """Its accounts are folders below *top*, each behind a key of its name."""

    def __init__(self, top: Path) -> None:
        self.top, self.keys, self.port = top, top / "keys", 0
        impatient = top / "impatient.py"
        impatient.write_text(IMPATIENT)
        training = ("--demo", "--at", PLACE, "--today", TODAY)
        self.forced = {
            "first": self._desk("first", "-m", "tui.cli"),
            "second": self._desk("second", "-m", "tui.cli", more=["--linear"]),
            FILES: f"internal-sftp -d {self.folder('first') / 'exports'} -P symlink,hardlink",
            **{name: self._desk(name, "-m", "tui.cli", more=training) for name in ROOM},
            "shared": self._desk(ROOM[0], impatient, SHORT, more=training),
        }

    def folder(self, account: str) -> Path:
        return self.top / account

    def _desk(self, account: str, *program: str | Path, more: list[str] | tuple[str, ...] = ()) -> str:
        return at_the_server(*program, "--restricted", self.folder(account), *more)

    def desk(self, key: str, *remote: str) -> Terminal:
        return over_ssh(self.keys, self.port, *remote, home=self.top / "home", key=key)

    def ask(self, key: str, program: str, *more: str, text: str = "") -> Answer:
        return asked(self.keys, self.port, key, program, *more, text=text)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, _training: Path) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("accounts"))
    (server.top / "home").mkdir()
    for name in ROOM:
        shutil.copytree(_training, server.folder(name))
    for name in ("first", "second"):
        arrivals = server.folder(name) / ARRIVALS
        arrivals.mkdir(parents=True)
        package = example_package()
        package["facility"]["name"] = f"Nhóm trẻ Mẫu {name}"
        (arrivals / f"goi-{name}.json").write_bytes(package_bytes(package))
    with sshd(server.keys, server.forced) as server.port:
        yield server


def test_an_account_begins_with_a_file_that_was_handed_in_and_reaches_no_other_one(server: Server) -> None:
    mine, theirs = server.folder("first") / ARRIVALS, server.folder("second") / ARRIVALS / "goi-second.json"
    (mine / "loi-tat.json").symlink_to(theirs)
    with server.desk("first") as terminal:
        terminal.wait_for(home_words.HOW_TO_BEGIN[:30])
        for name in (theirs, theirs.with_name("khong-co.json"), "/etc/passwd", "../../x", "loi-tat.json"):
            terminal.send("2\r")
            terminal.wait_for(file_words.CHOOSE_FILE, "goi-first.json")
            assert "goi-second" not in terminal.text and "loi-tat" not in terminal.text
            terminal.send(KEYS["End"] + b"\r")
            terminal.wait_gone(file_words.CHOOSE_FILE)
            terminal.send(f"{name}\r")
            terminal.wait_for(system_words.OUTSIDE[:40])
        terminal.send("2\r\r")
        terminal.wait_for("Biểu 1", "Nhóm trẻ Mẫu first")
        terminal.send(KEYS["F7"])
        terminal.wait_for("Đã xuất xong", "Thư mục exports")
        assert terminal.leave() == 0
    (mine / "loi-tat.json").unlink()
    target = server.top / "fetched.pdf"
    answer = server.ask(
        FILES, "sftp", text=f"pwd\nget */*.pdf {target}\n-ls ..\n-symlink /etc/passwd x\n-pwd\n"
    )
    assert str(server.folder("first") / "exports") in answer.stdout
    assert target.read_bytes().startswith(b"%PDF")
    assert "permission denied" in answer.stderr.lower()
    assert not (server.folder("first") / "exports" / "x").exists()


@pytest.mark.parametrize("command", ["sh", "nhomtre --data / check"])
def test_no_command_of_the_client_gets_through(server: Server, command: str) -> None:
    with server.desk("second", command) as terminal:
        assert terminal.status() == ExitStatus.REFUSED
        assert terminal.text.split() == command_line_words.RESTRICTED_COMMAND.split()
    answer = server.ask("second", "ssh", command, text="id\n")
    assert (answer.returncode, answer.stdout) == (ExitStatus.REFUSED, "")
    assert answer.stderr.strip() == command_line_words.RESTRICTED_COMMAND


def test_the_key_of_the_desk_gets_no_files_and_the_key_of_files_no_desk(server: Server) -> None:
    assert server.ask(ROOM[0], "sftp", text="ls /\n").returncode
    answer = server.ask(FILES, "ssh", "sh", text="id\n")
    assert "uid=" not in answer.stdout


def test_no_line_is_forwarded(server: Server) -> None:
    answer = server.ask("second", "ssh", "-W", f"127.0.0.1:{server.port}")
    assert answer.returncode and "SSH-2.0" not in answer.stdout


def test_in_lines_it_needs_no_terminal_and_is_shut_in_too(server: Server) -> None:
    theirs = server.folder("first") / ARRIVALS / "goi-first.json"
    answer = server.ask("second", "ssh", text=f"/xuong\n/mo\n/cuoi\n/mo\n/{theirs}\n/thoat\nc\n")
    assert system_words.OUTSIDE[:40] in answer.stdout, answer.stdout + answer.stderr


def test_many_type_at_once_and_nothing_mixes(server: Server) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(server.desk(name)) for name in ROOM]
        for client in clients:
            client.wait_for("BIỂU 4", "mã 203", " Menu", seconds=60)
        watches = [watched(server.folder(name)) for name in ROOM]
        for number, client in enumerate(clients):
            client.send(f"{100 + number}\r{200 + number}\r5")
        for number, client in enumerate(clients):
            client.wait_for(f" {100 + number} ", f" {200 + number} ", "[5")
        for client in clients:
            client.process.send_signal(signal.SIGKILL)
        for program, session in watches:
            given_up = session.end(SERVER_GIVES_UP)
            assert program.end(MOST_SECONDS) - given_up <= MOST_SECONDS
    for number, name in enumerate(ROOM):
        next_session_can_write(server.folder(name))
        figures = cells(content_of(in_training(server.folder(name))), "T4")
        assert (figures[FIRST], figures[SECOND]) == (100 + number, 200 + number)


def test_a_second_session_of_an_account_asks_and_goes_on(server: Server) -> None:
    with server.desk("shared") as writer:
        writer.wait_for("BIỂU 4", " Menu")
        with server.desk("shared") as looker:
            looker.wait_for("BIỂU 4", "CHỈ XEM", "F10, Enter: xin")
            looker.send(ASK)
            writer.wait_for("xin sửa hồ sơ này")
            assert writer.status() == ExitStatus.GAVE_WAY
            looker.wait_for("Sửa tiếp ở đây?")
            looker.send(b"\r")
            looker.wait_for("Từ bây giờ sửa được ở đây")
            program, session = watched(server.folder(ROOM[0]))
            looker.process.send_signal(signal.SIGKILL)
            assert program.end(SERVER_GIVES_UP + MOST_SECONDS) - session.end(SERVER_GIVES_UP) <= MOST_SECONDS
    next_session_can_write(server.folder(ROOM[0]))
