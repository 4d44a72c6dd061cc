"""One report from its first sending to the request to unlock it, told once: what is done, and what holds after each step.

The ways to do it, keys in a terminal and commands, are ``tests/pty/test_story.py`` and ``tests/tui/cli/test_story.py``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from openpyxl import load_workbook
from pypdf import PdfReader

from exports.workbooks.report.report_reader import read_report_book
from forms.dossier.content import Content
from forms.dossier.sent_revisions import sent
from forms.package.answers import answers
from forms.package.training import training_year
from forms.package.writer import write
from forms.store.main_file import read_main
from tests.exports.tools import run

SENDER, OFFICER = "Nguyễn Thị Mẫu", "Cán Bộ Mẫu"
WARNING, WARNED_AT, EXPLANATION = "W09.112", "T2.112:TU_THUC.total", "Bé nghỉ ốm, cân lại sau"
REFUSAL, REASON = "Sai ba chỗ", "Trẻ mới chuyển đến"
REMARKS = (
    ("T4", "biểu 4", "Thiếu một phòng"),
    ("T2.083", "mã 83", "Đếm lại trẻ gái"),
    ("children/c0003", "trẻ 3", "Sai họ tên"),
)
"""A table, a row, a child: as the command line names them, as one says them, what is wrong there."""

ROOMS = ("T4", "203", "TU_THUC.permanent", 1, 2)
SEX = ("c0001", "sex", "01", "02")
NAME = ("c0003", "name", "Phạm Mẫu Phúc", "Trẻ Mẫu Ba")
"""What is corrected: where, what stood there, what is put there."""
EDITED = {
    "cells/T4/203/TU_THUC.permanent": (1, 2),
    "children/c0001/sex": SEX[2:],
    "children/c0003/name": NAME[2:],
}
"""The paths of the corrections in ``diff``, with both values; the figures that follow from them come beside."""
DERIVED = "taken/T2/083/TU_THUC.female"
"""One of the figures that follow."""


class Now(NamedTuple):
    """What holds after a step: state, number sent last, number of the revision in hand, remarks ticked off, answers."""

    state: str
    last_sent: int
    revision: int
    ticked: int = 0
    moves: tuple[str, ...] = ()


_REFUSED = ("reject",)
STEPS = {
    "sent": Now("sent", 1, 1),
    "refused": Now("rejected", 1, 2, 0, _REFUSED),
    "corrected": Now("rejected", 1, 2, 0, _REFUSED),
    "ticked": Now("rejected", 1, 2, 3, _REFUSED),
    "sent again": Now("sent", 2, 2, 3, _REFUSED),
    "approved": Now("approved", 2, 2, 3, (*_REFUSED, "approve")),
    "locked": Now("locked", 2, 2, 3, (*_REFUSED, "approve", "lock")),
    "unlocking asked": Now("unlock_requested", 2, 2, 3, (*_REFUSED, "approve", "lock", "request-unlock")),
}
SIGNATURE = "(Ký tên, đóng dấu)"
FILES = {".json", ".pdf", ".xlsx"}


class Story:
    """Looks at the data folder of the training copy after each step, and remembers the revisions it saw."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[int, dict[str, bytes]] = {}

    def after(self, step: str, content: Content) -> None:
        """State, numbers, answers, and the files of every revision: all there, and never touched again."""
        wanted = STEPS[step]
        given = answers(content)
        ticked = sum(remark.done for answer in given for remark in answer.remarks)
        moves = tuple(answer.move.id for answer in given)
        assert Now(content.state, content.last_sent, content.revision, ticked, moves) == wanted, step
        exports = self.folder / "exports" / str(training_year())
        numbers = range(1, wanted.last_sent + 1)
        assert {path.name for path in exports.iterdir()} == {f"ban-{number}" for number in numbers}, step
        for number in numbers:
            files = self.files(number)
            assert {Path(name).suffix for name in files} == FILES
            known = sent(content, number)
            assert known is not None and known.by == SENDER
            assert known.files == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
            assert self._seen.setdefault(number, files) == files, f"{step}: a file of revision {number}"
            assert (self.folder / "backups" / f"{training_year()}.ban-{number}.json").exists()
        assert content.value(("explanations", WARNING, WARNED_AT)) == EXPLANATION

    def files(self, number: int) -> dict[str, bytes]:
        """The files of a revision as they lie there."""
        return {path.name: path.read_bytes() for path in self._of(number).iterdir()}

    def _of(self, number: int) -> Path:
        return self.folder / "exports" / str(training_year()) / f"ban-{number}"

    def _file(self, number: int, kind: str) -> Path:
        (path,) = self._of(number).glob(f"*.{kind}")
        return path

    def package(self, number: int) -> Any:
        """The package of a revision."""
        return json.loads(self._file(number, "json").read_bytes())

    def _whole(self, number: int) -> Any:
        """What is kept here of a revision, whose package went without its records, as a package with them."""
        assert self.package(number)["format"] == "nhomtre/2"
        kept = read_main(self.folder / "backups" / f"{training_year()}.ban-{number}.json")
        assert kept is not None
        return json.loads(write(kept.content))

    def refused(self, content: Content) -> None:
        """The remarks are kept as they were made."""
        (answer,) = answers(content)
        assert (answer.by, answer.note, answer.revision) == (OFFICER, REFUSAL, 1)
        assert [(str(each.place), each.text) for each in answer.remarks] == [
            (place, words) for place, _, words in REMARKS
        ]

    def codes(self, number: int, shown: str, content: Content) -> None:
        """The code on the screen is the one in every file of the revision and in the dossier."""
        known = sent(content, number)
        assert known is not None
        printed = [page.extract_text() for page in PdfReader(self._file(number, "pdf")).pages]
        book: Any = load_workbook(self._file(number, "xlsx"))
        read = read_report_book(self._file(number, "xlsx"))
        found = {
            "dossier": known.code,
            "package": self.package(number)["check_code"],
            "property of the workbook": book.custom_doc_props["check_code"].value,
            "workbook as read": read.check_code,
            "figures of the workbook": read.computed_code,
        }
        book.close()
        assert found == dict.fromkeys(found, shown)
        assert read.revision == number
        assert all(shown in text for text in printed)
        assert not any("nháp" in text.lower() for text in printed)
        assert EXPLANATION in " ".join(" ".join(printed).split())

    def qr(self, number: int, shown: str, scratch: Path) -> None:
        """And the one in the QR on the page of the signature."""
        pdf = self._file(number, "pdf")
        pages = [page.extract_text() for page in PdfReader(pdf).pages]
        (signed,) = (str(place) for place, text in enumerate(pages, 1) if SIGNATURE in text)
        picture = scratch / f"qr-{number}"
        run("pdftoppm", "-r", "150", "-f", signed, "-l", signed, "-png", "-singlefile", pdf, picture)
        form, code, *_ = run("zbarimg", "--quiet", "--raw", picture.with_suffix(".png")).strip().split("|")
        assert (form, code) == ("BC1MN", shown)

    def difference(self, found: list[Mapping[str, Any]]) -> None:
        """``diff 1 2 --json`` lists exactly what was corrected and the figures that follow from it."""
        packages = [dict(_leaves(_by_ref(self._whole(number)))) for number in (1, 2)]
        wanted = {
            path: tuple(package.get(path) for package in packages)
            for path in packages[0].keys() | packages[1].keys()
            if path.split("/")[0] not in _BESIDE and packages[0].get(path) != packages[1].get(path)
        }
        derived = {path: values for path, values in wanted.items() if path.startswith("taken/")}
        assert wanted == {**EDITED, **derived}
        assert DERIVED in derived
        listed = {each["path"]: (each["old"], each["new"]) for each in found}
        assert len(listed) == len(found)
        assert listed == wanted


