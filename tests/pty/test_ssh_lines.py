"""Over a real sshd: however the line goes, the process ends, the lock is free, nothing is lost, the draft is offered."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from forms.dossier.content import Content
from forms.package.training import training_year
from forms.store.drafts.draft import decode_draft
from forms.store.holding.holder import fields_at
from tests.pty.driver import KEYS, Terminal, nhomtre
from tests.pty.ssh import Firewall, Watch, nhomtre_over_ssh, sshd
from tests.pty.stored import cells, in_training
from tests.pty.test_endings import PLACE, next_session_can_write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="no way to wait for a process of others"),
]

MOST_SECONDS = 2.0
SERVER_GIVES_UP = 15.0
"""Seconds, more than enough, within which the server notices that its client is gone or says nothing."""
TURNS = 50 if os.environ.get("NHOMTRE_FULL") == "1" else 1
FIRST, SECOND, THIRD = (("203", f"TU_THUC.{kind}") for kind in ("permanent", "semi_permanent", "temporary"))


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ssh") / "keys"


@pytest.fixture(scope="module")
def server(keys: Path) -> Iterator[int]:
    """The port of an sshd."""
    with sshd(keys) as port:
        yield port


def killed(client: Terminal, _: Firewall) -> None:
    client.process.send_signal(signal.SIGKILL)


def stopped_and_killed(client: Terminal, _: Firewall) -> None:
    """The client takes nothing of what is drawn for it, then it is gone."""
    client.process.send_signal(signal.SIGSTOP)
    client.process.send_signal(signal.SIGKILL)


def stalled(_: Terminal, firewall: Firewall) -> None:
    """No packet comes through, in the middle of what is drawn; the server hears of no end."""
    firewall.stall()


@pytest.mark.promise("R8")
@pytest.mark.long
@pytest.mark.parametrize("cut", [killed, stopped_and_killed, stalled])
def test_a_line_that_goes_leaves_no_process_no_lock_and_loses_nothing(
    cut: Callable[[Terminal, Firewall], None],
    server: int,
    keys: Path,
    folder: Path,
    stored: Callable[[], Content],
) -> None:
    before = cells(stored(), "T4")
    draft = in_training(folder) / f"{training_year()}.draft"
    for turn in range(TURNS):
        first, second = 100 + turn, 200 + turn
        with (
            Firewall(server) as firewall,
            nhomtre_over_ssh(keys, firewall.port, folder, "--at", PLACE) as client,
        ):
            client.wait_for("BIỂU 4", "mã 203", " Menu")
            program, session = watched(folder)
            client.send(f"{first}\r{second}\r5")
            client.wait_for(f" {first} ", f" {second} ", "[5")
            client.send((KEYS["Left"] + KEYS["Right"]) * 200)  # something to draw, and the 5 stays as it is
            cut(client, firewall)
            given_up = session.end(SERVER_GIVES_UP)
            assert program.end(MOST_SECONDS) - given_up <= MOST_SECONDS, f"turn {turn}"
        next_session_can_write(folder)
        assert cells(stored(), "T4") == {**before, FIRST: first, SECOND: second}, f"turn {turn}"
        assert decode_draft(draft.read_bytes())[:2] == (("cells", "T4", *THIRD), "5"), f"turn {turn}"
        with nhomtre(folder) as terminal:
            terminal.wait_for("Đang gõ dở «5»", "Enter giữ, Esc bỏ")
            terminal.press("Esc")
            terminal.wait_for("Đã bỏ phần gõ dở")
            assert terminal.leave() == 0


def watched(folder: Path) -> tuple[Watch, Watch]:
    """The program that holds the dossier, and the server's process at whose end it is."""
    holder = fields_at(in_training(folder) / f".{training_year()}.holder")
    assert holder is not None
    assert holder["SSH"]
    pid = int(holder["pid"])
    status = Path(f"/proc/{pid}/stat").read_text()
    parent = int(status.rpartition(")")[2].split()[1])
    return Watch(pid), Watch(parent)
