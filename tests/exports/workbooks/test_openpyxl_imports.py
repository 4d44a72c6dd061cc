"""What openpyxl does without when a file of ours is made: its files are the same bytes, and nothing is missed afterwards."""

from __future__ import annotations

import ast
import hashlib
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from exports.workbooks.openpyxl_imports import UNUSED

OPENPYXL = Path(openpyxl.__file__).parent
DRAWING = ("drawing", "chart", "chartsheet", "pivot", "reader")
"""The folders of what is spared."""
NAMES = {name: set(names) for name, names in UNUSED.items() if names is not None}


@pytest.mark.parametrize("module", NAMES)
def test_a_stand_in_has_the_names_that_openpyxl_imports(module: str) -> None:
    asked = {
        name.name
        for path in OPENPYXL.rglob("*.py")
        if not {*path.relative_to(OPENPYXL).parts} & {*DRAWING}
        and path.name != "ole.py"  # no one imports that
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module == module
        for name in node.names
    }
    assert asked == NAMES[module]


@pytest.mark.slow
def test_the_files_are_the_same_bytes_and_what_is_spared_is_there_again_afterwards(tmp_path: Path) -> None:
    program = (
        "import hashlib, sys\n"
        "if sys.argv[2] == 'whole':\n"
        "    import openpyxl\n"
        "from tui.cli.main import main\n"
        "for kind in ('xlsx', 'rosters'):\n"
        "    path = f'{sys.argv[1]}-{kind}.xlsx'\n"
        "    options = ['--data', sys.argv[1], '--demo', '--today', '2019-09-19']\n"
        "    assert main([*options, 'export', kind, '-o', path]) == 0\n"
        "spared = {'openpyxl.chart', 'openpyxl.drawing', 'openpyxl.reader.excel', 'PIL'} & set(sys.modules)\n"
        "assert bool(spared) is (sys.argv[2] == 'whole'), spared\n"
        "import openpyxl\n"
        "from openpyxl.drawing.image import Image\n"
        "assert openpyxl.load_workbook(path).worksheets[0].max_row > 2\n"
    )
    hashes = []
    for how in ("lean", "whole"):
        data = tmp_path / how
        subprocess.run([sys.executable, "-c", program, str(data), how], check=True, capture_output=True)
        files = sorted(tmp_path.glob(f"{how}-*.xlsx"))
        assert len(files) == 2
        hashes.append([hashlib.sha256(file.read_bytes()).hexdigest() for file in files])
    assert hashes[0] == hashes[1]
