"""Records go out into upload workbooks and come back: the same ones, field by field and in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from exports.intake.record_sources import sources_of
from exports.reading.workbook_reader import ForeignWorkbook, read_workbook
from exports.workbooks.rosters.roster_book import write_roster, write_rosters
from forms.dossier.content import Content, apply, empty_content
from forms.entry.row_intake import Batch, RowFate, edits_of, read_sources
from forms.model.record import FieldType, RecordType
from forms.model.values import Record, Typed, Value, absence_of
from forms.package.training import training_package, training_year
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.sets import newest
from forms.sets.mn2019.records import CHILD, LISTS, STAFF
from tests.builders import AT
from tests.exports.conftest import FULL, TODAY
from tests.exports.invented import NOT_UPLOADED, YEAR, Invented
from tests.exports.tools import recalculated

DOSSIERS = 200 if FULL else 6


def report_of(content: Content) -> Report:
    return Report(content, FiguresOf()(content), (), TODAY, training=False)


def read_back(book: ForeignWorkbook, content: Content) -> list[Batch]:
    offered = sources_of(book, newest(), training_year())
    assert offered.converted == offered.sources
    assert not offered.unknown_sheets
    assert [source.unknown for source in offered.sources] == [()] * len(offered.sources)
    return read_sources(content, offered.sources)


def taken(content: Content, batches: list[Batch]) -> Content:
    return apply(content, edits_of(content, batches))


def told(batches: list[Batch]) -> dict[tuple[str, int], tuple[RowFate, tuple[Any, ...]]]:
    """What is not as it was, and why."""
    return {
        (source.record.key, row.number): (row.kind, (row.values, row.remarks))
        for source, rows in batches
        for row in rows
        if row.kind is not RowFate.SAME
    }


def travels(record: RecordType, fields: Record) -> dict[str, Value]:
    """What of a record is in the workbook: what the app works out itself, what has no column and what says that nothing is there stay behind."""
    return {
        key: value
        for key, value in fields.items()
        if not record.field_by_key[key].computed
        and (record.key, key) not in NOT_UPLOADED
        and not absence_of(value)
    }


def lists(content: Content) -> dict[str, list[dict[str, Value]]]:
    return {
        record.key: [travels(record, fields) for fields in content.records(record.place).values()]
        for record in LISTS
    }


def differences(old: Content, new: Content) -> dict[tuple[str, int, str], tuple[Value | None, Value | None]]:
    """Record, number and field of what is not the same, types included."""
    found = {}
    for record in LISTS:
        before, after = lists(old)[record.key], lists(new)[record.key]
        for number in range(max(len(before), len(after))):
            one, other = ((side[number] if number < len(side) else {}) for side in (before, after))
            for key in {**one, **other}:
                pair = one.get(key), other.get(key)
                if repr(pair[0]) != repr(pair[1]):
                    found[record.key, number + 1, key] = pair
    return found


def training() -> Content:
    from forms.package.adopt import adopt

    return adopt(training_package(), empty_content(training_year()), AT)


def written(folder: Path, content: Content) -> Iterator[Path]:
    """One workbook, or three."""
    path = folder / "ho-so.xlsx"
    path.write_bytes(write_rosters(report_of(content)))
    yield path


def check_round_trip(path: Path, content: Content) -> None:
    book = read_workbook(path)
    again = read_back(book, content)
    assert told(again) == {}
    assert not edits_of(content, again)
    begun = empty_content(content.year)
    came = taken(begun, read_back(book, begun))
    assert differences(content, came) == {}
    assert not came.facility
    assert [list(came.records(record.place)) == sorted(came.records(record.place)) for record in LISTS] == [
        True
    ] * 3


def test_what_has_no_column_is_known() -> None:
    assert {
        (record.key, field.key)
        for record in LISTS
        for field in record.fields
        if not field.upload and not field.computed
    } == NOT_UPLOADED


@pytest.mark.slow
def test_the_training_copy_comes_back(tmp_path: Path) -> None:
    content = training()
    assert {len(content.records(record.place)) for record in LISTS} != {0}
    (path,) = written(tmp_path, content)
    check_round_trip(path, content)


@pytest.mark.promise("R18", "R28")
@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", range(DOSSIERS))
def test_random_dossiers_come_back(tmp_path: Path, seed: int) -> None:
    content = Invented(seed).content()
    (path,) = written(tmp_path, content)
    check_round_trip(path, content)


@pytest.mark.slow
def test_the_random_dossiers_reach_what_they_should() -> None:
    """Every field, both answers, every kind of value."""
    met: dict[tuple[str, str], set[Any]] = {}
    for seed in range(80):
        content = Invented(seed).content()
        for record in LISTS:
            for fields in content.records(record.place).values():
                for key, value in fields.items():
                    met.setdefault((record.key, key), set()).add(value)
    for record in LISTS:
        for field in record.fields:
            if field.computed or (record.key, field.key) in NOT_UPLOADED:
                continue
            values = met[record.key, field.key]
            if field.type is FieldType.BOOL:
                assert {True, False} <= values
            if field.type is FieldType.DECIMAL:
                assert Decimal("1.125") in values
            if field.type in (FieldType.BOOL, FieldType.INT, FieldType.DECIMAL):
                assert any(isinstance(value, Typed) for value in values)
            if field.type is FieldType.CHOICE and len(field.codes.items) < 20:
                assert {item.code for item in field.codes.items} <= values


def take_three_files(content: Content, folder: Path) -> None:
    """The three lists of *content*, each in a file of its own, make the same lists in an empty dossier."""
    came = empty_content(content.year)
    for record in LISTS:
        path = folder / f"{record.place}.xlsx"
        path.write_bytes(write_roster(report_of(content), record))
        assert told(read_back(read_workbook(path), content)) == {}
        came = taken(came, read_back(read_workbook(path), came))
    assert differences(content, came) == {}


@pytest.mark.slow
def test_three_files_are_taken_one_after_another(tmp_path: Path) -> None:
    take_three_files(training(), tmp_path)


@pytest.mark.promise("R18", "R28")
@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", range(DOSSIERS // 6))
def test_three_files_of_random_dossiers(tmp_path: Path, seed: int) -> None:
    take_three_files(Invented(1000 + seed).content(), tmp_path)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.tools
@pytest.mark.parametrize("seed", [None, 1, 2] if FULL else [None, 1])
def test_after_libreoffice_has_saved_them(tmp_path: Path, seed: int | None) -> None:
    content = training() if seed is None else Invented(seed).content()
    (path,) = written(tmp_path, content)
    check_round_trip(recalculated(path, tmp_path), content)


# Every code


@pytest.mark.slow
@pytest.mark.parametrize("record", LISTS, ids=lambda record: record.key)
def test_every_code_of_every_list_comes_back(tmp_path: Path, record: RecordType) -> None:
    """Districts with their province, wards with their district, and each code alone."""
    records: list[dict[str, Value]] = []
    for field in record.fields:
        if field.type is not FieldType.CHOICE or (record.key, field.key) in NOT_UPLOADED:
            continue
        before = next((each for each in ("home_", "birth_") if field.key.startswith(each)), "")
        for item in field.codes.items:
            given = {
                before + key: value
                for key, value in item.attributes.items()
                if before + key in record.field_by_key
                and key in ("province", "district", "language", "position")
            }
            if field.coded_when:
                given["province"] = "79"
            records.append({**given, field.key: item.code})
    if not FULL:
        records = Random(1).sample(records, min(len(records), 400))
    refs = {}
    for number, fields in enumerate(records[:1900], 1):
        names: dict[str, Value] = {"code": f"M{number}", "name": f"Mẫu {number}", "birth_date": "2016-05-07"}
        known = {key: value for key, value in names.items() if key in record.field_by_key}
        refs[f"{record.letter}{number:04}"] = {**known, **fields}
    content = Content({"school_year": str(YEAR), record.place: refs, "last_ref": {record.letter: len(refs)}})
    path = tmp_path / "ho-so.xlsx"
    path.write_bytes(write_roster(report_of(content), record))
    begun = empty_content(YEAR)
    came = taken(begun, read_back(read_workbook(path), begun))
    assert differences(content, came) == {}


# What cannot travel, and how that is told


def one(record: RecordType, **fields: Value) -> Content:
    names: Mapping[str, Value] = {"code": "M1", "name": "Mẫu Một", "birth_date": "2016-05-07"}
    known = {key: value for key, value in names.items() if key in record.field_by_key}
    return Content(
        {
            "school_year": str(YEAR),
            record.place: {f"{record.letter}0001": {**known, **fields}},
            "last_ref": {record.letter: 1},
        }
    )


def came_back(tmp_path: Path, content: Content, record: RecordType) -> tuple[Batch, Batch]:
    """Read over the same dossier, and into an empty one."""
    path = tmp_path / "ho-so.xlsx"
    path.write_bytes(write_roster(report_of(content), record))
    book = read_workbook(path)
    (same,), (new,) = read_back(book, content), read_back(book, empty_content(YEAR))
    return same, new


@pytest.mark.slow
def test_a_code_that_no_list_has_comes_back_as_text(tmp_path: Path) -> None:
    same, new = came_back(tmp_path, one(CHILD, ethnicity="98"), CHILD)
    assert same[1][0].kind is RowFate.SAME
    assert new[1][0].values["ethnicity"] == Typed("98")
    assert [remark.code for remark in new[1][0].remarks] == ["unread"]


@pytest.mark.slow
def test_a_day_that_does_not_parse_stays_and_is_refused_as_new(tmp_path: Path) -> None:
    same, new = came_back(tmp_path, one(CHILD, status_date=Typed("31/02/2016")), CHILD)
    assert same[1][0].kind is RowFate.SAME
    assert (new[1][0].kind, new[1][0].remarks) == (
        RowFate.REFUSE,
        (("no_such_day", "Ngày nhập trạng thái", "31/02/2016"),),
    )


@pytest.mark.slow
def test_a_day_before_1900_stays_and_is_refused_as_new(tmp_path: Path) -> None:
    same, new = came_back(tmp_path, one(STAFF, hired_on="1012-12-20"), STAFF)
    assert same[1][0].kind is RowFate.SAME
    assert [remark.code for remark in new[1][0].remarks] == ["no_day"]


@pytest.mark.slow
@pytest.mark.parametrize(("value", "text"), [(-5, "-5"), (Decimal("-1.5"), "-1,5")])
def test_a_number_that_no_field_may_hold_comes_back_as_typed(tmp_path: Path, value: Value, text: str) -> None:
    _, new = came_back(tmp_path, one(STAFF, birth_date="1990-01-02", salary_coefficient=value), STAFF)
    assert new[1][0].values["salary_coefficient"] == Typed(text)
    assert [remark.code for remark in new[1][0].remarks] == ["unread"]


@pytest.mark.slow
def test_what_was_typed_into_a_text_comes_back_as_text(tmp_path: Path) -> None:
    same, new = came_back(tmp_path, one(CHILD, address=Typed("Ngõ Mẫu")), CHILD)
    assert new[1][0].values["address"] == "Ngõ Mẫu"
    assert (same[1][0].kind, same[1][0].values) == (RowFate.CHANGE, {"address": "Ngõ Mẫu"})


@pytest.mark.slow
def test_a_number_without_its_zero_comes_back_with_it_and_is_told(tmp_path: Path) -> None:
    same, _ = came_back(tmp_path, one(CHILD, phone="901234567"), CHILD)
    assert (same[1][0].kind, same[1][0].values) == (RowFate.CHANGE, {"phone": "0901234567"})
    assert [remark.code for remark in same[1][0].remarks] == ["zero"]


@pytest.mark.slow
def test_a_reference_to_nobody_is_not_guessed(tmp_path: Path) -> None:
    """A child of class L1, which is not there, does not move to L10."""
    content = one(CHILD, class_code="L1")
    content = Content({**content.tree, "classes": {"k0001": {"code": "L10", "name": "Lớp L1 A"}}})
    same, _ = came_back(tmp_path, content, CHILD)
    assert (same[1][0].kind, same[1][0].remarks) == (RowFate.SAME, ())


@pytest.mark.slow
def test_twins_of_one_name_stay_and_the_second_is_refused_as_new(tmp_path: Path) -> None:
    content = one(CHILD)
    first = content.records("children")["c0001"]
    content = Content({**content.tree, "children": {"c0001": first, "c0002": {**first, "sex": "02"}}})
    same, new = came_back(tmp_path, content, CHILD)
    assert [row.kind for row in same[1]] == [RowFate.SAME, RowFate.SAME]
    assert [(row.kind, row.remarks) for row in new[1]] == [
        (RowFate.ADD, ()),
        (RowFate.REFUSE, (("twice", "", "2"),)),
    ]


@pytest.mark.slow
def test_a_record_without_what_names_it_is_refused(tmp_path: Path) -> None:
    content = one(CHILD)
    content = Content({**content.tree, "children": {"c0001": {"name": "Mẫu Một"}}})
    same, new = came_back(tmp_path, content, CHILD)
    for batch in (same, new):
        assert (batch[1][0].kind, batch[1][0].remarks) == (RowFate.REFUSE, (("no_name", "Ngày sinh", ""),))


@pytest.mark.slow
def test_what_was_typed_and_parses_after_all_is_told_as_a_change(tmp_path: Path) -> None:
    same, _ = came_back(tmp_path, one(STAFF, salary_coefficient=Typed("2,34")), STAFF)
    assert (same[1][0].kind, same[1][0].values) == (RowFate.CHANGE, {"salary_coefficient": Decimal("2.34")})


@pytest.mark.promise("R23")
@pytest.mark.slow
def test_a_text_longer_than_a_cell_is_cut(tmp_path: Path) -> None:
    same, _ = came_back(tmp_path, one(CHILD, address="M" * 40_000), CHILD)
    assert same[1][0].kind is RowFate.CHANGE
    assert same[1][0].values == {"address": "M" * 32_767}
