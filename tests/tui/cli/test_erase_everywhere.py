"""Of a child who is told of in many ways no byte is left after erasing, and no other child's field has changed: made up from seeds."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import normalize
from zipfile import ZipFile, is_zipfile

import pytest
from pypdf import PdfReader

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.text import fold
from forms.store.store import Session, Store
from tests.faults.editing import ordered, replay
from tests.tui.cli.conftest import Command

pytestmark = [pytest.mark.slow, pytest.mark.long]

YEAR = SchoolYear(2019)
SEEDS = range(200 if os.environ.get("NHOMTRE_FULL") == "1" else 2)
FAMILIES = ("Nguyễn", "Trần", "Lê", "Đỗ", "Vũ", "H'", "Ông")
MIDDLES = ("Bịa", "Ví Dụ", "Mẫu", "Giả Định", "Thị Mẫu", "")
GIVEN = ("An", "Ân", "Châu", "Chấu", "Hòa", "Thúy", "Thủy", "Đức", "Bình", "Yến", "Khuê", "Ửng", "Mỹ")
TOWN = ("12 Nguyễn Mẫu Cừ", "khu phố An Bình", "cạnh chợ Châu Thành", "an toàn, sạch")


def a_name(chance: Random) -> str:
    return " ".join(f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}".split())


def a_child(chance: Random, number: int) -> dict[str, Any]:
    return {
        "name": a_name(chance),
        "birth_date": f"201{chance.randrange(4, 7)}-{chance.randrange(1, 10):02}-{10 + number:02}",
        "phone": f"09{chance.randrange(10**7):07}{number}",
        "personal_id": f"0793{chance.randrange(10**7):07}{number}",
        "id": f"79{chance.randrange(10**7):07}{number}",
        "mother_name": a_name(chance),
        "father_name": a_name(chance),
        "father_phone": f"028{chance.randrange(10**7):07}{number}",
        "address": chance.choice(TOWN),
    }


def last(name: str) -> str:
    return name.split()[-1]


def ways(child: dict[str, Any], others: list[dict[str, Any]], chance: Random) -> list[tuple[str, str]]:
    """Words that tell of the child, each with the part of it that must not be read any more."""
    year, month, day = child["birth_date"].split("-")
    phone, code = child["phone"], child["personal_id"]
    name, mother = child["name"], child["mother_name"]
    told = [
        (f"bé {text} nghỉ", text)
        for text in (
            name,
            name.upper(),
            name.lower(),
            fold(name),
            normalize("NFD", name),
            name.replace(" ", "  "),
            name.replace(" ", "\u00a0"),
            fold(name).replace(" ", "_"),
            "".join(word.capitalize() for word in fold(name).split()),
        )
    ]
    told += [
        (f"gọi {text} nhé", text)
        for text in (
            phone,
            f"{phone[:4]} {phone[4:7]} {phone[7:]}",
            f"{phone[:3]}.{phone[3:6]}.{phone[6:]}",
            f"{phone[:4]}-{phone[4:]}",
            f"+84{phone[1:]}",
            f"+84 {phone[1:4]} {phone[4:]}",
            child["father_phone"],
        )
    ]
    told += [
        (f"mã {text}.", text) for text in (code, code[1:], child["id"], f"{code[:4]} {code[4:8]} {code[8:]}")
    ]
    told += [
        (f"sinh {text}, khám lại", text)
        for text in (
            child["birth_date"],
            f"{day}/{month}/{year}",
            f"{int(day)}-{int(month)}-{year[2:]}",
            f"{int(day)}.{int(month)}.{year}",
            f"ngày {int(day)} tháng {int(month)} năm {year}",
            f"{day}{month}{year}",
        )
    ]
    everybody = [one[key] for one in others for key in ("name", "mother_name", "father_name")]
    if mother not in everybody:
        told += [(f"mẹ là {mother}", mother), (f"hỏi chị {fold(mother)}", fold(mother))]
    if fold(last(name)) not in {fold(last(one)) for one in (*everybody, *STAFF)}:
        told.append((f"cháu {last(name)} ốm", f"cháu {last(name)}"))
    # what somebody else is called to the letter is that one's
    taken = {normalize("NFC", one).casefold() for one in (*everybody, *STAFF)}
    told = [
        (words, part)
        for words, part in told
        if normalize("NFC", part).casefold() not in taken - {name.casefold()}
    ]
    chance.shuffle(told)
    return told


STAFF: list[str] = []


def texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file with its name and what can be read of it: members of archives, pages of prints, bytes."""
    for path in sorted(folder.rglob("*")):
        yield "a name", normalize("NFC", path.name)
        if path.is_file():
            yield from _texts(str(path.relative_to(folder)), path.read_bytes())


