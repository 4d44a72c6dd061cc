"""Pasted text as the cells that a spreadsheet copied: tabs between them, a line a row; semicolons where it was copied as text.

A cell with a line break, a tab or a quote in it stands in quotes, its own quotes doubled; other quotes are text.
"""

import re

_QUOTED = r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)'
_PLAIN = r"[^\t\n]*"


def pasted_rows(text: str) -> list[list[str]]:
    """The rows of pasted text, each its cells."""
    rows = _rows(_with_tabs(text))
    if "\n" not in text and all(row == [""] for row in rows[1::2]):
        # a terminal that makes CR of LF has made two of CR LF
        return rows[::2]
    return rows


def _with_tabs(text: str) -> str:
    """*text* with tabs for the semicolons of a table that was copied as text: as many in each of its lines."""
    lines = text.splitlines()
    counts = {line.count(";") for line in lines}
    is_table = len(lines) > 1 and len(counts) == 1 and counts != {0} and not re.search(r'[\t"]', text)
    return text.replace(";", "\t") if is_table else text


def _rows(text: str) -> list[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    quoted, plain = re.compile(_QUOTED), re.compile(_PLAIN)
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        match = quoted.match(text, at)
        if match and re.search(r'[\t\n"]', match[1]):
            cell, at = match[1].replace('""', '"'), match.end()
        else:
            end = plain.match(text, at)
            cell = end[0] if end else ""
            at += len(cell)
        rows[-1].append(cell)
        if at == len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1


def is_block(rows: list[list[str]]) -> bool:
    """Whether what was pasted is more than one cell."""
    return len(rows) > 1 or len(rows[0]) > 1


def as_line(rows: list[list[str]]) -> str:
    """What was pasted as one text."""
    return " ".join(cell for row in rows for cell in row).replace("\n", " ")
