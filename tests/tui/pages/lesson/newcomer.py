"""A newcomer: reads the screen and does what it says. Knows no page, no key and no task; keys are pressed by what stands on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

KEY = r"(?:F\d+|Ctrl\+\w|Enter|Esc|Insert|Tab|Home|phím cách|[↑↓←→])"
"""What keys look like on any keyboard."""
STEPS = re.compile(
    rf"Về [\w ]+ \((?P<home>{KEY})\)"
    rf"|(?P<arrows>{KEY}(?: {KEY})*) đến (?:«(?P<row>[^»]+)»|(?P<each_issue>từng lỗi))"
    rf"|(?P<each>{KEY}) sau mỗi ô"
    rf"|(?P<many>{KEY}) (?P<times>\d+) lần"
    rf"|(?P<key>{KEY})"
    r"|(?P<sheet>chép các dòng|đọc các dòng)"
    r"|(?P<paste>dán các dòng)"
    r"|«(?P<text>[^»]+)»"
)
MOST_MOVES = 80


@dataclass
class Newcomer:
    """*read* gives the lines of the screen, *cursor* that of the terminal's cursor; *press* presses a key by what stands on it; *type*, *paste* put text in."""

    read: Callable[[], list[str]]
    cursor: Callable[[], int]
    press: Callable[[str], None]
    type: Callable[[str], None]
    paste: Callable[[str], None]
    sheet: list[str] = field(default_factory=list)

    # What it reads

    @property
    def task(self) -> str:
        """What the lesson says at the foot: from «Bài» on, to the line of the keys."""
        lines = self.read()[:-1]
        first = next(
            (
                at
                for at, line in enumerate(lines)
                if re.match(r"(Đúng rồi.*)?Bài \d+/\d+:|Đã xong cả|Đúng rồi.*Đã", line)
            ),
            None,
        )
        if first is None:  # the sentence began on the line before
            first = max(at for at, line in enumerate(lines) if line.startswith("Đúng rồi"))
        return " ".join(lines[first:])

    @property
    def number(self) -> str:
        found = re.search(r"Bài (\d+)/", self.task)
        return found[1] if found else ""

    @property
    def is_through(self) -> bool:
        return "Đã xong cả" in self.task

    @property
    def hint(self) -> str:
        """The hint; the key that shows it is named at the foot."""
        if "Gợi ý:" not in self.task:
            key = re.search(rf"({KEY}): gợi ý", self.task)
            assert key, self.task
            self.press(key[1])
        return self.task.partition("Gợi ý:")[2]

    def _row(self) -> str:
        """The row where the terminal's cursor stands."""
        return self.read()[self.cursor()]

    def _is_at(self, row: str) -> bool:
        return row in self._row()

    # What it does

    def learn(self) -> None:
        """Do the task in hand as its hint says."""
        self.follow(self.hint)

    def follow(self, hint: str) -> None:
        each = ""
        for step in self._steps(hint):
            match step:
                case ("home", key):
                    self._go_back(key)
                case ("each", key):
                    each = key
                case ("text", text):
                    self.type(text)
                    if each:
                        self.press(each)
                case ("many", key, times):
                    for _ in range(int(times)):
                        self.press(key)
                case ("key", key):
                    self.press(key)
                case ("row", arrows, row):
                    self._move(arrows.split(), partial(self._is_at, row))
                case ("issues", key):
                    self._repair(key, re.findall(KEY, hint)[-1])
                    return
                case ("sheet",):
                    self._read_sheet()
                case ("paste",):
                    self.paste("\n".join(self.sheet))

    def _steps(self, hint: str) -> Iterator[tuple[str, ...]]:
        for found in STEPS.finditer(hint):
            part = found.groupdict()
            if part["home"]:
                yield "home", part["home"]
            elif part["row"]:
                yield "row", part["arrows"], part["row"]
            elif part["each_issue"]:
                yield "issues", part["arrows"]
            elif part["each"]:
                yield "each", part["each"]
            elif part["many"]:
                yield "many", part["many"], part["times"]
            elif part["key"]:
                yield "key", part["key"]
            elif part["sheet"]:
                yield ("sheet",)
            elif part["paste"]:
                yield ("paste",)
            else:
                yield "text", part["text"]

    def _go_back(self, key: str) -> None:
        """To the first page: its title says so."""
        for _ in range(10):
            if self.read()[0].startswith(" NHOMTRE"):
                return
            self.press(key)

    def _move(self, arrows: list[str], is_there: Callable[[], bool]) -> None:
        """The other way first, so that whatever is above is passed as well; then along until it is there."""
        for arrow in arrows:
            for _ in range(MOST_MOVES):
                if is_there():
                    return
                before = self.read()
                self.press(arrow)
                if self.read() == before:
                    break

    def _read_sheet(self) -> None:
        """The lines between the heading of the sheet and the tasks."""
        lines = self.read()[3:]
        end = next(at for at, line in enumerate(lines) if not line.strip())
        self.sheet = [line.strip() for line in lines[:end]]

    def _repair(self, key: str, keep: str) -> None:
        """To every issue; where the sheet knows what is right it is typed, and kept by *keep*."""
        facts = [line.rpartition(": ") for line in self.sheet]
        for _ in range(MOST_MOVES):
            if not facts:
                return
            self.press(key)
            if waits := re.search(rf"({KEY}): sửa ở đây", " ".join(self.read())):
                self.press(waits[1])
            title, row = self.read()[0], self._row()
            for fact in facts:
                name, _, what = fact[0].rpartition(", ")
                if name in title and what in row:
                    self.type(fact[2])
                    self.press(keep)
                    facts.remove(fact)
                    break
