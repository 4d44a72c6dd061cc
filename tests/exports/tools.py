"""Reading our files with programs of the system."""

import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.system_programs import tool


def run(*command: str | Path, timeout: float = 120) -> str:
    done = subprocess.run(
        [tool(str(command[0])), *map(str, command[1:])],
        check=True,
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    return done.stdout


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


MM = 25.4 / 72
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def words(pdf: Path) -> tuple[tuple[Word, ...], ...]:
    """The words of every page in the order of the file, places in millimetres."""
    return _words(pdf, pdf.stat().st_mtime_ns)


@cache
def _words(pdf: Path, _written: int) -> tuple[tuple[Word, ...], ...]:
    import html

    text = run("pdftotext", "-bbox", pdf, "-")
    pages = text.split("<page ")[1:]
    return tuple(
        tuple(
            Word(html.unescape(found[5]), *(float(found[place]) * MM for place in (1, 2, 3, 4)))
            for found in _WORD.finditer(page)
        )
        for page in pages
    )


def ink(pdf: Path, folder: Path) -> list[list[tuple[float, float]]]:
    """Where there is ink on every page: (x, y) in millimetres."""
    run("pdftoppm", "-r", "72", "-gray", pdf, folder / f"ink-{pdf.stem}")
    pages = []
    for path in sorted(folder.glob(f"ink-{pdf.stem}-*.pgm")):
        data = path.read_bytes()
        match = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
        assert match
        width, height = int(match[1]), int(match[2])
        body = data[match.end() :]
        pages.append(
            [
                (x * MM, y * MM)
                for y in range(height)
                for x, grey in enumerate(body[y * width : (y + 1) * width])
                if grey < 250
            ]
        )
    return pages


def recalculated(workbook: Path, folder: Path) -> Path:
    """*workbook* read and saved by LibreOffice, its formulas worked out anew."""
    profile = folder / "profile"
    target = folder / "recalculated"
    run(
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        target,
        workbook,
        timeout=300,
    )
    return target / workbook.name
