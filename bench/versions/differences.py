"""What two versions left behind, laid side by side: which kinds of outputs differ, and where first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

SHOWN = 160
"""Letters of a differing place."""
PACKING = "(packing)"
"""Named like a part of a zip: how its parts are packed."""
_NAME = re.compile(r"\{(\w+)\}")
STORED = re.compile(r"\d{4}-\d{4}(\.\w+)*\.json")


class Rewording(NamedTuple):
    """An intended change: what the old version says and what the new one says for it; *shared* names mean the same text."""

    old: re.Pattern[str]
    new: re.Pattern[str]
    shared: tuple[str, ...]
    line: str

    def marked(self, before: str, after: str) -> tuple[str, str]:
        """Both texts with one mark in place of what is meant to differ."""

        def mark(match: re.Match[str]) -> str:
            return "\0".join((self.line, *(match[name] for name in self.shared)))

        return self.old.sub(mark, before), self.new.sub(mark, after)


class Pair(NamedTuple):
    """One output of both versions; None where one of them has none."""

    kind: str
    name: str
    old: bytes | None
    new: bytes | None


class Comparison(NamedTuple):
    """How the outputs of a pair compare: the first difference, or "" ; *intended* when only expected words differ."""

    pair: Pair
    difference: str
    intended: tuple[str, ...] = ()


def read_rewordings(path: Path) -> list[Rewording]:
    """Lines «old ⇒ new», with {names} for what varies; # begins a remark."""
    rewordings = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            old, arrow, new = line.partition(" ⇒ ")
            if not arrow:
                raise ValueError(f"no « ⇒ » in: {line}")
            shared = {*_NAME.findall(old)} & {*_NAME.findall(new)}
            rewordings.append(Rewording(_pattern(old), _pattern(new), tuple(sorted(shared)), line))
    return rewordings


def _pattern(text: str) -> re.Pattern[str]:
    met: set[str] = set()
    parts = []
    for place, part in enumerate(_NAME.split(text)):
        if place % 2 == 0:
            parts.append(re.escape(part))
        else:
            parts.append(f"(?P={part})" if part in met else f"(?P<{part}>.*?)")
            met.add(part)
    return re.compile("".join(parts))


def pairs(old: Path, new: Path) -> Iterator[Pair]:
    """Every output of two runs."""
    files = {
        path.relative_to(root)
        for root in (old, new)
        for path in root.rglob("*")
        if path.is_file() or path.is_symlink()
    }
    for name in sorted(files):
        kind = _kind(name)
        if kind:
            yield Pair(kind, str(name), _bytes(old / name), _bytes(new / name))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _kind(name: Path) -> str:
    """What an output is called in the table; "" for what is not compared: the lock, which names a process."""
    if name.suffix == ".lock" or len(name.parts) < 3:
        return ""
    if name.parts[1] == "printed":
        step = name.stem
        for prefix in (
            "rule check --json",
            "rule check",
            "rule import",
            "wrong",
            "help",
            "verify",
            "fill",
            "import",
        ):
            if step.startswith(prefix):
                step = prefix
        step = re.sub(r"^demo | (before sending|corrected|rolled|of rosters|after \w+|again)$", "", step)
        return f"{step}: {'status' if name.suffix == '.status' else 'printed'}"
    if name.suffix == ".journal":
        return "stored: journal"
    if "exports" not in name.parts and STORED.fullmatch(name.name):
        return "stored: main file, backups"
    if any(part.startswith("ban-") for part in name.parts):
        return f"file: sent {name.suffix}"
    return f"file: {'-' if name.suffix == '' else name.suffix}"


def compare(pair: Pair, rewordings: list[Rewording]) -> Comparison:
    """One pair; words that are expected to differ are put into the old output first."""
    if pair.old is None or pair.new is None:
        return Comparison(pair, f"only {'old' if pair.new is None else 'new'} has it")
    if pair.old == pair.new:
        return Comparison(pair, "")
    old, new = _parts(pair.old), _parts(pair.new)
    used: list[str] = []
    for name in sorted({*old, *new}):
        ours, theirs = old.get(name), new.get(name)
        if ours == theirs:
            continue
        where = f"{name}: " if name else ""
        if ours is None or theirs is None:
            return Comparison(pair, f"{where}only in {'old' if theirs is None else 'new'}")
        try:
            before, after = ours.decode(), theirs.decode()
        except UnicodeDecodeError:
            return Comparison(pair, where + _first_difference(ours.hex(" "), theirs.hex(" ")))
        for rewording in rewordings:
            if before != after:
                reworded, theirs_reworded = rewording.marked(before, after)
                if reworded != before:
                    before, after = reworded, theirs_reworded
                    used.append(rewording.line)
        if before != after:
            return Comparison(pair, where + _first_difference(before, after))
    return Comparison(pair, "", tuple(dict.fromkeys(used)))


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, with how they are packed; the whole of anything else."""
    if data.startswith(b"PK"):
        try:
            with ZipFile(BytesIO(data)) as packed:
                parts = {name: packed.read(name) for name in packed.namelist()}
                return {**parts, PACKING: _packing(packed)}
        except BadZipFile:
            pass
    return {"": data}


def _packing(packed: ZipFile) -> bytes:
    """A line a part, without the dates: openpyxl takes them from files that it made a moment before."""
    return "".join(
        f"{part.filename}: method {part.compress_type}, mode {part.external_attr >> 16:o}, flags {part.flag_bits:x},"
        f" extra {part.extra.hex()}\n"
        for part in packed.infolist()
    ).encode()


def _first_difference(old: str, new: str) -> str:
    same = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(0, same - SHOWN // 4)
    return f"at {same}: «{old[start : start + SHOWN]!r}» → «{new[start : start + SHOWN]!r}»"
