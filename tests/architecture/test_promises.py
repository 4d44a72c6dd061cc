"""Every fault by which nothing may be lost has a test that names it, and no test names another (``python -m bench.promises``)."""

from __future__ import annotations

import re

from bench.promises import FAULTS
from tests.architecture.house import ROOT

NAMED = re.compile(r"mark\.promise\(([^)]*)\)")


def test_every_fault_has_its_tests() -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py")))
    named = {fault for names in NAMED.findall(text) for fault in re.findall(r'"(R\d+)"', names)}
    assert named == FAULTS.keys()
    assert list(FAULTS) == [f"R{number}" for number in range(1, 33)]
