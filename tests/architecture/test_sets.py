"""A form is its folder: nobody outside ``forms.sets`` knows one by name, and another one goes all the way without it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from forms.sets import every_set
from forms.sets.form_set import FormSet
from tests.architecture.house import OF_ANOTHER_SYSTEM, PACKAGES, ROOT, loaded_by, modules

SETS = sorted(path.parent.name for path in (ROOT / "forms" / "sets").glob("*/form.py"))
OUTSIDE = [
    module
    for module in modules(*PACKAGES, "bench")
    if not module.name.startswith(tuple(f"forms.sets.{name}" for name in SETS))
]


def concrete_sets(tree: ast.Module) -> Iterator[str]:
    """The sets that a module names: in an import, or in a text that could become one."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                texts = [alias.name for alias in names]
            case ast.ImportFrom(module=module, names=names):
                texts = [f"{module}.{alias.name}" for alias in names]
            case ast.Constant(value=str(text)):
                texts = [text]
            case _:
                continue
        yield from (name for name in SETS for text in texts if f"forms.sets.{name}" in text)


def test_the_sets_are_seen() -> None:
    assert SETS == ["mn2019"]


@pytest.mark.slow
def test_nobody_knows_a_form_by_name() -> None:
    for module in OUTSIDE:
        if module.name != "forms.sets":
            assert list(concrete_sets(module.tree)) == [], module.name


@pytest.mark.parametrize(
    "code",
    [
        "from forms.sets.mn2019.form import FORM",
        "def late():\n    import forms.sets.mn2019.tables",
        "from forms.sets import mn2019",
        "import_module('forms.sets.mn2019.form')",
    ],
)
def test_such_knowledge_is_seen(code: str) -> None:
    assert list(concrete_sets(ast.parse(code))) == ["mn2019"]


@pytest.mark.slow
def test_no_form_is_chosen_at_import() -> None:
    names = [module.name for module in OUTSIDE if not module.name.endswith("__main__")]
    names = [name for name in names if name not in OF_ANOTHER_SYSTEM]
    loaded = loaded_by(f"import {', '.join(name for name in names if name.split('.')[0] in PACKAGES)}")
    assert len(loaded & set(names)) > 200
    assert [name for name in loaded if name.startswith("forms.sets.mn")] == []


OF_ONE_LETTER = re.compile(
    r"849|[Qq]uận 12|QUẬN 12|csdl\.moet|hcm\.edu|(?i:ủy ban nhân dân|sở giáo dục)"
    r"|\b[Pp]hòng (Giáo dục và|GD|rà soát|trả lời|từ chối|đã|thấy|lập|nhận|có hai)"
    r"|\b(của|cho|về|nộp|gửi|ở|khi|báo|ý kiến|trưởng) [Pp]hòng\b(?! học)|\bPHÒNG\b(?! HỌC)"
)
"""Who receives the reports in one year, its letter, its addresses."""


def test_no_text_names_the_receiver_of_one_year() -> None:
    """Who receives the reports is a word of the letter (``forms.dossier.campaign.receiver_of``)."""
    named = {
        module.name: [text.value for text in module.texts if OF_ONE_LETTER.search(str(text.value))]
        for module in OUTSIDE
        if module.name.partition(".")[0] != "bench"
    }
    assert {name: texts for name, texts in named.items() if texts} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Công văn 849",
        "Cơ sở ở Quận 12",
        "Phòng rà soát",
        "gói cho phòng",
        "TRƯỞNG PHÒNG",
        "đang ở phòng nên",
        "Phòng nhận được hai tệp",
        "Ủy ban nhân dân {place}",
        "Sở Giáo dục và Đào tạo",
    ],
)
def test_such_a_text_is_seen(text: str) -> None:
    assert OF_ONE_LETTER.search(text)


@cache
def facts_of(form: FormSet) -> re.Pattern[str]:
    """A text that names what only that form has: itself, a table, a block, a column, a mã số in words."""
    blocks = {block.key for table in form.tables for block in table.blocks}
    ids = {form.name, form.id, form.code, *(table.id for table in form.tables), *form.block_keys, *blocks}
    columns = {column.key for table in form.tables for column in table.columns if "." in column.key}
    named = "|".join(sorted(map(re.escape, ids | columns), key=len, reverse=True))
    rows = "|".join(sorted({row.key for table in form.tables for row in table.data_rows}))
    return re.compile(rf"(?<![\w.])(?:{named})(?!\w)|(?i:\bmã(?: số)? )(?:{rows})\b|^(?:{rows})$")


DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/20\d\d\b|\b20\d\d-20\d\d\b")
EXAMPLE = re.compile("ví dụ|dạng «")
"""Of a text that shows how a day is written; it tells of none."""
NO_FACTS = {
    ("forms.sets", "mn2019/1"): "the register names its sets",
    ("forms.report.checking.message_words", "05/09/2016"): "shows how a day is written",
    ("exports.district.verification", "011"): "what the letters O, I, L of a code are read as",
}


