"""One case a rule: what trips it, where and in which words, and what only nearly does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from forms.dossier.content import Content
from forms.model.issue import Issue
from forms.report.checking.checker import Checker
from tests.builders import Change, code_name, example, official, rule_facts, same

TODAY = date(2019, 9, 19)

RECORD_WORDS = {"facility": "Hồ sơ cơ sở", "classes": "Nhóm/lớp", "children": "Trẻ", "staff": "Nhân sự"}
RECORD_KEYS = {"facility": "facility", "classes": "class", "children": "child", "staff": "staff"}


@dataclass(frozen=True)
class At:
    """One expected issue: ``T2/096/TU_THUC.total`` or ``children/c0001 name`` (``-``: no field), and its words."""

    place: str
    words: Mapping[str, str]
    severity: str | None = None


def at(place: str, severity: str | None = None, **words: object) -> At:
    """An expected issue; the words that follow from the place need not be given."""
    return At(place, {key: str(value) for key, value in words.items()}, severity)


@dataclass(frozen=True)
class Case:
    """*trip* made on *base* gives exactly the issues *found* (and, where that cannot be helped, rules *also*).

    *near* made on the same base does not trip it; *near_also* are the other rules that it trips.
    """

    rule: str
    trip: Change
    found: tuple[At, ...]
    near: Change = same
    base: Callable[[], Content] = example
    also: tuple[str, ...] = ()
    near_also: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    def trips(self) -> None:
        """Assert the issues of the case: their places, severities and whole messages."""
        content = self.trip(self.base())
        issues = issues_of(content, **self.settings)
        own = [issue for issue in issues if issue.rule == self.rule]
        assert [place_of(issue) for issue in own] == [one.place for one in self.found]
        facts = rule_facts()[self.rule]
        for issue, one in zip(own, self.found, strict=True):
            assert issue.sentence == expected_message(facts, content, one)
            assert issue.severity.value == (one.severity or facts["severity"])
        assert {issue.rule for issue in issues} - {self.rule} == set(self.also)

    def nearly(self) -> None:
        """Assert that the near miss is none."""
        found = {issue.rule for issue in issues_of(self.near(self.base()), **self.settings)}
        assert self.rule not in found
        assert found == set(self.near_also)


def issues_of(content: Content, **settings: Any) -> list[Issue]:
    """What the rules on tables and records say of a content on the day of the tests, whatever its records would give."""
    return Checker(**{"asks_readiness": False, **settings})(content, TODAY)


def rules_of(issues: Iterable[Issue]) -> list[str]:
    """The rule ids, in order."""
    return [issue.rule for issue in issues]


def place_of(issue: Issue) -> str:
    """The place of an issue as the cases write it."""
    if issue.place.table is not None:
        assert issue.place.record is None and issue.place.field is None
        return f"{issue.place.table}/{issue.place.row}/{issue.place.column}"
    assert issue.place.row is None and issue.place.column is None
    return f"{issue.place.record} {issue.place.field or '-'}"


def expected_message(facts: Mapping[str, Any], content: Content, one: At) -> str:
    """The official wording with the words of the place and those of the case."""
    words = {**_words_of_place(content, one.place), **one.words}
    wanted = set(facts["placeholders"])
    return str(facts["message_vi"].format(**{key: words[key] for key in wanted}))


def _words_of_place(content: Content, place: str) -> dict[str, str]:
    codes = {
        key: code_name(catalogue, content.facility[key])  # type: ignore[arg-type]
        for key, catalogue in (("ownership", "ownerships"), ("kind", "facility_kinds"))
        if isinstance(content.facility.get(key), str)
    }
    if place[0] == "T":
        table, row, column = place.split("/")
        return codes | {"row": str(int(row))} | _words_of_column(table, column)
    record, _, key = place.partition(" ")
    kind, _, ref = record.partition("/")
    values = content.records(kind)[ref] if ref else content.facility
    fields = official("records")["records"][RECORD_KEYS[kind]]["fields"]
    labels = {item["key"]: item["label_vi"] for item in fields}
    words = {name: str(value) for name, value in values.items()} | codes
    return words | {"record": RECORD_WORDS[kind], "field": labels.get(key, "")}


def _words_of_column(table_id: str, key: str) -> dict[str, str]:
    tables = official("tables")
    table = next(item for item in tables["tables"] if item["id"] == table_id)
    column = next(item for item in table["columns"] if item["key"] == key)
    blocks = {block["key"]: block["label"] for block in tables["blocks"]}
    block, measure = blocks.get(column["block"], ""), tables["measures"][column["measure"]]
    title = {"T1": block, "T5": measure}.get(table_id, f"{block}, {measure}")
    return {"table": f"Biểu {table['number']} ({table['tab_title']})", "column": title, "block": block}
