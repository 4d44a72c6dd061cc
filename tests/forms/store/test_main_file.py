"""The outer form of a main file: every bit of it is checked."""

from __future__ import annotations

import pytest

from forms.model.errors import DamagedFile, NewerSchema
from forms.store import main_file
from forms.store.chain.journal_lines import START
from forms.store.main_file import Header, decode_main, encode_main
from tests.forms.store_cases import MAIN

HEADER = Header(3, 15, START, "2019-09-19T08:12:00")
TABLES = {"report": {"1": {"school_year": "2019-2020", "notes": {"T4": {"203": {"TONG": "xem lại"}}}}}}
RAW = encode_main(HEADER, TABLES)


def test_what_was_written_is_read() -> None:
    assert decode_main(RAW, MAIN) == (HEADER, TABLES)


def test_a_file_with_one_other_bit_is_damaged() -> None:
    for at in range(len(RAW)):
        with pytest.raises(DamagedFile):
            decode_main(RAW[:at] + bytes([RAW[at] ^ 1]) + RAW[at + 1 :], MAIN)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[]\n",
        RAW[:-1],
        RAW + b"\n",
        RAW.replace(b",", b", ", 1),
        RAW.partition(b"\n")[0],
        RAW.replace(b"nhomtre", b"another", 1),
    ],
    ids=range(8),
)
def test_a_file_in_another_form_is_damaged(raw: bytes) -> None:
    with pytest.raises(DamagedFile):
        decode_main(raw, MAIN)


@pytest.mark.promise("R10")
@pytest.mark.parametrize(("step", "error"), [(0, None), (1, NewerSchema)])
def test_only_a_newer_schema_is_refused(
    monkeypatch: pytest.MonkeyPatch, step: int, error: type[Exception] | None
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(main_file, "SCHEMA", main_file.SCHEMA + step)
        raw = encode_main(HEADER, TABLES)
    if error is None:
        assert decode_main(raw, MAIN) == (HEADER, TABLES)
    else:
        with pytest.raises(error):
            decode_main(raw, MAIN)
