"""Whether a code or a file agrees with what was sent: agreement of figures and records, never proof of an author."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from exports.reading.reading_refusals import WorkbookRefused
from exports.workbooks.report.report_reader import ReportBook, read_report_book
from forms.dossier.content import Content
from forms.dossier.place import cell_title
from forms.dossier.sent_revisions import Sent
from forms.model.text import format_moment, format_number
from forms.package.parts import PackageRefused
from forms.package.seal import read_sealed
from forms.package.writer import write
from forms.report.differences import differences
from forms.report.figures import Figures, FiguresOf
from forms.report.report import Cells, check_code
from forms.sets.mn2019.tables import TABLES

MOST_PLACES = 20
_DIGITS = "0-9A-HJKMNP-TV-Z"
_PRINTED = re.compile(f"[{_DIGITS}]{{4}}(?:-[{_DIGITS}]{{4}}){{3}}")
_SUBJECT = re.compile(rb"/Subject <feff((?:[0-9a-f]{4})+)>")
_READ_AS = str.maketrans("OIL", "011")


class Finding(NamedTuple):
    """One thing that was compared: whether it agrees, in a sentence. *agrees* is None for what is only told."""

    agrees: bool | None
    text: str


class Kept(NamedTuple):
    """A sent revision as the dossier keeps it; *content* is None when it cannot be read."""

    year: str
    sent: Sent
    content: Content | None
    folder: Path


class Verdict(NamedTuple):
    """What a code or a file is: the revision that it belongs to, if one is known, and what was compared."""

    revision: int | None
    code: str | None
    findings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        """Whether something was compared and nothing disagrees."""
        compared = [finding.agrees for finding in self.findings if finding.agrees is not None]
        return bool(compared) and all(compared)


def read_code(text: str) -> str | None:
    """A check code as it was typed (any case, O for 0, I and L for 1, with or without hyphens); None for none."""
    signs = re.sub(r"[\s-]", "", text).upper().translate(_READ_AS)
    if not re.fullmatch(f"[{_DIGITS}]{{16}}", signs):
        return None
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def verify_code(code: str, kept: Iterable[Kept], drafts: Iterable[tuple[str, Content, Figures]]) -> Verdict:
    """What the dossiers say of a code: those of sent revisions, then those of (year, content, figures) as they are."""
    for each in kept:
        if each.sent.code == code:
            findings = [Finding(True, _sending(each)), *_own(each), *_files(each)]
            return Verdict(each.sent.number, code, tuple(findings))
    for year, content, figures in drafts:
        if check_code(content, figures) == code:
            text = f"mã {code} là của số liệu hiện nay, năm học {year}, bản {content.revision} chưa gửi"
            return Verdict(content.revision, code, (Finding(True, text),))
    text = f"không có bản nào trong thư mục dữ liệu này mang mã {code}"
    return Verdict(None, code, (Finding(False, text),))


def _sending(each: Kept) -> str:
    return (
        f"mã {each.sent.code} là của bản {each.sent.number}, năm học {each.year}, gửi lúc {format_moment(each.sent.at)},"
        f" người xác nhận {each.sent.by or '(không ghi)'}"
    )


def _own(each: Kept) -> Iterator[Finding]:
    """Whether the frozen content still gives the code."""
    if each.content is None:
        if each.sent.files:
            yield Finding(False, f"hồ sơ của bản {each.sent.number} không còn trên máy này hoặc đã hỏng")
        else:
            yield Finding(None, f"bản {each.sent.number} không gửi từ máy này: không có hồ sơ để đối chiếu")
        return
    own = check_code(each.content, FiguresOf()(each.content))
    agrees = own == each.sent.code
    yield Finding(
        agrees,
        f"hồ sơ của bản {each.sent.number} trên máy này cho "
        + ("đúng mã đó" if agrees else f"mã khác: {own}"),
    )


def _files(each: Kept) -> Iterator[Finding]:
    """Whether the files of the revision are as they were made."""
    for name, wanted in each.sent.files.items():
        path = each.folder / name
        try:
            agrees = hashlib.sha256(path.read_bytes()).hexdigest() == wanted
        except OSError:
            yield Finding(False, f"{name}: không đọc được ở {each.folder}")
            continue
        yield Finding(
            agrees, f"{name}: " + ("đúng từng byte như lúc gửi" if agrees else "đã bị sửa sau khi gửi")
        )


def verify_file(path: Path, data: bytes, kept: Iterable[Kept]) -> Verdict:
    """What a package, workbook or print is, and where it differs from the revision that it names."""
    known = list(kept)
    if data[:5] == b"%PDF-":
        return _print(data, known)
    if data[:2] == b"PK":
        return _workbook(path, data, known)
    return _package(data, known)


_SAVED_AGAIN = Finding(None, "tệp không còn đúng từng byte như lúc gửi (đã lưu lại hoặc sửa)")


def _bytes(data: bytes, each: Kept, otherwise: Finding) -> Iterator[Finding]:
    """Whether *data* is a file of the revision, byte for byte; nothing when it was not sent from here."""
    if hashlib.sha256(data).hexdigest() in each.sent.files.values():
        yield Finding(True, f"tệp đúng từng byte như lúc gửi bản {each.sent.number}")
    elif each.sent.files:
        yield otherwise


def _print(data: bytes, known: list[Kept]) -> Verdict:
    subject = _SUBJECT.search(data)
    text = bytes.fromhex(subject[1].decode()).decode("utf-16-be", "replace") if subject else ""
    match = _PRINTED.search(text)
    code = match[0] if match else None
    if code is None:
        return Verdict(None, None, (Finding(False, "tệp PDF không ghi mã kiểm tra của biểu 01-MN-ĐN"),))
    for each in known:
        if each.sent.code == code:
            number = each.sent.number
            other = Finding(
                False, f"tệp ghi mã của bản {number} nhưng không phải tệp lúc gửi: đã bị sửa hoặc in lại"
            )
            return Verdict(number, code, (Finding(True, _sending(each)), *_bytes(data, each, other)))
    return Verdict(None, code, (Finding(False, f"không có bản nào đã gửi ở đây mang mã {code} của tệp"),))


def _package(data: bytes, known: list[Kept]) -> Verdict:
    try:
        package, content, seal = read_sealed(data)
    except PackageRefused as error:
        return Verdict(None, None, (Finding(False, str(error).replace("\n", "; ")),))
    findings = [
        Finding(agrees, _TOLD[what, agrees])
        for what, agrees in (("whole", seal.whole), ("records", seal.records), ("layout", seal.layout))
    ]
    code = check_code(content, FiguresOf()(content))
    carried = package.parts.get("check_code")
    number = content.revision if content.is_frozen else None
    if carried is not None:
        agrees = carried == code
        text = f"mã kiểm tra ghi trong gói {carried} " + (
            "đúng với số liệu của gói" if agrees else f"khác mã của số liệu trong gói {code}"
        )
        findings.append(Finding(agrees, text))
    elif not content.is_frozen:
        findings.append(Finding(None, f"gói chưa gửi (bản {content.revision}); mã của số liệu là {code}"))
    for each in _of(known, content, number):
        if each.content is not None:
            found = differences(_as_packed(each.content), content)
            findings.append(_compared(each, [difference.label for difference in found]))
        if (package.parts.get("sent_at", ""), package.parts.get("sent_by", "")) != (
            each.sent.at,
            each.sent.by,
        ):
            text = f"lúc gửi, người xác nhận ghi trong gói khác bản {each.sent.number} đã gửi"
            findings.append(Finding(False, text))
        findings += _bytes(data, each, _SAVED_AGAIN)
    return Verdict(number, carried or code, tuple(findings))


def _as_packed(content: Content) -> Content:
    """What a package of *content* carries: not what was typed for another ownership."""
    return read_sealed(write(content).encode())[1]


_TOLD = {
    ("whole", True): "gói dữ liệu đúng như lúc ghi",
    ("whole", False): "gói dữ liệu đã bị sửa sau khi ghi",
    ("whole", None): "gói dữ liệu không có dấu để kiểm tra (package_hash)",
    ("records", True): "hồ sơ trong gói đúng như lúc ghi",
    ("records", False): "hồ sơ trong gói đã bị sửa sau khi ghi",
    ("records", None): "gói không có dấu của hồ sơ (records_hash)",
    ("layout", True): "cách trình bày của tệp đúng như lúc ghi",
    ("layout", False): "tệp được trình bày lại bằng chương trình khác (khoảng trắng, cách viết số)",
}


def _of(known: list[Kept], content: Content, number: int | None) -> Iterator[Kept]:
    """The revision of that number, of the same facility and school year."""
    code = content.facility.get("code")
    for each in known:
        own = code if each.content is None else each.content.facility.get("code")
        if (each.sent.number, each.year, own) == (number, str(content.year), code):
            yield each


def _compared(each: Kept, places: list[str]) -> Finding:
    where = f"bản {each.sent.number} đã gửi trên máy này"
    if not places:
        return Finding(True, f"giống {where}")
    shown = "; ".join(places[:MOST_PLACES])
    more = f"; và {len(places) - MOST_PLACES} chỗ nữa" if len(places) > MOST_PLACES else ""
    return Finding(False, f"khác {where} ở: {shown}{more}")


def _workbook(path: Path, data: bytes, known: list[Kept]) -> Verdict:
    try:
        book = read_report_book(path)
    except WorkbookRefused as error:
        return Verdict(None, None, (Finding(False, str(error)),))
    findings = [Finding(False, str(problem)) for problem in islice(book.problems, MOST_PLACES)]
    findings.append(_code_of_book(book))
    for each in known:
        if each.sent.code != book.check_code:
            continue
        findings.append(Finding(True, _sending(each)))
        if each.content is not None:
            figures = FiguresOf()(each.content).as_json()
            findings.append(_compared(each, list(_different(figures, book.cells))))
        findings += _bytes(data, each, _SAVED_AGAIN)
    return Verdict(book.revision, book.check_code, tuple(findings))


def _code_of_book(book: ReportBook) -> Finding:
    if book.check_code is None:
        return Finding(
            None, "tệp Excel không ghi mã kiểm tra: tệp trích xuất của Hệ thống, hoặc đã mất thuộc tính"
        )
    agrees = book.check_code == book.computed_code
    return Finding(
        agrees,
        f"mã kiểm tra ghi trong tệp {book.check_code} "
        + ("đúng với số liệu của tệp" if agrees else f"khác mã của số liệu trong tệp {book.computed_code}"),
    )


def _different(own: Cells, other: Cells) -> Iterator[str]:
    for table in TABLES:
        for row in table.data_rows:
            was, now = (cells.get(table.id, {}).get(row.key, {}) for cells in (own, other))
            for column in table.columns:
                before, after = was.get(column.key), now.get(column.key)
                if before != after:
                    words = ["trống" if value is None else format_number(value) for value in (before, after)]
                    yield f"{cell_title(table, row, column.key)} ({words[0]} → {words[1]})"
