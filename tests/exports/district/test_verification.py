"""One changed character, digit or byte in what was sent is found; what was not changed agrees."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest

from exports.district import verification
from exports.district.verification import (
    MOST_PLACES,
    Present,
    PrintedCode,
    StoredRevision,
    Verdict,
    read_code,
    read_printed,
    verify_code,
    verify_file,
)
from exports.workbooks.report.report_reader import ReportBook
from forms.dossier.content import Content
from forms.model.values import dumps, loads
from forms.package.writer import package_hash
from forms.report.figures import FiguresOf
from forms.report.report import check_code
from forms.store.chain.history import Way
from tests.builders import cells, example, facility, public, record, retaken, then, typed
from tests.exports.report_books import part_of, read_bytes, replaced
from tests.exports.sendings import BOOK, PACKAGE, PRINT, Sending, send

FULL = os.environ.get("NHOMTRE_FULL") == "1"
CHARACTERS = 4000 if FULL else 150
DIGITS = 400 if FULL else 9
BYTES = 5000 if FULL else 400


@cache
def first() -> Sending:
    """The worked example sent, with what a package may have: typed cells, reasons, notes, reviews, explanations."""
    beside = {
        "reasons": {"T2": {"120": {"TU_THUC.total": "đếm lại"}}},
        "notes": {"T4": {"203": {"TU_THUC.permanent": 'bếp «mới», "sạch" \\ đẹp'}}},
        "reviewed": {"name": "2019-09-18"},
        "explanations": {"W02": {"facility": "đã báo phòng"}},
    }
    return send(then(cells("T2", 120, total=3))(Content({**example().tree, **beside})))


@cache
def second() -> Sending:
    """A public group that sends again with a room and a sum of money more."""
    before = send(public())
    again = Content({**before.content.tree, "state": "rejected"})
    changed = then(
        typed("T4", 203, {"CONG_LAP.permanent": 1}),
        typed("T5", 17, {"settled": Decimal("100.5")}),
        typed("T5", 20, {"settled": Decimal("100.5")}),
    )(again)
    return send(changed, previous=before.content)


@pytest.fixture(autouse=True)
def _read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "read_report_book", lambda path: _read(path.read_bytes()))


_read = lru_cache(4)(read_bytes)


def verdict(data: bytes, *known: StoredRevision, tmp_path: Path | None = None) -> Verdict:
    path = (tmp_path or Path()) / "file"
    if tmp_path:
        path.write_bytes(data)
    return verify_file(path, data, known)


@pytest.mark.slow
@pytest.mark.parametrize("make", [first, second])
@pytest.mark.parametrize("name", [PRINT, BOOK, PACKAGE])
def test_what_was_sent_agrees(make: Any, name: str, tmp_path: Path) -> None:
    made = make()
    found = verdict(made.files[name], made.kept, tmp_path=tmp_path)
    assert found.agrees, found
    assert not [finding for finding in found.findings if finding.agrees is None], found
    assert (found.revision, found.code) == (made.kept.sent.number, made.kept.sent.code)
    alone = verdict(made.files[name], tmp_path=tmp_path)
    assert alone.code == made.kept.sent.code
    assert alone.agrees is (name != PRINT), "a print alone has nothing to be compared with"


# Packages


def tampered(text: str, chance: Random) -> Iterator[str]:
    """*text* with one character changed, taken away or put in, each class of characters in turn."""
    classes = (
        r"[0-9]",
        r"[a-z]",
        r"[À-ỹ]",
        r"\s",
        r'[{}\[\],:"]',
        r'(?<="package_hash": ")[0-9a-f]',
        r"[A-Z]",
        r"\\",
        r"-",
    )
    found = ([match.start() for match in re.finditer(pattern, text)] for pattern in classes)
    places = [each for each in found if each]
    assert len(places) >= len(classes) - 1
    for turn in range(CHARACTERS):
        at = chance.choice(places[turn % len(places)])
        old = text[at]
        others = {"0": "0123456789", "a": "abcdefxyz", " ": " \t\n\r\u00a0", "{": '{}[],:"'}
        pool = next((pool for pool in others.values() if old in pool), "ắộABC-_\\\x00")
        new = chance.choice([sign for sign in pool if sign != old])
        yield chance.choice(
            (text[:at] + new + text[at + 1 :], text[:at] + text[at + 1 :], text[:at] + new + text[at:])
        )
    yield text[:-1]
    yield text + "\n"
    yield text + " "
    yield "\ufeff" + text
    yield text.replace("\n", "\r\n")


@pytest.mark.slow
@pytest.mark.parametrize("make", [first, second])
def test_a_changed_character_anywhere_in_a_package_is_found(make: Any) -> None:
    made = make()
    text = made.files[PACKAGE].decode()
    for changed in tampered(text, Random(849)):
        assert changed != text
        for known in ((made.kept,), ()):
            found = verdict(changed.encode(), *known)
            assert not found.agrees, (changed[:40], found)
            assert all(finding.text for finding in found.findings)


@pytest.mark.slow
def test_a_changed_byte_that_is_no_text_is_found() -> None:
    data = first().files[PACKAGE]
    for at in range(0, len(data), len(data) // 40):
        for byte in (0, 0x80, 0xFF, data[at] ^ 1):
            if byte != data[at]:
                assert not verdict(data[:at] + bytes([byte]) + data[at + 1 :], first().kept).agrees


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        lambda text: json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n ",
        lambda text: json.dumps(json.loads(text), ensure_ascii=True, indent=1) + "\n",
        lambda text: json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n",
        lambda text: text.replace('"sites": 1,', '"sites": 1.0,'),
        lambda text: text.replace('"sites": 1,', '"sites": 10e-1,'),
    ],
)
def test_the_same_package_written_otherwise_is_told_as_such(change: Any) -> None:
    text = first().files[PACKAGE].decode()
    changed = change(text)
    assert changed != text
    found = verdict(changed.encode(), first().kept)
    assert not found.agrees
    assert [finding.text for finding in found.findings if finding.agrees is False] == [
        "tệp được trình bày lại bằng chương trình khác (khoảng trắng, cách viết số)"
    ]


def resealed(package: dict[str, Any]) -> bytes:
    """A package of a forger who knows how the hash is made."""
    package["package_hash"] = package_hash(package)
    return (dumps(package, indent=1, sort=False) + "\n").encode()


def opened() -> dict[str, Any]:
    package: dict[str, Any] = loads(first().files[PACKAGE])
    return package


def wrong(found: Verdict) -> str:
    return "; ".join(finding.text for finding in found.findings if finding.agrees is False)


def test_a_forger_with_a_new_hash_is_found_by_the_dossier() -> None:
    package = opened()
    package["cells"]["T4"]["203"] = {"TU_THUC.permanent": 9}
    found = verdict(resealed(package), first().kept)
    assert "Biểu 4, mã 203" in wrong(found)
    assert "của số liệu trong gói" in wrong(found)
    package["check_code"] = read_of(package)
    found = verdict(resealed(package), first().kept)
    assert "Biểu 4, mã 203" in wrong(found)
    # alone it agrees with itself: a hash proves no author
    assert verdict(resealed(package)).agrees


def read_of(package: dict[str, Any]) -> str:
    code = verdict(resealed({key: part for key, part in package.items() if key != "check_code"})).code
    assert code is not None
    return code


def test_a_changed_name_under_a_new_hash_is_found_by_the_hash_of_the_records() -> None:
    package = opened()
    package["children"][2]["name"] = "Người Khác"
    found = verdict(resealed(package))
    assert "hồ sơ trong gói dữ liệu đã bị sửa" in wrong(found)
    found = verdict(resealed(package), first().kept)
    assert "Trẻ 3 Người Khác, Họ tên" in wrong(found)


@pytest.mark.parametrize(
    ("key", "text"), [("sent_by", "Người Khác"), ("sent_at", "2019-09-21T09:30:00+07:00")]
)
def test_another_sender_or_day_under_a_new_hash_is_found_by_the_dossier(key: str, text: str) -> None:
    package = opened()
    package[key] = text
    assert "khác bản 1 đã gửi" in wrong(verdict(resealed(package), first().kept))


def test_a_package_without_its_hashes_says_so() -> None:
    package = opened()
    del package["package_hash"], package["records_hash"]
    found = verdict(resealed(package)[:-1] + b"\n")
    assert found.agrees
    del package["package_hash"]
    found = verdict((dumps(package, indent=1, sort=False) + "\n").encode())
    told = [finding.text for finding in found.findings if finding.agrees is None]
    assert told == [
        "gói dữ liệu không có dấu để kiểm tra",
        "gói dữ liệu không có dấu để kiểm tra hồ sơ",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"sent_by": "\\ud800",',
        '"sent_by": "\\udfff x",',
        '"sent_by": 5,',
        '"sent_at": null,',
        '"sent_at": "",',
    ],
)
def test_a_strange_text_is_found_and_no_crash(text: str) -> None:
    key = text.partition(":")[0]
    data = re.sub(rf"{key}: [^\n]*", lambda _match: text, first().files[PACKAGE].decode())
    for known in ((first().kept,), ()):
        assert not verdict(data.encode(), *known).agrees


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 99, b"{}", b"[" * 9000, b"%PDF-", b"%PDF-1.3 /Subject <feff0>"]
)
def test_what_is_nothing_of_ours_does_not_agree(data: bytes) -> None:
    assert not verdict(data, first().kept).agrees


@pytest.mark.slow
def test_what_was_typed_for_another_ownership_is_no_difference() -> None:
    content = then(
        cells("T2", 120, total=3),
        facility(ownership="03"),
        retaken,
    )(example())
    made = send(content)
    found = verdict(made.files[PACKAGE], made.kept)
    assert found.agrees, found


@pytest.mark.slow
def test_the_package_of_another_facility_is_compared_with_nothing_here() -> None:
    other = send(facility(code="79761002")(example()))
    found = verdict(other.files[PACKAGE], first().kept)
    assert not any("đã gửi trên máy này" in finding.text for finding in found.findings)
    assert found.code == other.kept.sent.code


@pytest.mark.slow
def test_a_package_of_the_same_number_that_was_sent_elsewhere_differs() -> None:
    other = send(record("children/c0003", phone="0912345678")(example()))
    found = verdict(other.files[PACKAGE], first().kept)
    assert "Trẻ 3" in wrong(found)


def test_a_draft_package_says_that_it_was_not_sent() -> None:
    from forms.package.writer import write

    data, content = write(example()).encode(), example()
    found = verify_file(Path("file"), data, [first().kept], [Present(content, FiguresOf()(content))])
    assert found.agrees
    assert any("là bản nháp 1, chưa gửi" in finding.text for finding in found.findings)
    other = cells("T4", 203, permanent=7)(content)
    found = verify_file(Path("file"), data, [first().kept], [Present(other, FiguresOf()(other))])
    assert not found.agrees, "as its print and its workbook say"


# Workbooks


def numbers(data: bytes) -> list[tuple[str, str, str]]:
    """Every number on the five sheets: (part, the cell's XML up to the number, the number)."""
    from tests.exports.report_books import TITLES

    found = []
    with ZipFile(BytesIO(data)) as book:
        for title in TITLES:
            xml = book.read(part_of(title)).decode()
            for match in re.finditer(r'(<c r="[A-Z]+\d+"[^>]*>(?:<f>[^<]*</f>)?<v>)([0-9.]+)</v>', xml):
                if not re.search(' t="[^n]', match[1].partition(">")[0]):
                    found.append((part_of(title), match[1], match[2]))
    return found


def other_digit(number: str, chance: Random) -> str:
    at = chance.choice([place for place, sign in enumerate(number) if sign != "."])
    digit = chance.choice(
        [each for each in "0123456789" if each != number[at] and (each != "0" or len(number) == 1)]
    )
    return number[:at] + digit + number[at + 1 :]


def _with(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new, 1)


@pytest.mark.slow
@pytest.mark.parametrize("make", [first, second])
def test_a_changed_digit_of_any_figure_or_ma_so_is_found(make: Any, tmp_path: Path) -> None:
    chance = Random(849)
    made = make()
    data = made.files[BOOK]
    found = numbers(data)
    assert len(found) > 1000
    shown = [each for each in found if each[2] != "0"]
    for part, before, number in chance.sample(found, DIGITS) + chance.sample(shown, DIGITS):
        new = other_digit(number, chance)
        changed = replaced(data, part, _with(f"{before}{number}<", f"{before}{new}<"))
        assert changed != data
        for known in ((made.kept,), ()):
            told = verdict(changed, *known, tmp_path=tmp_path)
            assert not told.agrees, (part, before, number, new, told)


def test_a_workbook_saved_again_agrees_and_says_that_it_was(tmp_path: Path) -> None:
    data = replaced(first().files[BOOK], "docProps/core.xml", lambda xml: xml.replace("nhomtre", "khac"))
    found = verdict(data, first().kept, tmp_path=tmp_path)
    assert found.agrees
    assert any("đã lưu lại" in finding.text for finding in found.findings)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["check_code", "revision", "school_year", "facility_code"])
