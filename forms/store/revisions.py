"""Sent revisions: each a folder of files to hand in, and the frozen content that it was made of.

::

    exports/2019-2020/ban-2/                the files of revision 2
    backups/2019-2020.ban-2.json            its content, in the form of a main file; never removed
    exports/2019-2020/.ban-2.tmp/           both while it is being sent
    backups/.2019-2020.ban-2.tmp

Sending writes everything under the temporary names, then the one journal line that says «sent», then gives the
names. That line decides: after a crash what it speaks of gets its name, and what it does not speak of goes.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH105, PTH106

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from forms.dossier.content import Content
from forms.model.errors import DamagedFile
from forms.store import system_files
from forms.store.documents import content_of, tables_of
from forms.store.journal import Mark
from forms.store.layout import Layout
from forms.store.main_file import Head, decode_tables, encode

_STAGED = re.compile(r"\.ban-(\d+)\.tmp")


class Revisions:
    """The sent revisions of one school year in a data folder."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._exports = layout.folder / "exports" / str(layout.year)

    def folder(self, number: int) -> Path:
        """Where the files of a revision lie."""
        return self._exports / f"ban-{number}"

    def content(self, number: int) -> Content | None:
        """The frozen content of a revision; None when none is kept. Raises DamagedFile, NewerSchema, StorageError."""
        return self._read(self._pin(number))

    def stage(self, number: int, content: Content, seq: int, at: str, made: Mapping[str, bytes]) -> None:
        """Write everything of a revision under temporary names, durably. Raises StorageError; nothing remains then."""
        staged, pin = self._staged(number), self._staged_pin(number)
        self.discard(number)
        try:
            with system_files.told("Chưa gửi được báo cáo", "Báo cáo chưa gửi; hồ sơ vẫn còn nguyên."):
                system_files.make_folder(self._layout.backups)
                system_files.make_folder(staged)
                system_files.create(pin, encode(Head(number, seq, Mark(), at), tables_of(content)))
                for name, data in made.items():
                    system_files.create(staged / name, data)
                for folder in (staged, self._exports, self._layout.backups):
                    system_files.sync_folder(folder)
        except BaseException:
            self.discard(number)
            raise

    def discard(self, number: int) -> None:
        """Remove what is staged of a revision."""
        staged = self._staged(number)
        with suppress(OSError):
            for name in system_files.names(staged):
                system_files.remove(staged / name)
            os.rmdir(staged)
        system_files.remove(self._staged_pin(number))

    def publish(self, number: int) -> list[str]:
        """Give a staged revision its names; sentences about what had them before. Raises StorageError."""
        said = []
        with system_files.told(
            f"Báo cáo đã gửi (bản {number}) nhưng chưa đặt được tên thư mục của bản gửi",
            "Không mất gì; lần mở sau chương trình làm nốt.",
        ):
            for staged, target in (
                (self._staged_pin(number), self._pin(number)),
                (self._staged(number), self.folder(number)),
            ):
                if not staged.exists():
                    continue
                if os.path.lexists(target):
                    kept = _free(target)
                    os.replace(target, kept)
                    said.append(
                        f"Đã có {target.name} của một lần gửi khác; được giữ lại với tên {kept.name}."
                    )
                system_files.replace(staged, target)
                system_files.sync_folder(target.parent)
        return said

    def settle(self, content: Content) -> list[str]:
        """Finish or undo a sending that was cut short; what happened, in sentences. Raises StorageError."""
        said = []
        with system_files.told(f"Không đọc được thư mục {self._layout.folder}", "Không có gì bị thay đổi."):
            numbers = sorted(self._staged_numbers())
        for number in numbers:
            if self._is_sent(number, content):
                said.append(f"Lần gửi bản {number} bị ngắt sau khi đã ghi nhận; đã làm nốt. Báo cáo đã gửi.")
                said += self.publish(number)
            else:
                self.discard(number)
                said.append(
                    f"Lần gửi bản {number} bị ngắt giữa chừng: báo cáo CHƯA gửi. Hồ sơ còn nguyên; hãy gửi lại."
                )
        return said

    def _is_sent(self, number: int, content: Content) -> bool:
        """Whether *content* knows of exactly the sending that is staged. Raises StorageError."""
        known = content.part("sent").get(str(number))
        if known is None:
            return False
        for path in (self._staged_pin(number), self._pin(number)):
            try:
                staged = self._read(path)
            except DamagedFile:
                break
            if staged is not None:
                own = staged.part("sent").get(str(number), {})
                return all(own.get(key) == known.get(key) for key in ("at", "by", "code"))
        # what was sent is not thrown away for want of a file that tells
        return True

    def _staged_numbers(self) -> set[int]:
        prefix = f".{self._layout.year}"
        found = {
            int(match[1]) for name in system_files.names(self._exports) if (match := _STAGED.fullmatch(name))
        }
        pins = system_files.names(self._layout.backups)
        return found | {
            int(match[1])
            for name in pins
            if name.startswith(prefix) and (match := _STAGED.fullmatch(name, len(prefix)))
        }

    def _read(self, path: Path) -> Content | None:
        with system_files.told(f"Không đọc được file {path.name}", "Không có gì bị thay đổi."):
            raw = system_files.or_none(system_files.read_bytes, path)
        return None if raw is None else content_of(decode_tables(raw, path.name)[1])

    def _pin(self, number: int) -> Path:
        return self._layout.backups / f"{self._layout.year}.ban-{number}.json"

    def _staged(self, number: int) -> Path:
        return self._exports / f".ban-{number}.tmp"

    def _staged_pin(self, number: int) -> Path:
        return self._layout.backups / f".{self._layout.year}.ban-{number}.tmp"


def _free(path: Path) -> Path:
    """A free name beside *path* for what has its name."""
    for number in itertools.count(1):
        kept = path.with_name(f"{path.stem}-cu-{number}{path.suffix}")
        if not kept.exists():
            return kept
    raise AssertionError
