"""What a sending makes for the office names nobody: neither its print, nor its workbook, nor its package; the owner's own files do."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from forms.dossier.roster import SchoolYear
from forms.model.text import fold
from forms.store.store import Store
from tests.tui.cli.conftest import Command

pytestmark = [pytest.mark.slow, pytest.mark.long]

SEEDS = range(40 if os.environ.get("NHOMTRE_FULL") == "1" else 1)
GIVEN = ("Quỵch", "Khuỵp", "Xoẻng", "Ngoẻnh", "Thuỵch", "Giuộc")
"""In no word of the form, with marks or without."""
NEVER_SEEN = ("Bịa", "Ví Dụ", "Giả Định")


def a_name(chance: Random, number: int) -> str:
    return f"Nguyễn {chance.choice(NEVER_SEEN)} {GIVEN[number % len(GIVEN)]}"


def words_of(name: str, chance: Random) -> str:
    given = name.split()[-1]
    ways = (
        name,
        name.upper(),
        fold(name),
        f"chị {given}",
        f"me {fold(given)}",
        f"cháu {given}",
        f"anh {given.lower()}",
    )
    return f"đã hỏi {chance.choice(ways)} rồi"


def texts_of(path: Path) -> Iterator[str]:
    if path.suffix == ".pdf":
        yield " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)
    elif path.suffix == ".xlsx":
        with ZipFile(io.BytesIO(path.read_bytes())) as archive:
            yield from (archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    yield path.read_bytes().decode("utf-8", "replace")


def named_in(path: Path, names: list[str]) -> list[str]:
    texts = [fold(text) for text in texts_of(path)]
    wanted = {*map(fold, names), *(fold(name.split()[-1]) for name in names)}
    return sorted(name for name in wanted if any(name in text for text in texts))


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_named_in_what_is_sent(
    nhomtre: Command, folder: Path, example: dict[str, Any], package_file: Callable[[Any], str], seed: int
) -> None:
    chance = Random(seed)
    names = []
    for number, child in enumerate(example["children"]):
        # a telephone that is worth a look makes a warning that names the child
        child |= {
            "name": a_name(chance, number),
            "mother_name": a_name(chance, number + 1),
            "phone": f"012345678{number}",
        }
        names += [child["name"], child["mother_name"]]
    assert nhomtre("import", package_file(example)).status == 0
    warnings = [
        issue for issue in nhomtre("check", "--json").json if (issue["record"] or "").startswith("children/")
    ]
    assert len(warnings) >= len(example["children"])
    with Store(folder).open(SchoolYear(2019), write=True) as session:
        for number, issue in enumerate(warnings):
            explained = ("explanations", issue["rule"], f"{issue['record']}/{issue['field']}")
            session.dossier.set(explained, words_of(names[number % len(names)], chance))
        session.dossier.set(("notes", "T4", "203", "TU_THUC.permanent"), words_of(names[0], chance))
    sent = folder / "exports" / "2019-2020"
    run = nhomtre("send", "--by", "Người Mẫu Gửi")
    assert run.status == 0
    assert "nêu tên" not in run.err
    files = sorted((sent / "ban-1").iterdir())
    assert {path.suffix for path in files} == {".pdf", ".xlsx", ".json"}
    assert [(path.name, name) for path in files for name in named_in(path, names)] == []
    for path in files:
        if path.suffix != ".json":
            assert any("tre 3" in fold(text) for text in texts_of(path)), path
    # again, with what changed since
    assert nhomtre("answer", "reject", "--by", "Phòng Mẫu", "--note", "xem lại").status == 0
    with Store(folder).open(SchoolYear(2019), write=True) as session:
        session.dossier.set(("children", "c0002", "father_name"), "Nguyễn Bịa Xoẻng")
        session.dossier.set(("children", "c0001", "address"), f"nhà {names[0]}")
    assert nhomtre("derive").status == 0
    assert nhomtre("send", "--by", "Người Mẫu Gửi").status == 0
    files = sorted((sent / "ban-2").iterdir())
    assert [(path.name, name) for path in files for name in named_in(path, names)] == []
    assert all(nhomtre("verify", str(path)).status == 0 for path in files)
    # for herself the owner prints the names
    assert nhomtre("export", "xlsx").status == 0
    assert nhomtre("export", "pdf").status == 0
    own = [path for path in sent.iterdir() if path.is_file()]
    assert all(named_in(path, names) for path in own)
