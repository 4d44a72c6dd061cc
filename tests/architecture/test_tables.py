"""What is special about a table is said by its data: nobody asks a table for its name."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.house import modules

TABLE_NAMES = {"T1", "T2", "T3", "T4", "T5"}


def asks_for_a_table_by_name(node: ast.AST) -> bool:
    """``table.id == "T3"``, ``table_id in ("T1", "T2")``, ``match table.id: case "T3"``."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return any(
            isinstance(constant, ast.Constant) and constant.value in TABLE_NAMES
            for side in sides
            for constant in ast.walk(side)
        )
    if isinstance(node, ast.JoinedStr):  # f"T{number}"
        return isinstance(node.values[0], ast.Constant) and node.values[0].value == "T"
    if isinstance(node, ast.MatchValue):
        return isinstance(node.value, ast.Constant) and node.value.value in TABLE_NAMES
    return False


def test_what_is_special_about_a_table_is_said_by_its_data() -> None:
    asking = [
        f"{module.name}:{node.lineno}"  # type: ignore[attr-defined]
        for module in modules()
        if not module.name.startswith("forms.sets.")
        for node in ast.walk(module.tree)
        if asks_for_a_table_by_name(node)
    ]
    assert asking == []


@pytest.mark.parametrize(
    "code", ["table.id == 'T3'", "table_id in ('T1', 'T2')", "f'T{number}'", "match x:\n case 'T3':\n  pass"]
)
def test_such_a_question_is_seen(code: str) -> None:
    assert any(asks_for_a_table_by_name(node) for node in ast.walk(ast.parse(code)))