def facts_in(module_name: str, text: str, form: FormSet) -> bool:
    """Whether a text outside the sets holds a fact of one: an id, a key, a mã số, a day."""
    if (module_name, text) in NO_FACTS:
        return False
    return bool(facts_of(form).search(text) or (DAY.search(text) and not EXAMPLE.search(text)))


@pytest.mark.slow
def test_no_fact_of_a_form_stands_outside_its_folder() -> None:
    held = [
        (module.name, text.value)
        for form in every_set()
        for module in OUTSIDE
        if module.name.partition(".")[0] != "bench"
        for text in module.texts
        if isinstance(text.value, str) and facts_in(module.name, text.value, form)
    ]
    assert held == []


@pytest.mark.parametrize(
    "text",
    ["T4", "xem T4.203", "TU_THUC", "TONG.total", "biểu 01-MN-ĐN", "mn2019/1", "Mã 203 sai", "mã số 055", "083", "nộp 24/9/2019", "2019-09-30", "năm học 2019-2020"],
)  # fmt: skip
def test_such_a_fact_is_seen(text: str) -> None:
    (form,) = every_set()
    assert facts_in("tui.texts.some_words", text, form)


@pytest.mark.parametrize(
    "text", ["UTF-8", "100%", "mã thoát 2", "ví dụ 25/9/2019", "cần ngày dạng «2019-09-30»"]
)
def test_what_is_no_fact_passes(text: str) -> None:
    (form,) = every_set()
    assert not facts_in("tui.texts.some_words", text, form)


OF_EVERY_SET = {"code", "name", "ownership", "counted"}
"""What every set calls so (``forms.model.record``)."""
HOMONYMS = {
    "age": "a part of a sentence, a doubt about one",
    "age_group": "a part of a sentence",
    "campaign": "a command",
    "child": "what is exported",
    "class": "an order of a list, how far a value reaches",
    "classes": "a part of the preview of the next year",
    "facility": "a part of files; a side",
    "id": "a part of what programs read",
    "kind": "a part of files",
    "office": "a part of files; a side",
    "order": "a part of files; the doubt about a day and its month",
    "phone": "a part of a sentence",
    "place": "a part of files, of arguments",
    "rank": "a part of files",
    "resend": "a step",
    "school_year": "a part of files",
    "staff": "a part of the preview of the next year",
    "training": "a part of files; a step",
}
"""Words that mean something else outside the sets, and happen to be what a set calls a field or its records, too."""
OF_A_RECORD = re.compile(
    r"facility|profile|record|subject|campaign|letter|child|person|someone|field_by_key|entry\(|roster"
)
ASKING = {"get", "text", "day", "codes", "told", "getattr"}


@cache
def names_of_fields(form: FormSet) -> frozenset[str]:
    """What a set calls its fields, the computed ones, its records and their places."""
    records = (*form.records, form.letter)
    fields = {key for record in records for key in record.field_by_key} | {key for _, key in form.computed}
    return (
        frozenset(fields | {name for record in records for name in (record.key, record.place)}) - OF_EVERY_SET
    )


def fields_named(tree: ast.Module, texts: Iterator[str] | list[str], form: FormSet) -> Iterator[str]:
    """The fields that a module knows by name: in any text, or where a homonym is asked of a record."""
    known = names_of_fields(form)
    yield from (text for text in texts if text in known and text not in HOMONYMS)
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=whose, attr=asked), args=[ast.Constant(value=str(key)), *_]
            ):
                is_asked = asked in ASKING
            case ast.Subscript(value=whose, slice=ast.Constant(value=str(key))):
                is_asked = True
            case _:
                continue
        if is_asked and key in known and key in HOMONYMS and OF_A_RECORD.search(ast.unparse(whose)):
            yield key


@pytest.mark.slow
def test_no_field_is_known_by_name_outside_the_sets() -> None:
    """It is reached by its role, by what the record declares, or as the owner's."""
    named = {
        module.name: [*fields_named(module.tree, [str(text.value) for text in module.texts], form)]
        for form in every_set()
        for module in OUTSIDE
        if module.name.partition(".")[0] != "bench"
    }
    assert {name: fields for name, fields in named.items() if fields} == {}


@pytest.mark.slow
def test_no_homonym_is_allowed_that_is_none() -> None:
    held = {str(text.value) for module in OUTSIDE for text in module.texts}
    known = frozenset[str]().union(*map(names_of_fields, every_set()))
    assert [word for word in HOMONYMS if word not in held or word not in known] == []


@pytest.mark.parametrize(
    "code",
    ["content.facility.get('kind')", "campaign.text('office')", "record.field_by_key['phone']", "x = 'birth_date'", "roster.of_facility['staff']"],
)  # fmt: skip
def test_such_a_name_is_seen(code: str) -> None:
    (form,) = every_set()
    tree = ast.parse(code)
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert len(list(fields_named(tree, [str(text) for text in texts], form))) == 1
