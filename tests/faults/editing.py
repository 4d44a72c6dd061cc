"""Edits drawn from a seed: the same seed and the same dossier give the same change, in any process."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from random import Random

from forms.dossier.content import Content, Edit, apply, difference, empty_content
from forms.dossier.dossier import Change, Dossier
from forms.dossier.roster import SchoolYear
from forms.model.values import Typed, Value

YEAR = SchoolYear(2019)
ZONE = timezone(timedelta(hours=7))
WORDS = (
    "Nguyễn Thị Hoa",
    "Trần Văn Bình",
    "Lê Ðức",
    "",
    "12 tháng",
    "nhóm \u2028 trẻ \x00 \\ \" '",
    "x" * 300,
)


def clock() -> datetime:
    return datetime(2019, 9, 19, 8, 12, tzinfo=ZONE)


class Memory:
    """A journal of lines in memory."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.lines = list(changes)

    def append(self, change: Change) -> None:
        self.lines.append(change)

    def changes(self) -> Iterable[Change]:
        return self.lines


def in_memory(content: Content, changes: Iterable[Change], seq: int) -> Dossier:
    return Dossier(content, Memory(changes), seq, lambda: "2019-09-19T08:12:00", "thử")


def value(random: Random) -> Value:
    choices: list[Value] = [
        random.choice(WORDS) + str(random.randrange(1000)),
        random.randrange(10**15),
        Decimal(random.randrange(10**6)) / 1000,
        random.random() < 0.5,
        Typed("31/02/" + str(random.randrange(3000))),
    ]
    return random.choice(choices)


def step(dossier: Dossier, seed: str) -> bool:
    """One change or none; True: the caller shall fold as well."""
    random = Random(f"{seed}:{dossier.seq}")
    content = dossier.content
    refs = list(content.records("children"))
    what = random.randrange(10)
    if what < 4 or not refs:
        dossier.set(("cells", "T4", str(random.randrange(190, 230)), "TU_THUC.permanent"), value(random))
    elif what == 4:
        dossier.commit(
            Edit(("children", ref, "note"), content.value(("children", ref, "note")), value(random))
            for ref in refs[: random.randrange(1, 50)]
        )
    elif what == 5:
        dossier.set(("children", random.choice(refs)), None)
    elif what == 6:
        random.shuffle(refs)
        children = content.records("children")
        shuffled = Content({**content.tree, "children": {ref: children[ref] for ref in refs}})
        dossier.commit(difference(content, shuffled), "xếp lại")
    elif what == 7:
        dossier.undo() or dossier.redo()
    dossier.commit(_additions(dossier.content, random) if what > 7 or not refs else ())
    if what == 9:
        dossier.set(("facility", "name"), value(random))
    return random.random() < 0.3


def _additions(content: Content, random: Random) -> Iterable[Edit]:
    known = content.records("children")
    for _ in range(random.randrange(1, 4)):
        ref = f"c{random.randrange(10**6):06}"
        if ref not in known:
            record = {} if random.random() < 0.2 else {"name": value(random), "class_code": "NT1"}
            yield Edit(("children", ref), None, record, random.randrange(len(known) + 1))


def replay(changes: Iterable[Change]) -> Content:
    content = empty_content(YEAR)
    for change in changes:
        content = apply(content, change.edits)
    return content


def ordered(content: Content) -> dict[str, object]:
    """Content to compare: equality of dicts does not see the order of records."""
    return {
        **content.tree,
        **{f"order of {p}": list(content.records(p)) for p in ("classes", "children", "staff")},
    }