def test_a_changed_property_of_a_workbook_is_found(name: str, tmp_path: Path) -> None:
    def change(xml: str) -> str:
        found = re.search(rf'name="{name}"[^>]*>\s*<[^>]*>([^<]*)<', xml)
        assert found, xml
        text = found[1]
        new = text.replace("2019", "2018").replace("2020", "2019") if "-20" in text else other(text)
        return xml[: found.start(1)] + new + xml[found.end(1) :]

    def other(text: str) -> str:
        return ("2" if text[0] != "2" else "3") + text[1:]

    data = replaced(first().files[BOOK], "docProps/custom.xml", change)
    for known in ((first().kept,), ()):
        assert not verdict(data, *known, tmp_path=tmp_path).agrees


def with_differences(book: ReportBook, count: int) -> ReportBook:
    """*book* with that many figures one larger."""
    left = iter(range(count))
    rows = {
        table: {
            row: {key: value + (next(left, None) is not None) for key, value in figures.items()}
            for row, figures in rows.items()
        }
        for table, rows in book.cells.items()
    }
    return replace(book, cells=rows)


@pytest.mark.parametrize("count", [1, MOST_PLACES, MOST_PLACES + 1, MOST_PLACES + 7])
def test_places_that_differ_are_named_up_to_twenty_and_the_others_counted(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = first()
    book = with_differences(_read(sent.files[BOOK]), count)
    monkeypatch.setattr(verification, "read_report_book", lambda _path: book)
    found = verdict(sent.files[BOOK], sent.kept, tmp_path=tmp_path)
    text = next(finding.text for finding in found.findings if "khác bản" in finding.text)
    places = text.partition(" ở: ")[2].split("; ")
    if count > MOST_PLACES:
        assert places.pop() == f"và {count - MOST_PLACES} chỗ nữa"
    assert len(places) == min(count, MOST_PLACES)
    assert all(" → " in place for place in places)


# Prints


@pytest.mark.slow
@pytest.mark.parametrize("make", [first, second])
def test_a_changed_byte_of_a_print_is_found(make: Any) -> None:
    chance = Random(849)
    made = make()
    data = made.files[PRINT]
    subject = re.search(rb"/Subject <[^>]*>", data)
    assert subject
    places = [chance.randrange(5, len(data)) for _ in range(BYTES)]
    for at in (*places, *range(subject.start(), subject.end()), len(data) - 1):
        for byte in {data[at] ^ 1, ord(">"), ord("d"), 0xFF} - {data[at]}:
            assert not verdict(data[:at] + bytes([byte]) + data[at + 1 :], made.kept).agrees
    for cut in (data[:-1], data + b"\n", data[:5], data[: len(data) // 2]):
        assert not verdict(cut, made.kept).agrees


# Codes


@pytest.mark.parametrize(
    ("typed_text", "wanted"),
    [
        ("0123-4567-89AB-CDEF", "0123-4567-89AB-CDEF"),
        ("0123456789abcdef", "0123-4567-89AB-CDEF"),
        (" o1i3 l567 89ab cdef ", "0113-1567-89AB-CDEF"),
        ("OIL1-OIL1-OIL1-OIL1", "0111-0111-0111-0111"),
        ("0123-4567-89AB-CDE", None),
        ("0123-4567-89AB-CDEFF", None),
        ("0123-4567-89AB-CDEU", None),
        ("0123-4567-89AB-CDE٣", None),
        ("", None),
        ("goi.json", None),
    ],
)
def test_a_code_is_read_as_people_type_it(typed_text: str, wanted: str | None) -> None:
    assert read_code(typed_text) == wanted


def test_every_code_is_read_back_however_it_is_written() -> None:
    code = first().kept.sent.code
    for text in (
        code.lower(),
        code.replace("-", ""),
        code.replace("0", "o").replace("1", "l"),
        code.replace("1", "I"),
    ):
        assert read_code(text) == code


def test_a_code_of_nothing_here_and_of_the_figures_now() -> None:
    content = example()
    figures = FiguresOf()(content)
    drafts = [Present(content, figures)]
    found = verify_code(PrintedCode(check_code(content, figures), ""), [first().kept], drafts)
    assert found.agrees
    assert "chưa gửi" in found.findings[0].text
    assert not verify_code(PrintedCode("0000-0000-0000-0000", ""), [first().kept], drafts).agrees


def test_the_text_of_a_qr_is_read_with_the_change_it_was_made_of() -> None:
    code, head = first().kept.sent.code, "27.0123456789abcdef"
    assert read_printed(f"BC1MN|{code}|2019-09-20|v1|{head}") == PrintedCode(code, head, "BC1MN")
    assert read_printed(f"BC1MN|{code}|2019-09-20|v1") == PrintedCode(code, "", "BC1MN")
    assert read_printed(f"BC1MN-NHAP|{code}|2019-09-20|v1") == PrintedCode(code, "", "BC1MN")
    assert read_printed(code.lower()) == PrintedCode(code, "")
    for text in ("BC1MN", "BC1MN|", "BC1MN||2019-09-20|v1"):
        assert read_printed(text) is None


@pytest.mark.parametrize(
    ("on_paper", "way", "agrees", "said"),
    [
        ("", None, True, ""),
        ("", Way.OVER, True, "đi qua thay đổi số 27"),
        ("", Way.APART, False, "không đi qua thay đổi số 27"),
        ("", Way.BEFORE_ERASURE, True, "in trước khi xóa"),
        ("27.0123456789abcdef", Way.OVER, True, "đi qua thay đổi số 27"),
        ("27.0123456789abcdef", Way.BEFORE_ERASURE, True, "in trước khi xóa"),
        ("26.0123456789abcdef", Way.OVER, False, "lịch sử thay đổi khác"),
    ],
)
def test_a_history_that_does_not_go_over_the_change_is_told(
    on_paper: str, way: Way | None, agrees: bool, said: str
) -> None:
    kept = first().kept
    revision = kept._replace(sent=kept.sent.but(head="27.0123456789abcdef", files={}), way=way)
    verdict = verify_code(PrintedCode(kept.sent.code, on_paper), [revision], [])
    assert verdict.agrees is agrees
    assert said in " ".join(finding.text for finding in verdict.findings)
