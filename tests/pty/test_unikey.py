"""Vietnamese typed with UniKey: what was meant is what is stored, however the bytes arrive."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from forms.dossier.content import Content
from tests.pty.driver import KEYS, Terminal, nhomtre
from tests.pty.unikey import keystrokes, stages

pytestmark = pytest.mark.slow

TEXT = (
    "Nhóm trẻ Hướng Dương Mẫu, đường Nguyễn Thị Bịa Đặt, phường Đẹp Như Ước, ở cuối ngõ nghiêng"
    if os.environ.get("NHOMTRE_FULL") == "1"
    else "Nguyễn Thị Thùy Bịa, đường Ước Ổi"
)
BACKSPACES = {"7F": b"\x7f", "08": b"\x08"}


def test_the_streams_are_those_of_an_input_method() -> None:
    assert stages("Nguyễn") == ["N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyên", "Nguyễn"]
    assert list(keystrokes("Đỗ")) == [
        b"D",
        b"\x7f" + "Đ".encode(),
        b"o",
        b"\x7f" + "ô".encode(),
        b"\x7f" + "ỗ".encode(),
    ]
    decomposed = unicodedata.normalize("NFD", "ỗ").encode()
    assert list(keystrokes("Đỗ", form="NFD"))[-1] == b"\x7f\x7f" + decomposed


def name_typed(folder: Path, chunks: list[bytes], gap: float) -> None:
    """Type into the name of the facility: backspace first empties nothing, the first letter replaces the text."""
    with nhomtre(folder, "--at", "facility/name") as terminal:
        terminal.wait_for("HỒ SƠ CƠ SỞ", "[Nhóm trẻ")
        type_in(terminal, chunks, gap)
        assert terminal.leave() == 0


@pytest.mark.parametrize("gap", [0, 0.033], ids=["one write", "33 ms a chunk"])
@pytest.mark.parametrize("backspace", BACKSPACES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_text_typed_with_unikey_is_stored_as_meant(
    folder: Path, stored: Callable[[], Content], form: Literal["NFC", "NFD"], backspace: str, gap: float
) -> None:
    name_typed(folder, [*keystrokes(TEXT, backspace=BACKSPACES[backspace], form=form), b"\r"], gap)
    name = stored().facility["name"]
    assert name == unicodedata.normalize("NFC", TEXT)


IN_RECORDS: dict[str, tuple[str, bytes]] = {
    "form": ("children/c0001/name", b""),
    "quick entry": ("children", KEYS["Insert"]),
}
"""Where a name is typed: place, and the keys before it."""
SHORT = "Nguyễn Thị Thùy Bịa Đặt"


@pytest.mark.parametrize("gap", [0, 0.033], ids=["one write", "33 ms a chunk"])
@pytest.mark.parametrize("backspace", BACKSPACES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("where", IN_RECORDS)
def test_a_name_typed_into_a_record_is_stored_as_meant(
    folder: Path,
    stored: Callable[[], Content],
    where: str,
    form: Literal["NFC", "NFD"],
    backspace: str,
    gap: float,
) -> None:
    place, before = IN_RECORDS[where]
    chunks = [*keystrokes(SHORT, backspace=BACKSPACES[backspace], form=form), b"\r"]
    with nhomtre(folder, "--at", place) as terminal:
        terminal.wait_for(" Menu")
        type_in(terminal, [before, *chunks] if before else chunks, gap)
        assert terminal.leave() == 0
    records = list(stored().records("children").values())
    assert records[0 if where == "form" else -1]["name"] == SHORT
    assert len(records) == (46 if where == "form" else 47)


@pytest.mark.parametrize("gap", [0, 0.033], ids=["one write", "33 ms a chunk"])
@pytest.mark.parametrize("backspace", BACKSPACES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_typed_into_the_find_box_is_looked_for_as_meant(
    folder: Path, form: Literal["NFC", "NFD"], backspace: str, gap: float
) -> None:
    wanted = "Trần Thị Mẫu Ánh"
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        type_in(terminal, [*keystrokes(wanted, backspace=BACKSPACES[backspace], form=form)], gap)

        def found(lines: list[str]) -> bool:
            shown = unicodedata.normalize("NFC", "\n".join(lines))
            return f"Tìm «{wanted}»: 1 hồ sơ" in shown and "(1/46)" in shown

        terminal.wait(found)
        assert terminal.leave() == 0


def type_in(terminal: Terminal, chunks: list[bytes], gap: float) -> None:
    if gap:
        terminal.send_slowly(chunks, gap)
    else:
        terminal.send(b"".join(chunks))


def test_a_burst_over_two_fields_lands_in_both(folder: Path, stored: Callable[[], Content]) -> None:
    with nhomtre(folder, "--at", "facility/head_name") as terminal:
        terminal.wait_for("[Nguyễn Thị Mẫu")
        phone = b"\t0900000009\r"
        terminal.send(b"".join(keystrokes("Lê Ðịnh".replace("Ð", "Đ"))) + phone)
        assert terminal.leave() == 0
    facility = stored().facility
    assert (facility["head_name"], facility["head_phone"]) == ("Lê Định", "0900000009")


def test_pasted_text_and_a_correction_after_it(folder: Path, stored: Callable[[], Content]) -> None:
    pasted = unicodedata.normalize("NFD", "Lê Thị").encode()
    with nhomtre(folder, "--at", "facility/head_name") as terminal:
        terminal.wait_for("[Nguyễn Thị Mẫu")
        terminal.send(b"\x1b[200~" + pasted + b"\x1b[201~ A\x7f" + "Ân\r".encode())
        assert terminal.leave() == 0
    assert stored().facility["head_name"] == "Lê Thị Ân"


def test_the_same_burst_goes_wrong_in_a_stock_input(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "value.txt"
    program = Path(__file__).with_name("stock_input.py")
    with Terminal([sys.executable, program, out], home=tmp_path / "home") as terminal:
        terminal.wait_for("READY")
        terminal.send(b"".join(keystrokes(TEXT)))
        terminal.wait_gone("READY")
        terminal.send(b"\r")
        assert terminal.status() == 0
    value = out.read_text("utf-8")
    assert value.startswith("N")
    assert value != TEXT, (
        "Textual's Input now keeps the order of keys: this comparison shows nothing any more"
    )
