"""Half a cell is typed and the session ends: the next one offers it there; Enter goes on, Esc drops it."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from forms.dossier.content import Content
from forms.package.training import training_year
from forms.store.drafts.draft import decode_draft
from forms.store.store import Store
from tests.pty.driver import Terminal, nhomtre
from tests.pty.stored import cells, in_training
from tests.pty.test_endings import PLACE

pytestmark = pytest.mark.slow

CELL = ("203", "TU_THUC.permanent")
OFFER = ("Đang gõ dở «12»", "Enter giữ, Esc bỏ")


End = Callable[[Terminal, Path], object]


def ends_with(number: int) -> End:
    return lambda terminal, _: terminal.kill(number)


def closed(terminal: Terminal, _draft: Path) -> None:
    terminal.hang_up()


def at_rest(terminal: Terminal, draft: Path) -> None:
    """The machine is switched off, the keys having rested."""
    terminal.wait(lambda _: draft.exists(), "the draft")
    terminal.kill(signal.SIGKILL)


@pytest.mark.parametrize(
    "end",
    [ends_with(signal.SIGHUP), ends_with(signal.SIGTERM), closed, at_rest],
    ids=["SIGHUP", "SIGTERM", "closed", "at rest"],
)
def test_half_a_cell_is_offered_at_the_next_start(
    folder: Path, stored: Callable[[], Content], end: End
) -> None:
    draft = in_training(folder) / f"{training_year()}.draft"
    before = cells(stored(), "T4")
    with nhomtre(folder, "--at", PLACE) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12")
        terminal.wait_for("[12")
        end(terminal, draft)
    assert draft.stat().st_mode & 0o777 == 0o600
    assert decode_draft(draft.read_bytes())[:3] == (("cells", "T4", *CELL), "12", before[CELL])
    assert cells(stored(), "T4") == before
    with nhomtre(folder) as terminal:
        terminal.wait_for("BIỂU 4", *OFFER, "[1]")
        terminal.press("Enter")
        terminal.wait_for("[12")
        terminal.send(b"3\r")
        terminal.wait(lambda lines: any(re.search(r"203 .* 124 +123 ", line) for line in lines))
        assert not draft.exists()
        assert terminal.leave() == 0
    assert cells(stored(), "T4")[CELL] == 123
    with nhomtre(folder) as terminal:
        assert OFFER[0] not in terminal.wait_for("Hạn nộp", "Menu")


def test_esc_drops_the_offer(folder: Path, stored: Callable[[], Content]) -> None:
    before = cells(stored(), "T4")
    with nhomtre(folder, "--at", PLACE) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12")
        terminal.wait_for("[12")
        terminal.kill(signal.SIGTERM)
    with nhomtre(folder) as terminal:
        terminal.wait_for(*OFFER)
        terminal.press("Esc")
        terminal.wait_for("Đã bỏ phần gõ dở", "[1]")
        assert terminal.leave() == 0
    assert cells(stored(), "T4") == before
    with nhomtre(folder) as terminal:
        assert OFFER[0] not in terminal.wait_for("Hạn nộp", "Menu")


def test_a_cell_that_changed_is_shown_as_a_text(folder: Path) -> None:
    with nhomtre(folder, "--at", PLACE) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12")
        terminal.wait_for("[12")
        terminal.kill(signal.SIGTERM)
    with Store(in_training(folder)).open(training_year(), write=True) as session:
        session.dossier.set(("cells", "T4", *CELL), 7)
    with nhomtre(folder) as terminal:
        shown = terminal.wait_for("PHẦN GÕ DỞ", "mã 203", "12")
        assert OFFER[0] not in shown
        terminal.press("Enter")
        terminal.wait_for("xem lại được 30 ngày")
        assert terminal.leave() == 0