class Way(Protocol):
    """A way to carry the steps out. *codes*: revision → the code that its sending told."""

    codes: dict[int, str]

    @property
    def content(self) -> Content:
        """What is on disk now."""

    def do(self, step: str) -> None:
        """Carry out one step."""


def tell(way: Way, folder: Path, difference: Callable[[], list[Mapping[str, Any]]]) -> Story:
    """The whole story one way, looked at after each step; *difference* is what ``diff 1 2 --json`` prints."""
    story = Story(folder)
    for step in STEPS:
        way.do(step)
        content = way.content
        story.after(step, content)
        if step == "refused":
            story.refused(content)
        if step.startswith("sent"):
            story.codes(content.last_sent, way.codes[content.last_sent], content)
        if content.last_sent == 2:
            story.difference(difference())
    assert sorted(way.codes) == [1, 2]
    assert way.codes[1] != way.codes[2]
    return story


_BESIDE = (
    "state",
    "revision",
    "taken_at",
    "sent_at",
    "journal_head",
    "sent_by",
    "check_code",
    "records_hash",
    "package_hash",
)
"""The parts of a package that only keep account of it."""


def _by_ref(package: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: {item["ref"]: item for item in part} if isinstance(part, list) else part
        for key, part in package.items()
    }


def _leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, Mapping):
        for key, part in tree.items():
            yield from _leaves(part, f"{path}/{key}" if path else key)
    else:
        yield path, tree


def without_times(content: Content) -> tuple[Any, Any]:
    """The dossier without times, and without the hashes of files and the head of the history, which carry them."""
    tree = json.loads(json.dumps(content.tree, default=str))
    del tree["taken_at"]
    for each in tree["sent"].values():
        del each["at"], each["head"]
        each["files"] = sorted(each["files"])
    for each in tree["answers"].values():
        del each["at"]
    order = {key: list(tree[key]) for key in ("classes", "children", "staff")}
    return tree, order
