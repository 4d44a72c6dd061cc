"""Vietnamese typed with the keys of any keyboard: what is stored is what the keys make, in one write or key by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forms.dossier.content import Content
from tests.pty.driver import KEYS, nhomtre

pytestmark = pytest.mark.slow

F12 = b"\x1b[24~"


@pytest.mark.parametrize("is_burst", [True, False], ids=["one write", "a key at a time"])
def test_telex_then_vni_then_as_typed(folder: Path, stored: Callable[[], Content], is_burst: bool) -> None:
    keys = [
        F12,
        *_letters("Nguyeenx Thij"),
        F12,
        *_letters(" Ma6u4 D9a5t<t8"),
        F12,
        *_letters(" aas"),
        KEYS["Enter"],
    ]
    with nhomtre(folder, "--at", "children/c0001/name") as terminal:
        terminal.wait_for("Họ tên", " Menu")
        if is_burst:
            terminal.send(b"".join(keys))
        else:
            terminal.send_one_by_one(keys)
        terminal.wait_for("Nguyễn Thị Mẫu Đặt aas")
        assert terminal.leave() == 0
    assert stored().value(("children", "c0001", "name")) == "Nguyễn Thị Mẫu Đặt aas"


def _letters(text: str) -> list[bytes]:
    return [b"\x7f" if letter == "<" else letter.encode() for letter in text]
