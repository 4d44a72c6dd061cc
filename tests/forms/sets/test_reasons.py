"""Why each rule is there: told of every rule, in its own words, with its source; read only when somebody asks."""

from __future__ import annotations

import json
from typing import NoReturn

import pytest

from forms.model.rules.reason import Reason
from forms.sets.mn2019.form import FORM
from forms.sets.packaged_file import PackagedFile
from tests.builders import example, then, typed
from tests.forms.rule_cases import issues_of

RULES = FORM.rules.by_id
FILE = json.loads(PackagedFile("forms.sets.mn2019", "reasons.json").read_bytes())


def reason_of(rule: str) -> Reason:
    reason = FORM.reason_of(rule)
    assert reason is not None, rule
    return reason


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_reason_of_its_own_words_and_a_source(rule: str) -> None:
    reason, message = reason_of(rule), RULES[rule].message
    assert reason.why.strip().endswith(".") and reason.source.strip().endswith(".")
    assert reason.why[0].isupper() and reason.source.count(" ") >= 3
    what, _, repair = message.partition("→")
    for part in (message, what.strip(" ."), repair.strip(" .")):
        assert part.casefold() not in reason.why.casefold() and reason.why.casefold() not in part.casefold()


def test_no_reason_is_of_a_rule_that_is_gone_and_no_source_is_left_over() -> None:
    used = {next(key for key in _beginnings(rule) if key in FILE["reasons"]) for rule in RULES}
    assert used == FILE["reasons"].keys()
    named = {told["source"] for told in FILE["reasons"].values()}
    assert FILE["sources"].keys() <= named
    assert all(source in FILE["sources"] or source.endswith(".") for source in named)


def _beginnings(rule: str) -> list[str]:
    parts = rule.split(".")
    return [".".join(parts[:end]) for end in range(len(parts), 0, -1)]


def test_what_is_ours_is_said_to_be_ours() -> None:
    """Source: ``basis`` in the second copy of the official facts."""
    for rule in ("W26", "W40", "W41", "W43", "W44", "W45", "W46", "W47", "E51"):
        assert reason_of(rule).source.startswith("quy tắc của phần mềm này"), rule
    assert "mục 3.3" in reason_of("W22").source
    assert "biết qua trang tin" in reason_of("W02").source
    assert FORM.reason_of("") is None and FORM.reason_of("Z99.1") is None


def test_a_check_reads_no_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(data: bytes) -> NoReturn:
        pytest.fail("the reasons were read")

    monkeypatch.setattr("forms.sets.form_set.reasons_in", refuse)
    FORM.__dict__.pop("_reasons", None)
    assert issues_of(then(typed("T4", 203, {"TU_THUC.permanent": "x"}))(example()))
    with pytest.raises(pytest.fail.Exception):
        FORM.reason_of("E01")
