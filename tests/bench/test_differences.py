"""What the comparison of two versions takes for a difference, and what for an intended one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from bench.versions.differences import Pair, compare, read_rewordings

EXPECTED = "Lời cũ {name}. ⇒ Lời mới {name}.\na.xml: method 0, mode 100600, ⇒ a.xml: method 0, mode 600,\n"


def packed(text: str, mode: int = 0o600) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as book:
        part = ZipInfo("a.xml", (2019, 9, 19, 0, 0, 0))
        part.external_attr = mode << 16
        book.writestr(part, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "difference", "intended"),
    [
        (b"x", b"x", "", 0),
        (b"x", b"y", "at 0", 0),
        (b"x", None, "only old", 0),
        ("Lời cũ A.".encode(), "Lời mới A.".encode(), "", 1),
        ("Lời cũ A.".encode(), "Lời mới B.".encode(), "at ", 0),
        (b"PK no zip", b"PK no zip at all", "at 9", 0),
        (packed("x"), packed("y"), "a.xml: at 0", 0),
        (packed("x", 0o100600), packed("x"), "", 1),
        (packed("x", 0o100600), packed("x", 0o644), "(packing): at ", 0),
        (packed("Lời cũ A.", 0o100600), packed("Lời mới A."), "", 2),
    ],
)
def test_only_what_is_expected_may_differ(
    tmp_path: Path, old: bytes, new: bytes | None, difference: str, intended: int
) -> None:
    (tmp_path / "expected.txt").write_text(EXPECTED, "utf-8")
    comparison = compare(Pair("kind", "name", old, new), read_rewordings(tmp_path / "expected.txt"))
    assert comparison.difference.startswith(difference) and bool(comparison.difference) == bool(difference)
    assert len(comparison.intended) == intended
