"""A process that edits, sends and is refused without pause until it is killed: ``sender.py FOLDER SEED [real]``.

A line for each thing that is done: the number of a change that is on disk, ``begin n`` before a revision is sent,
``sent n`` when it was. *real*: with the real files.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random
from typing import Any

import forms.store.store_writer as module
from forms.store.store import Session
from tests.faults.sending import YEAR, edit, reject, send, store


def tell(text: object) -> None:
    os.write(1, f"{text}\n".encode())


def main(folder: Path, seed: str, *, real: bool) -> None:
    random = Random(seed)
    module.ROTATE_AT = 60_000
    with store(folder).open(YEAR, write=True) as session:
        journal: Any = session.dossier.journal
        append = journal.append

        def acknowledged(change: Any) -> None:
            append(change)
            tell(change.seq)

        journal.append = acknowledged
        tell(session.dossier.seq)
        while True:
            if session.dossier.content.is_frozen:
                reject(session)
            for _ in range(random.randrange(1, 4)):
                edit(session)
            number = session.dossier.content.revision
            tell(f"begin {number}")
            if real:
                _send_really(folder, session)
            else:
                send(session, random)
            tell(f"sent {number}")
            if random.random() < 0.3:
                session.fold()


def _send_really(folder: Path, session: Session) -> None:
    from forms.package.training import training_day
    from tui.jobs.revisions.sending import prepare
    from tui.jobs.workspace import Workspace

    ready = prepare(Workspace(folder, day=training_day()), session.dossier.content, "Người Mẫu", session.head)
    tell("ready")
    session.send(ready.edits, ready.files)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], real=sys.argv[3:] == ["real"])
