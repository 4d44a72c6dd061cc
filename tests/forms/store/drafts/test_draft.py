"""A draft as JSON: what is written is read back; what is anything else is refused."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from forms.model.values import Typed
from forms.store.drafts.draft import LONGEST_TEXT, BadDraft, Draft, decode_draft, encode_draft

DRAFT = Draft(("cells", "T4", "203", "TU_THUC.permanent"), "12", 1, "2019-09-19T14:05:03+07:00")


@pytest.mark.parametrize("old", [None, 1, Decimal("1.5"), "Nguyễn", True, Typed("31/02/2016")])
def test_a_draft_is_read_as_it_was_written(old: Any) -> None:
    draft = DRAFT._replace(old=old, path=("children", "", "name"), text="Nguye\u0302\u0303n «")
    assert decode_draft(encode_draft(draft)) == draft


def test_the_file_says_place_text_old_value_and_time() -> None:
    assert json.loads(encode_draft(DRAFT)) == {
        "at": "2019-09-19T14:05:03+07:00",
        "old": 1,
        "place": ["cells", "T4", "203", "TU_THUC.permanent"],
        "text": "12",
    }


@pytest.mark.parametrize(
    "change",
    [
        {"text": 12},
        {"text": None},
        {"text": "a\x1b[2Jb"},
        {"text": "a\nb"},
        {"text": "a" * (LONGEST_TEXT + 1)},
        {"place": "T4"},
        {"place": []},
        {"place": ["cells"]},
        {"place": ["cells", 4, "203"]},
        {"place": ["cells", "T4\x1b", "203"]},
        {"at": "yesterday"},
        {"at": 5},
        {"more": 1},
    ],
)
def test_anything_else_is_no_draft(change: dict[str, Any]) -> None:
    with pytest.raises(BadDraft):
        decode_draft(json.dumps({**json.loads(encode_draft(DRAFT)), **change}).encode())


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"{}", b"\0" * 40, b"\xff\xfe", encode_draft(DRAFT)[:-9]]
)
def test_bytes_that_are_cut_or_foreign_are_no_draft(data: bytes) -> None:
    with pytest.raises(BadDraft):
        decode_draft(data)
