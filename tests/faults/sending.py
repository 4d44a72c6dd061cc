"""A report that is sent again and again, with stand-ins for its files; and what must be true of a folder after it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from random import Random

from forms.dossier.content import Content, Edit, difference
from forms.dossier.dossier import Change, Kind
from forms.dossier.roster import SchoolYear
from forms.dossier.sent_revisions import all_sent
from forms.report.figures import FiguresOf
from forms.report.report import check_code
from forms.report.submission import can_send, sending, with_files
from forms.store.store import Session, Store
from tests.builders import AT, example
from tests.faults.editing import clock, ordered, replay

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")
CUT, FINISHED = "bị ngắt giữa chừng: báo cáo CHƯA gửi", "đã làm nốt. Báo cáo đã gửi"
"""What the next opening says of a sending that ended before, and after, the line of the journal."""


def store(folder: Path) -> Store:
    return Store(folder, clock, "thử")


def begin(folder: Path) -> None:
    """A dossier that can be sent."""
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.commit(difference(session.dossier.content, example()), kind=Kind.FIRST)


def edit(session: Session) -> Change | None:
    """A change that tells its own number."""
    return session.dossier.set(PHONE, f"09{session.dossier.seq + 1:08}")


def reject(session: Session) -> None:
    session.dossier.commit([Edit(("state",), "sent", "rejected")], kind=Kind.MOVE)


def made(random: Random) -> dict[str, bytes]:
    return {
        name: random.randbytes(random.randrange(1, 200_000)) for name in ("bieu.pdf", "bieu.xlsx", "goi.json")
    }


def ready(content: Content, files: dict[str, bytes]) -> tuple[Edit, ...]:
    edits = sending(content, FiguresOf()(content), "Người Mẫu", AT)
    return with_files(
        content, edits, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    )


def send(session: Session, random: Random) -> Path:
    files = made(random)
    return session.send(ready(session.dossier.content, files), files)


def temporaries(folder: Path) -> list[str]:
    """Names that only something unfinished has, but for the lock and the notes beside it."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.name.startswith(".") and not path.name.endswith((".lock", ".holder", ".head", ".checked"))
    ]


def staged(folder: Path) -> list[str]:
    """What a sending has not given its names yet."""
    return [name for name in temporaries(folder) if ".ban-" in name]


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time of change and its bytes."""
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def check_revisions(folder: Path, session: Session, since: int = 1) -> None:
    """Every revision that the dossier knows of is whole, and there is no other."""
    content = session.dossier.content
    changes = list(session.dossier.journal.changes())
    assert ordered(replay(changes)) == ordered(content)
    assert temporaries(folder) == []
    known = all_sent(content)
    assert [each.number for each in known] == list(range(1, content.last_sent + 1))
    names = {f"ban-{each.number}" for each in known}
    exports = folder / "exports" / str(YEAR)
    assert {path.name for path in exports.glob("ban-*") if "-cu-" not in path.name} == names
    pins = {path.name for path in (folder / "backups").glob("*.ban-*") if "-cu-" not in path.name}
    assert pins == {f"{YEAR}.{name}.json" for name in names}
    moves = [change.seq for change in changes if any(edit.new == "sent" for edit in change.edits)]
    assert len(moves) == len(known)
    for each, seq in list(zip(known, moves, strict=True))[since - 1 :]:
        files = session.revisions.folder(each.number)
        found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files.iterdir()}
        assert found == dict(each.files)
        pinned = session.revisions.content(each.number)
        assert pinned is not None
        assert ordered(pinned) == ordered(replay(changes[:seq]))
        assert check_code(pinned, FiguresOf()(pinned)) == each.code
    if content.state == "sent":
        assert not can_send(content)
