"""A form is its folder: nobody outside ``forms.sets`` knows one by name, and another one goes all the way without it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

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
    r"849|[Qq]uận 12|QUẬN 12|csdl\.moet|hcm\.edu"
    r"|\b[Pp]hòng (Giáo dục và|GD|rà soát|trả lời|từ chối|đã|thấy|lập)"
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
    ["Công văn 849", "Cơ sở ở Quận 12", "Phòng rà soát", "gói cho phòng", "TRƯỞNG PHÒNG", "đang ở phòng nên"],
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


# The made-up form


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What ``tests.toy_set.journey`` told of its report; it ran in a process of its own."""
    folder = tmp_path_factory.mktemp("toy")
    run = subprocess.run(
        [sys.executable, "-m", "tests.toy_set.journey", str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout)
    return {**told, "folder": folder}


def out(journey: dict[str, Any], command: str) -> Any:
    """What a command of the journey answered in JSON."""
    return json.loads(journey["commands"][command]["out"])


@pytest.mark.slow
def test_the_journey_has_never_heard_of_another_form(journey: dict[str, Any]) -> None:
    known = [name for name in journey["modules"] if name.startswith("forms.sets.")]
    shapes = ("correspondence", "form_set", "roll_words", "set_words", "workflow")
    assert set(known) == {f"forms.sets.{name}" for name in shapes}


@pytest.mark.slow
def test_every_command_does_its_work(journey: dict[str, Any]) -> None:
    assert len(journey["commands"]) > 15
    failed = {name: ran["err"] for name, ran in journey["commands"].items() if ran["status"] != 0}
    assert failed == {}


@pytest.mark.slow
def test_its_figures_follow_from_its_records(journey: dict[str, Any]) -> None:
    assert out(journey, "tables --json") == {
        "BOATS": {
            "901": {"ALL.total": 3, "ALL.leaking": 1, "TOWN.total": 3, "TOWN.leaking": 1},
            "902": {"ALL.total": 2, "ALL.leaking": 1, "TOWN.total": 2, "TOWN.leaking": 1},
            "903": {"ALL.total": 1, "ALL.leaking": 0, "TOWN.total": 1, "TOWN.leaking": 0},
        },
        "PAINT": {"950": {"spent": 12}, "951": {"spent": 12}},
    }
    assert out(journey, "tables again") == out(journey, "tables --json")
    combined = out(journey, "combine to print")
    assert combined["tables"] == out(journey, "tables --json")
    assert out(journey, "--demo tables --json")["BOATS"]["903"]["TOWN.total"] == 1


@pytest.mark.slow
def test_its_lesson_is_learnt_on_its_own_records(journey: dict[str, Any]) -> None:
    assert out(journey, "lesson --json") == [{"task": "colour", "title": "A colour", "done": False}]


@pytest.mark.slow
def test_its_own_rules_are_asked(journey: dict[str, Any]) -> None:
    (issue,) = out(journey, "check --json")
    assert (issue["rule"], issue["record"], issue["field"]) == ("B12", "boats/b0001", "leaks")
    assert issue["message"] == "Boat «Ada»: a leaking boat at Long Pier."


@pytest.mark.slow
def test_its_files_are_made_of_it(journey: dict[str, Any]) -> None:
    files: Path = journey["folder"] / "files"
    package = json.loads((files / "report.json").read_text("utf-8"))
    assert package["harbour"] == {"code": "H1", "name": "South Harbour", "ownership": "A"}
    assert [boat["name"] for boat in package["boats"]] == ["Ada", "Bea", "Cleo"]
    assert all((files / name).read_bytes().startswith(b"%PDF") for name in ("report.pdf", "sum.pdf"))
    journal = (journey["folder"] / "data" / "2031-2032.journal").read_text("utf-8")
    assert '[["boats"],null,[["b0001",{"colour":"A"' in journal


@pytest.mark.slow
def test_its_pages_show_it(journey: dict[str, Any]) -> None:
    screens: dict[str, list[str]] = journey["screens"]
    boats = [line.split() for line in screens["BOATS"]]
    assert ["901", "Boats", "[3]", "1"] in boats
    assert ["902", "Red", "2", "1"] in boats
    typed = [line.split() for line in screens["PAINT.951:spent"]]
    assert ["950", "Paint", "34"] in typed
    assert ["951", "Red", "paint", "34"] in typed
    assert any("Striped" in line for line in screens["boats"])
    assert any("a leaking boat at Long Pier" in line for line in screens["issues"])
    assert any("Piers" in line for line in screens["home"])
