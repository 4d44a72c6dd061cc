"""Every workbook that we write is opened by the readers that others use: exceljs, SheetJS, calamine, LibreOffice."""

from __future__ import annotations

import json
import os
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.exports.tools import run
from tests.system_programs import missing, tool
from tui.cli.main import main

pytestmark = [pytest.mark.slow, pytest.mark.tools]

READERS = """
const fs = require('fs');
const [file] = process.argv.slice(1);
(async () => {
  const sheetjs = require('xlsx').readFile(file, {cellDates: true});
  const book = new (require('exceljs').Workbook)();
  await book.xlsx.readFile(file);
  const text = value => value === null ? '' : typeof value === 'object' && 'richText' in value
    ? value.richText.map(part => part.text).join('') : String(value.result ?? value);
  const shown = book.worksheets.map(sheet => [sheet.name, text(sheet.getCell('A1').value)]);
  const seen = sheetjs.SheetNames.map(name => [name, String((sheetjs.Sheets[name].A1 || {v: ''}).v)]);
  const notes = book.worksheets.map(sheet => sheet.getCell('A1').note ? 1 : 0);
  fs.writeSync(1, JSON.stringify({exceljs: shown, sheetjs: seen, notes}));
})().catch(error => { fs.writeSync(2, String(error.stack)); process.exit(1); });
"""
"""Prints the titles of the sheets and their first cells, as each of the two tells them."""


def modules() -> Path:
    """Where ``.ci/run`` has put the two; a test without them is skipped, in CI it fails."""
    folder = Path(os.environ.get("NHOMTRE_READERS", "")) / "node_modules"
    if not all((folder / name).is_dir() for name in ("exceljs", "xlsx")):
        missing("exceljs and SheetJS, which .ci/run installs")
    return folder


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One of every kind of workbook that the program writes."""
    folder = tmp_path_factory.mktemp("books")
    files = {
        name: folder / f"{name}.xlsx"
        for name in ("report", "rosters", "class", "blank", "missing", "sum", "progress", "filled")
    }

    def nhomtre(*words: str | Path, demo: bool = True) -> None:
        common = ["--data", str(folder / "data"), "--today", "2019-09-19", *(["--demo"] if demo else [])]
        assert main([*common, *map(str, words)]) == 0

    nhomtre("export", "xlsx", "-o", files["report"])
    nhomtre("export", "rosters", "-o", files["rosters"])
    nhomtre("export", "rosters", "--blank", "-o", files["blank"])
    nhomtre("export", "missing", "-o", files["missing"])
    nhomtre("fill", files["blank"], "-o", files["filled"])
    nhomtre("export", "rosters", "-o", f"{folder / 'apart'}/")
    files["class"] = next((folder / "apart").glob("ho-so-lop*"))
    example = json.loads((Path(__file__).parents[2] / "data" / "example.json").read_text("utf-8"))["package"]
    (folder / "package.json").write_text(json.dumps(example), "utf-8")
    nhomtre("import", folder / "package.json", demo=False)
    nhomtre("send", "--by", "Người Mẫu Gửi", demo=False)
    package = next((folder / "data" / "exports" / "2019-2020" / "ban-1").glob("*.json"))
    nhomtre("combine", package, "-o", files["sum"], "--progress-list", files["progress"], demo=False)
    return files


Opened = list[tuple[str, str]]
"""Title and first cell of every sheet."""


def by_openpyxl(path: Path) -> Opened:
    return [
        (sheet.title, _text(sheet["A1"].value)) for sheet in load_workbook(path, data_only=True).worksheets
    ]


def by_calamine(path: Path) -> Opened:
    book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    rows = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    return [(name, _text(found[0][0] if found else "")) for name, found in rows.items()]


def _text(value: object) -> str:
    return "" if value is None else str(value)


KINDS = ("report", "rosters", "class", "blank", "missing", "sum", "progress", "filled")


@pytest.mark.parametrize("kind", KINDS)
def test_calamine(books: dict[str, Path], kind: str) -> None:
    assert by_calamine(books[kind]) == by_openpyxl(books[kind])


def test_libreoffice(books: dict[str, Path], tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        tmp_path,
        *books.values(),
        timeout=300,
    )
    for path in books.values():
        assert by_openpyxl(tmp_path / path.name) == by_openpyxl(path), path.name


@pytest.mark.parametrize("kind", KINDS)
def test_exceljs_and_sheetjs(books: dict[str, Path], kind: str) -> None:
    done = subprocess.run(
        [tool("node"), "-e", READERS, str(books[kind])],
        env={**os.environ, "NODE_PATH": str(modules())},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    wanted = [list(sheet) for sheet in by_openpyxl(books[kind])]
    assert told["exceljs"] == wanted
    assert told["sheetjs"] == wanted
    if kind in ("rosters", "class", "blank", "filled"):
        assert sum(told["notes"]) == sum(title != "Danh mục" for title, _ in wanted), (
            "the notes are read, too"
        )
