"""The wheel of the program itself, made of what is installed: whoever makes a kit needs no source and no compiler.

A wheel is a zip of the packages and of the description that was installed with them, with a list of sums
(https://packaging.python.org/specifications/binary-distribution-format/).
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

import exports
import forms
import tui
from forms.store.system import system_calls

PACKAGES = (forms, exports, tui)
KIND = "Wheel-Version: 1.0\nGenerator: nhomtre\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the same program gives the same wheel."""


def own_wheel(described: Distribution) -> tuple[str, bytes]:
    """Name and content. Raises OSError."""
    about = f"{described.metadata['Name']}-{described.version}"
    folder = f"{about}.dist-info"
    files = [*_modules(), *_description(described, folder), (f"{folder}/WHEEL", KIND.encode())]
    record = "".join(f"{name},sha256={_sum(data)},{len(data)}\n" for name, data in files)
    listed = f"{folder}/RECORD"
    files.append((listed, f"{record}{listed},,\n".encode()))
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return f"{about}-py3-none-any.whl", book.getvalue()


def _modules() -> Iterator[tuple[str, bytes]]:
    for package in PACKAGES:
        root = Path(next(iter(package.__path__)))
        for path in sorted(system_calls.files_below(root)):
            if "__pycache__" not in path.parts:
                yield path.relative_to(root.parent).as_posix(), path.read_bytes()


def _description(described: Distribution, folder: str) -> Iterator[tuple[str, bytes]]:
    """What it is, what it needs, its commands, its licence; nothing of how it was installed here."""
    about = described.read_text("METADATA") or described.read_text("PKG-INFO") or ""
    yield f"{folder}/METADATA", about.encode()
    yield f"{folder}/entry_points.txt", (described.read_text("entry_points.txt") or "").encode()
    for file in described.files or ():
        if "licenses" in file.parts:
            yield f"{folder}/licenses/{file.name}", Path(str(file.locate())).read_bytes()


def _sum(data: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
