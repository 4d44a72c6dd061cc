"""The office's answer as a file: read as it was written; whatever was changed by hand is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from forms.model.place import Place
from forms.package import answer_file_words as words
from forms.package.answer_file import AnswerFile, read_answer, write_answer
from forms.package.answers import Answer, PlacedRemark
from forms.package.parts import PackageRefused
from forms.sets import newest

REMARKS = (
    PlacedRemark(Place("T4", "203", "TU_THUC.permanent"), "thiếu bếp"),
    PlacedRemark(Place(record="children/c0003", field="birth_date"), ""),
)
ANSWER = Answer(newest().answers["reject"], "2019-09-22", "Phòng Mẫu", "rà lại", 1, REMARKS)
FILE = AnswerFile(newest(), "79761001", "2019-2020", "ABCD-EFGH-JKMN-PQRS", ANSWER)


def raw() -> dict[str, Any]:
    parts: dict[str, Any] = json.loads(write_answer(FILE))
    return parts


def offences(parts: Any) -> dict[str, str]:
    """What is refused, by place."""
    with pytest.raises(PackageRefused) as refusal:
        read_answer(json.dumps(parts).encode())
    return {offence.path: offence.text for offence in refusal.value.offences}


def test_an_answer_is_read_as_it_was_written() -> None:
    assert read_answer(write_answer(FILE).encode()) == FILE
    plain = FILE._replace(answer=ANSWER.but(by="", note="", remarks=()))
    assert read_answer(write_answer(plain).encode()) == plain


@pytest.mark.parametrize("key", [key for key in raw() if key not in ("format", "answer_hash")])
def test_one_changed_part_is_noticed_though_all_of_it_can_be_read(key: str) -> None:
    parts = raw()
    del parts["remarks"][1]
    assert offences(parts) == {"answer_hash": words.CHANGED}
    changed = {"revision": 2, "move": "approve", "remarks": []}.get(key, "khác")
    assert offences({**raw(), key: changed}) == {"answer_hash": words.CHANGED}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"move": "send"}, "move"),
        ({"move": "no such"}, "move"),
        ({"revision": "1"}, "revision"),
        ({"revision": -1}, "revision"),
        ({"note": 5}, "note"),
        ({"x": 1}, "x"),
        ({"remarks": {}}, "remarks"),
        ({"remarks": [{"place": "T4.999", "text": "?"}]}, "remarks[0].place"),
        ({"remarks": [{"place": "T4", "text": "?", "x": 1}]}, "remarks[0].x"),
        ({"remarks": ["T4"]}, "remarks[0]"),
        ({"remarks": [{"place": "T4", "text": "?"}] * 201}, "remarks"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(changes: dict[str, Any], path: str) -> None:
    assert path in offences({**raw(), **changes})


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"x", b'{"format": "nhomtre/1"}', b" " * 2_000_000], ids=range(6)
)
def test_what_is_no_answer_is_refused_as_a_whole(data: bytes) -> None:
    with pytest.raises(PackageRefused) as refusal:
        read_answer(data)
    assert [offence.path for offence in refusal.value.offences] == [""]
