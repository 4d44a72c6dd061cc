"""The file of a letter: written and read back, refused with every path, and what it makes of a dossier."""

from __future__ import annotations

import json
from typing import Any

import pytest

from forms.dossier.campaign import campaign_of
from forms.dossier.content import Content, apply, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.values import Typed
from forms.package.letters.letter_file import LETTER_FORMAT, LetterFile, edits_to, read_letter, write_letter
from forms.package.parts import PackageRefused
from forms.package.reader import MAX_BYTES
from forms.sets import newest
from tests.builders import example

NEXT = SchoolYear(2020)
RECORD = {"last_day": "2020-09-24", "office": "Ủy ban nhân dân phường Mẫu", "office_short": "UBND phường"}


def parts(**more: Any) -> dict[str, Any]:
    return {"format": LETTER_FORMAT, "school_year": "2020-2021", "campaign": dict(RECORD), **more}


def read(raw: Any) -> LetterFile:
    return read_letter(json.dumps(raw).encode())


def offences(raw: Any) -> list[str]:
    with pytest.raises(PackageRefused) as refused:
        read(raw)
    return [offence.path for offence in refused.value.offences]


def with_fields(**fields: Any) -> dict[str, Any]:
    return parts(campaign={**RECORD, **fields})


def test_what_is_written_is_read() -> None:
    file = LetterFile(newest(), NEXT, RECORD)
    assert read_letter(write_letter(file).encode()) == file
    known = campaign_of(example())
    assert known is not None
    whole = LetterFile(newest(), SchoolYear(2019), known.record)
    assert read_letter(write_letter(whole).encode()) == whole


@pytest.mark.parametrize(
    ("raw", "paths"),
    [
        ([], [""]),
        ({}, [""]),
        (parts(format="nhomtre/1"), [""]),
        (parts(school_year="2020-2022"), ["school_year"]),
        (parts(school_year=2020), ["school_year"]),
        (parts(children=[]), ["children"]),
        (parts(campaign=[]), ["campaign"]),
        (parts(campaign={}), ["campaign"]),
        (with_fields(colour="đỏ"), ["campaign.colour"]),
        (with_fields(office=12), ["campaign.office"]),
        (with_fields(office={"typed": "x"}), ["campaign.office"]),
        (with_fields(last_day=20200924), ["campaign.last_day"]),
        (with_fields(last_day="2020-09-31"), ["campaign.last_day"]),
        (with_fields(resend={"typed": "5/10"}), ["campaign.resend"]),
        (with_fields(letter="1" * 51), ["campaign.letter"]),
        (with_fields(letter="1" * 20_000), ["campaign.letter"]),
        (with_fields(last_day="24/9/2020", x="", office=None), ["campaign.x", "campaign.office", "campaign.last_day"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_path(raw: Any, paths: list[str]) -> None:
    assert sorted(offences(raw)) == sorted(paths)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[1,2", b" " * (MAX_BYTES + 1)])
def test_no_json_or_too_big(data: bytes) -> None:
    with pytest.raises(PackageRefused):
        read_letter(data)


def test_control_characters_are_cleaned() -> None:
    assert read(with_fields(office="Phòng\x1b[2J\nMẫu")).record["office"] == "Phòng[2J Mẫu"


def taken(content: Content, record: dict[str, Any]) -> Content:
    return apply(content, edits_to(content, record))


def test_a_year_without_a_letter_has_this_one() -> None:
    content = taken(empty_content(NEXT), RECORD)
    campaign = campaign_of(content)
    assert campaign is not None and campaign.record == RECORD
    assert edits_to(content, RECORD) == ()


def test_what_the_file_does_not_say_is_told_by_no_known_letter_either() -> None:
    content = taken(example(), RECORD)
    campaign = campaign_of(content)
    assert campaign is not None and campaign.record == RECORD
    assert content.entry(content.form.letter)["signer"] == Typed("không có")
    assert edits_to(content, RECORD) == ()


def test_the_known_letter_comes_back_as_no_correction() -> None:
    known = campaign_of(example())
    assert known is not None
    content = taken(taken(example(), RECORD), dict(known.record))
    assert content.entry(content.form.letter) == {}
    assert campaign_of(content) == known
