"""The declared tables, records, formats and code lists are the official ones: nothing missing, nothing beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pytest

from forms.model.condition import none_of
from forms.model.record import Field, RecordType
from forms.model.table import Column, Figure, Row, Table
from forms.model.text import clean
from forms.sets.mn2019 import catalogues
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records.computed import COUNTED_CHILD, COUNTED_STAFF, NO_MINORITY
from forms.sets.mn2019.tables import TABLES
from forms.sets.mn2019.tables.columns import BLOCKS, MEASURES
from tests.builders import official
from tests.forms.official_form import query_of, required_of

FACTS: dict[str, dict[str, Any]] = {table["id"]: table for table in official("tables")["tables"]}
ROWS = [
    (table, row, fact)
    for table in TABLES
    for row, fact in zip(table.rows, FACTS[table.id]["rows"], strict=False)
]


def test_the_form_is_the_official_one() -> None:
    facts = official("tables")["form"]
    assert (FORM.code, FORM.title, FORM.period, FORM.as_of) == (
        facts["code"], facts["title"], facts["period"], facts["as_of"],
    )  # fmt: skip


def test_the_five_tables_stand_in_their_order() -> None:
    assert [table.id for table in TABLES] == list(FACTS)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_a_table_has_its_names_and_its_way_of_filling(table: Table) -> None:
    facts = FACTS[table.id]
    assert (table.number, table.tab_title, table.sheet.title) == (
        facts["number"], facts["tab_title"], facts["sheet_title"],
    )  # fmt: skip
    assert table.derived is (facts["fill"] == "derived")
    assert table.figure is (Figure.AMOUNT if table.id == "T5" else Figure.COUNT)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_a_table_has_all_its_rows_and_headings_in_order(table: Table) -> None:
    assert [row.code for row in table.rows] == [fact["code"] for fact in FACTS[table.id]["rows"]]


def test_there_are_237_rows_with_figures() -> None:
    assert sum(len(table.data_rows) for table in TABLES) == 237


@pytest.mark.parametrize(("table", "row", "fact"), ROWS, ids=[row.code for _, row, _ in ROWS])
def test_a_row_is_the_official_one(table: Table, row: Row, fact: dict[str, Any]) -> None:
    derive = fact["derive"]
    assert _row(table, row) == {
        "code": fact["code"],
        "ma_so": fact["ma_so"],
        "tt": fact["tt"],
        "label": fact["label"],
        "level": fact["level"],
        "unit": fact["unit"],
        "query": fact["query"],
        "sum_of": fact["sum_of"] or [],
        "also_sum_of": fact.get("also_sum_of", []),
        "independent_zero": fact["independent_zero"],
        "blank_in_export": fact.get("blank_in_export", False),
        "label_printed": fact.get("label_printed"),
        "explanation": derive["vi"] if derive else "",
    }


def _row(table: Table, row: Row) -> dict[str, Any]:
    query: dict[str, Any] | None = None
    if row.query is not None:
        query = {"record": row.query.record, "where": query_of(row.query.where)}
        if row.query.total:
            query["sum"] = row.query.total
    return {
        "code": row.code,
        "ma_so": row.ma_so,
        "tt": row.tt,
        "label": row.label,
        "level": row.level,
        "unit": row.unit,
        "query": query,
        "sum_of": list(row.sum_of),
        "also_sum_of": [list(parts) for parts in row.also_sum_of],
        "independent_zero": row.independent_zero,
        "blank_in_export": row.blank_in_export,
        "label_printed": row.label_in_workbook,
        "explanation": row.explanation,
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_a_table_has_the_official_columns(table: Table) -> None:
    def facts(column: Column) -> dict[str, Any]:
        return {
            "no": column.no,
            "key": column.key,
            "header": list(column.header),
            "block": column.block,
            "measure": column.measure,
        }

    assert [facts(column) for column in table.columns] == FACTS[table.id]["columns"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_an_explanation_belongs_to_a_row_and_each_row_has_one(table: Table) -> None:
    assert all(bool(row.explanation) is (row.ma_so is not None) for row in table.rows)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_leaf_cells_of_the_own_block_are_typed_and_no_others(table: Table) -> None:
    for row in table.data_rows:
        for column in table.columns:
            leaf = not row.sum_of and column.block in (None, "TU_THUC")
            typed = leaf and not (table.id == "T4" and column.measure == "total")
            assert table.can_type(row, column, "TU_THUC") is typed
            assert table.can_type(row, column, None) is (typed and column.block is None)
    editable = [fact["code"] for fact in FACTS[table.id]["rows"] if fact.get("editable")]
    own = next(
        c
        for c in table.columns
        if (c.block in (None, "TU_THUC") and c.key != "TU_THUC.total")
        or (table.derived and c.block == "TU_THUC")
    )
    assert all(table.can_type(table.row_by_key[code[3:]], own, "TU_THUC") for code in editable)


def test_blocks_and_measures_are_the_official_ones() -> None:
    facts = official("tables")
    blocks = [{"key": b.key, "label": b.label, "ownership": list(b.ownership)} for b in BLOCKS]
    assert blocks == facts["blocks"]
    assert {measure.key: measure.label for measure in MEASURES.values()} == facts["measures"]
    filters = {m.key: query_of(m.where) for m in MEASURES.values() if m.key in facts["measure_filters"]}
    assert {key: dict(sorted(where.items())) for key, where in filters.items()} == facts["measure_filters"]
    assert not [m for m in MEASURES.values() if m.key not in filters and query_of(m.where)]


def test_who_counts_is_said_by_the_official_statuses() -> None:
    counted = official("tables")["counted"]
    assert list(COUNTED_CHILD) == counted["child"]["status"]
    assert list(COUNTED_STAFF) == counted["staff"]["status"]
    assert NO_MINORITY == ("01", "55")


def test_each_qualification_has_the_official_level_of_training() -> None:
    levels = official("tables")["virtual_fields"]["staff.training_level"]
    found = {item.code: item.attributes["training_level"] for item in catalogue("qualifications").items}
    assert found == {code: level for level, codes in levels.items() for code in codes}


# Records


def test_the_four_records_stand_in_their_order() -> None:
    assert [record.key for record in FORM.records] == list(official("records")["records"])
    assert [len(record.fields) for record in FORM.records] == [33, 20, 51, 61]


@pytest.mark.parametrize("record", FORM.records, ids=lambda record: record.key)
def test_a_record_has_the_official_fields(record: RecordType) -> None:
    facts = official("records")["records"][record.key]
    assert (record.title, record.upload_sheet) == (facts["title_vi"], facts["upload_sheet"])
    assert [_field(field) for field in record.fields] == [_field_fact(fact) for fact in facts["fields"]]


def _field(field: Field) -> dict[str, Any]:
    return {
        "key": field.key,
        "label": field.label,
        "type": field.type.value,
        "max_length": field.max_length,
        "catalogue": field.catalogue and field.catalogue.id,
        "required": required_of(field.required),
        "upload": field.upload,
        "exchange": field.exchange,
        "group": field.group,
        "help": field.help,
        "computed": field.computed,
        "coded_when": query_of(field.coded_when) if field.coded_when else None,
        "free_text_max_length": field.free_text_max_length,
    }


def _field_fact(fact: dict[str, Any]) -> dict[str, Any]:
    coded = fact.get("free_text_unless")
    return {
        "key": fact["key"],
        "label": fact["label_vi"],
        "type": fact["type"],
        "max_length": fact["max_length"],
        "catalogue": fact["catalogue"],
        "required": fact["required"],
        "upload": (fact["upload_order"], fact["upload_title"]) if fact["upload_title"] else None,
        "exchange": fact["exchange_field"],
        "group": fact["group"],
        "help": fact["help_vi"],
        "computed": fact.get("computed", False),
        "coded_when": {coded["field"]: coded["in"]} if coded else None,
        "free_text_max_length": fact.get("free_text_max_length"),
    }


# Code lists


@pytest.mark.parametrize("record", FORM.records, ids=lambda record: record.key)
def test_lists_quick_entry_and_search_name_fields_of_the_record_once(record: RecordType) -> None:
    for columns in (record.list_columns, record.quick_columns):
        names = [column.field for column in columns]
        assert len(set(names)) == len(names)
    named = {column.field for column in (*record.list_columns, *record.quick_columns)}
    named |= {*record.search_fields, *record.defaults, *record.from_previous, *record.together}
    assert named <= record.field_by_key.keys()
    assert set(record.stops) <= {column.field for column in record.quick_columns}
    assert set(record.from_facility) <= FORM.records[0].field_by_key.keys() & record.field_by_key.keys()


CODE_LISTS = sorted(path.stem for path in Path(catalogues.__file__).parent.glob("*.json"))


def test_there_are_51_code_lists() -> None:
    assert len(CODE_LISTS) == 51


@pytest.mark.parametrize("identifier", CODE_LISTS)
def test_a_code_list_holds_what_its_file_says(identifier: str) -> None:
    fact, found = official(f"catalogues/{identifier}"), catalogue(identifier)
    assert (found.id, found.title) == (fact["id"], fact["title"])
    items = [{"code": item.code, "name": item.name, **item.attributes} for item in found.items]
    assert items == fact["items"]
    assert len(items) == fact["count"]
    assert list(found.key) == fact.get("key", ["code"])
    keys = [tuple(item[name] for name in found.key) for item in items]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("identifier", CODE_LISTS)
def test_every_code_and_name_is_clean_text(identifier: str) -> None:
    for item in catalogue(identifier).items:
        assert (clean(item.code), clean(item.name)) == (item.code, item.name)
        assert all(is_normalized("NFC", text) for text in item.attributes.values() if isinstance(text, str))


def test_a_mandatory_condition_looks_only_at_fields_of_its_own_record() -> None:
    for record in FORM.records:
        for field in record.fields:
            for condition in (field.required.when, field.coded_when):
                assert not condition or set(condition.paths()) <= set(record.field_by_key)
    assert not none_of("status", "01").holds(lambda _path: None)


def test_every_declared_text_is_clean() -> None:
    for table in TABLES:
        texts = [table.tab_title, *(row.explanation for row in table.rows)]
        texts += [row.label for row in table.rows] + [row.unit or "" for row in table.rows]
        texts += [title for column in table.columns for title in column.header]
        assert [text for text in texts if clean(text) != text] == []
    for record in FORM.records:
        fields = [text for field in record.fields for text in (field.label, field.help, field.group)]
        assert [text for text in fields if clean(text) != text] == []