def _texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _texts(f"{name}/{member}", archive.read(member))
    elif data.startswith(b"%PDF"):
        yield name, " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    yield name, data.decode("utf-8", "replace")


def left_of(folder: Path, parts: list[str]) -> list[tuple[str, str]]:
    wanted = {normalize("NFC", part) for part in parts} | set(parts)
    return sorted({(name, part) for name, text in texts_in(folder) for part in wanted if part in text})


def own_fields(content: Content, but: str) -> dict[str, Any]:
    return {
        place: {ref: dict(one) for ref, one in content.records(place).items() if ref != but}
        for place in content.form.list_places
    }


def tell(session: Session, told: list[tuple[str, str]], chance: Random, other: str) -> None:
    """Put the words wherever an owner can: notes, reasons of changes, explanations, a typed cell, a draft of another field."""
    dossier = session.dossier
    table = dossier.content.form.table_by_id["T4"]
    cells = [(row.key, column.key) for row in table.data_rows for column in table.columns]
    for number, (words, _) in enumerate(told):
        match number % 4:
            case 0 | 1:
                dossier.set(("notes", "T4", *cells[number]), f"xem: {words}; {words}")
            case 2:
                dossier.set(("children", other, "hamlet"), f"tổ {number}", words)
            case 3:
                dossier.set(("explanations", "W09", f"T2.{100 + number}"), words)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_byte_is_left_and_no_other_field_changed(
    nhomtre: Command, folder: Path, example: dict[str, Any], package_file: Callable[[Any], str], seed: int
) -> None:
    chance = Random(seed)
    children = example["children"]
    for number, child in enumerate(children):
        child |= a_child(chance, number)
    hers = chance.randrange(len(children))
    child, *_ = others = [children[hers], *(one for one in children if one is not children[hers])]
    others = others[1:]
    if seed % 2:
        # a namesake but for the marks, a sibling, one whose name goes on where hers ends
        others[0]["name"] = fold(child["name"]).title()
        others[1] |= {key: child[key] for key in ("mother_name", "father_name", "father_phone")}
        others[2]["name"] = f"{child['name']} Khuê"
    STAFF[:] = [one["name"] for one in example["staff"]]
    assert nhomtre("import", package_file(example)).status == 0
    ref, other = f"c{hers + 1:04}", next(f"c{n:04}" for n in range(1, 5) if n != hers + 1)
    shared = {child["mother_name"], child["father_phone"]} if seed % 2 else set()
    told = [(words, part) for words, part in ways(child, others, chance) if part not in shared]
    assert len(told) > 15
    with Store(folder).open(YEAR, write=True) as session:
        tell(session, told, chance, other)
        session.fold()
        before = own_fields(session.dossier.content, ref)
        state = ordered(session.dossier.content)
    for arguments in (
        ("derive",),
        ("export", "json"),
        ("export", "rosters"),
        ("export", "pdf"),
        ("export", "missing"),
    ):
        assert nhomtre(*arguments).status == 0, arguments
    exports = folder / "exports" / "2019-2020"
    for number, (words, _) in enumerate(told[:6]):
        (exports / f"giấy {number}.txt").write_text(words, "utf-8")
    (exports / "khác.json").write_text(json.dumps({"a": told[0][0], "b": child["name"]}), "ascii")
    (exports / "thực đơn.txt").write_text("cháo, An toàn, 25/12/2019", "utf-8")
    parts = [part for _, part in told]
    assert len(left_of(folder, parts)) > len(parts)
    run = nhomtre("erase", f"children/{ref}", "--reason", f"gia đình {told[-1][0]}", "--yes")
    assert run.status == 0, run
    left = [(name, part) for name, part in left_of(folder, parts) if not _is_of_others(part, others)]
    assert left == []
    assert (exports / "thực đơn.txt").exists()
    with Store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
        assert own_fields(session.dossier.content, ref) == before
        after = ordered(session.dossier.content)
        assert ordered(replay(session.dossier.journal.changes())) == after
    assert after != state


def _is_of_others(part: str, others: list[dict[str, Any]]) -> bool:
    """Whether a part of her name is one of what another child is called."""
    values = [str(value) for one in others for value in one.values()]
    texts = [text for value in values for text in (value, value.casefold(), value.upper())]
    return any(normalize("NFC", part) in text for text in texts)
