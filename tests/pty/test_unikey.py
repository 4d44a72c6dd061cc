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
SHORT = "Nguyễn Thị Thùy Bịa Đặt"


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


WAYS: list[tuple[Literal["NFC", "NFD"], bytes]] = [
    (form, key) for form in ("NFC", "NFD") for key in (b"\x7f", b"\x08")
]
"""How an input method writes letters, and which byte it takes for backspace."""
in_one_write_or_many = pytest.mark.parametrize(
    "is_burst", [True, False], ids=["one write", "a chunk at a time"]
)
IN_FIELDS = {"facility/name": ("facility", "name"), "children/c0001/name": ("children", "c0001", "name")}


@in_one_write_or_many
@pytest.mark.parametrize("place", IN_FIELDS)
def test_a_text_typed_into_a_form_is_stored_as_meant(
    folder: Path, stored: Callable[[], Content], place: str, is_burst: bool
) -> None:
    """The first letter replaces the text that stood there."""
    with nhomtre(folder, "--at", place) as terminal:
        terminal.wait_for("HỒ SƠ CƠ SỞ" if place.startswith("facility") else "Họ tên", " Menu")
        for number, (form, backspace) in enumerate(WAYS):
            text = f"{TEXT} {number}"
            type_in(terminal, [*keystrokes(text, backspace=backspace, form=form), b"\r"], is_burst)
            terminal.wait(lambda _, text=text: stored().value(IN_FIELDS[place]) == text, text)  # type: ignore[misc]
            terminal.press("Up")
        assert terminal.leave() == 0
    assert len(stored().records("children")) == 46


@in_one_write_or_many
def test_names_typed_in_quick_entry_are_stored_as_meant(
    folder: Path, stored: Callable[[], Content], is_burst: bool
) -> None:
    chunks = [KEYS["Insert"]]
    for number, (form, backspace) in enumerate(WAYS):
        chunks += [*keystrokes(f"{SHORT} {number}", backspace=backspace, form=form), b"\r"]
        chunks += [KEYS["Down"], KEYS["Home"]]
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        type_in(terminal, chunks, is_burst)
        assert terminal.leave() == 0
    names = [child["name"] for child in stored().records("children").values()]
    assert names[46:] == [f"{SHORT} {number}" for number in range(len(WAYS))]


@in_one_write_or_many
def test_a_name_typed_into_the_find_box_is_looked_for_as_meant(folder: Path, is_burst: bool) -> None:
    wanted = "Trần Thị Mẫu Ánh"
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        for form, backspace in WAYS:
            type_in(terminal, [*keystrokes(wanted, backspace=backspace, form=form)], is_burst)

            def found(lines: list[str]) -> bool:
                shown = unicodedata.normalize("NFC", "\n".join(lines))
                return f"Tìm «{wanted}»: 1 hồ sơ" in shown and "(1/46)" in shown

            terminal.wait(found)
            terminal.press("Esc")
            terminal.wait_gone("Tìm «")
        assert terminal.leave() == 0


def type_in(terminal: Terminal, chunks: list[bytes], is_burst: bool) -> None:
    if is_burst:
        terminal.send(b"".join(chunks))
    else:
        terminal.send_one_by_one(chunks)


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
