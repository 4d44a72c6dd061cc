"""What tells of a person in other texts and files: numbers with signs in them, archives in archives, files that cannot be looked into."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from forms.dossier.mentions.person_facts import PersonFacts, facts_of
from forms.sets.mn2019.form import FORM
from forms.store.erasing.traces import Traces

NAME, PHONE = "Lê Ngọc Mẫu", "0900111222"
TRACES = Traces(facts_of(FORM.pupils, [{"name": NAME, "phone": PHONE}]), PersonFacts())


def packed(**members: bytes) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return held.getvalue()


BOOK = packed(sheet_xml=f"<c><t>{NAME}</t></c>".encode())
OTHER_BOOK = packed(sheet_xml="<c><t>Trẻ Mẫu Khác</t></c>".encode())


@pytest.mark.parametrize("number", ["0900111222", "0900 111 222", "0900.111.222", "(0900) 111-222"])
def test_a_number_is_known_with_signs_in_it(number: str) -> None:
    taken_out = TRACES.taken_out(f"gọi {number} nhé")
    assert taken_out.startswith("gọi") and "(…) nhé" in taken_out
    assert not any(letter.isdigit() for letter in taken_out)


def test_another_number_is_not() -> None:
    assert TRACES.taken_out("gọi 10900111222 hay 0900 111 223") == "gọi 10900111222 hay 0900 111 223"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", BOOK, True),
        ("a.xlsx", OTHER_BOOK, False),
        ("a.zip", packed(ho_xlsx=BOOK), True),
        ("a.zip", packed(ho_xlsx=OTHER_BOOK), False),
        ("a.zip", packed(ho_xlsx=OTHER_BOOK, bieu_pdf=b"%PDF-1.7"), None),
        ("a.xlsx", BOOK[: len(BOOK) // 2], None),
        ("a.xlsx", BOOK.replace(BOOK[40:60], bytes(20), 1), None),
        ("a.pdf", b"%PDF-1.7", None),
        ("a.txt", f"<{NAME}>".encode(), True),
        ("a.txt", b"\xff\xfe", None),
        ("a.txt", b"be Le Ngoc Mau om", True),
        ("a.json", b'{"a": "L\\u00ea Ng\\u1ecdc M\\u1eabu"}', True),
        ("a.xlsx", packed(sheet_xml=b"<t>L&#234; Ng&#7885;c</t></r><r><t>M&#x1EAB;u</t>"), True),
        ("giay-Le_Ngoc_Mau.txt", "cháo".encode(), True),
    ],
    # an archive holds the moment in which it was made
    ids=lambda each: f"{len(each)} bytes" if isinstance(each, bytes) else str(each),
)
def test_a_file_tells_or_does_not_or_cannot_be_looked_into(name: str, data: bytes, told: bool | None) -> None:
    assert TRACES.are_in_file(name, data) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trẻ Bống", True),
        ("2 bống ốm", True),
        ("BONG, 4 tuổi", True),
        ("bóng đá, bổng lộc", False),
        ("Bốngs", False),
        ("cháo", False),
    ],
)
def test_a_name_of_one_word_is_looked_for_as_a_word_wherever_it_stands(text: str, *, told: bool) -> None:
    traces = Traces(facts_of(FORM.pupils, [{"name": "Bống"}]), PersonFacts())
    assert traces.are_in_file("a.txt", text.encode()) is told
    assert traces.are_in_file("a.xlsx", packed(sheet_xml=f"<c><t>{text}</t></c>".encode())) is told
    assert traces.are_in_file(f"{text}.txt", b"") is told
    assert traces.are_in_file("a.pdf", b"%PDF-1.7") is None


def test_half_a_name_that_was_typed_before_the_whole_one_is_not() -> None:
    traces = Traces(facts_of(FORM.pupils, [{"name": "Lê"}, {"name": NAME}]), PersonFacts())
    assert traces.are_in_file("a.txt", "Lê Bịa".encode()) is False


@pytest.mark.parametrize("known", [{}, {"name": "…"}, {"phone": PHONE}])
def test_of_whom_no_name_is_known_no_file_can_be_cleared(known: dict[str, str]) -> None:
    traces = Traces(facts_of(FORM.pupils, [known]), PersonFacts())
    assert traces.are_in_file("a.xlsx", OTHER_BOOK) is None
