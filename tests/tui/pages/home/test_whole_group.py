"""A complete small group, entered with the keyboard alone from an empty folder: the worked example comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.content import empty_content
from forms.entry.record_edits import is_untouched
from tests.tui.conftest import Screen
from tests.whole_group import BEFORE_PRINT, PRINT

EXAMPLE: dict[str, Any] = json.loads((Path(__file__).parents[3] / "data/example.json").read_text("utf-8"))
NOT_ASKED = {"mixed", "ward"}
"""Computed, or left out by an owner in a hurry: not mandatory."""


@pytest.mark.slow
def test_the_keys_make_the_worked_example(empty_folder: Screen) -> None:
    screen = empty_folder
    for keys in BEFORE_PRINT:
        screen.type(keys)
    content, wanted = screen.work.content, EXAMPLE["package"]
    assert dict(content.facility) == wanted["facility"]
    for place in ("classes", "children", "staff"):
        entered = list(content.records(place).values())
        assert len(entered) == len(wanted[place])
        for record, as_wanted in zip(entered, wanted[place], strict=True):
            assert {k: v for k, v in record.items() if k not in NOT_ASKED} == {
                k: v for k, v in as_wanted.items() if k not in NOT_ASKED
            }
    assert screen.work.issues == []
    assert len(content.part("reviewed")) == 14
    figures = screen.work.figures.as_json()
    for table, rows in EXAMPLE["expected"].items():
        for row, columns in rows.items():
            for column, figure in columns.items():
                assert figures[table][row][column] == figure, (table, row, column)
    screen.type(PRINT)
    assert screen.terminal.exports == ["pdf"]


@pytest.mark.slow
def test_undo_goes_back_to_the_empty_folder(empty_folder: Screen) -> None:
    screen = empty_folder
    for keys in BEFORE_PRINT:
        screen.type(keys)
    assert screen.undo_all() > 50
    # the numbers of the records that went stay given
    given = {"last_ref": screen.work.content.tree["last_ref"]}
    assert screen.work.content.tree == {**empty_content(screen.work.content.year).tree, **given}
    assert is_untouched(screen.work.content)
