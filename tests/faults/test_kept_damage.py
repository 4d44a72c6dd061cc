"""Every file of a data folder and its backup damaged anywhere: noticed, and the newest good state is there or offered."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from forms.model.errors import Refused
from forms.store import store_writer
from forms.store.backups.backup_file import decode_backup
from tests.faults.damages import damaged
from tests.faults.editing import YEAR, ordered
from tests.faults.injection import JOURNAL, MAIN, PHONE, copy, crashed_after, store
from tests.faults.sending import begin, edit, reject, send
from tests.faults.test_chain import states_of
from tui.cli.main import main

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
DAMAGES = 1000 if FULL else 20
AT_OPENING = (MAIN, JOURNAL)
LOOKED_THROUGH = {
    "generation": "backups/2019-2020.0*.json",
    "old journal": "backups/2019-2020.*.journal",
    "sent revision": "backups/2019-2020.ban-*.json",
    "sent file": "exports/2019-2020/ban-*/*",
}


class Season(NamedTuple):
    """A folder after two sendings, with generations, old journals, changes that are not folded; its backup; every state."""

    folder: Path
    backup: Path
    states: dict[int, dict[str, object]]


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    place = tmp_path_factory.mktemp("season")
    folder = place / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_writer, "ROTATE_AT", 1500)
        begin(folder)
        with store(folder).open(YEAR, write=True) as session:
            for number in range(2):
                send(session, Random(number))
                reject(session)
                for _ in range(12):
                    edit(session)
                    session.fold()
            patch.setattr(store_writer, "ROTATE_AT", 1 << 20)
            for _ in range(12):
                edit(session)
        assert main(["--data", str(folder), "--today", "2019-09-19", "backup", str(place)]) == 0
        crashed_after(folder, lambda session: [edit(session) for _ in range(8)])
    (backup,) = place.glob("*.zip")
    return Season(folder, backup, states_of(folder))


def files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file())


@pytest.mark.long
@pytest.mark.promise("R3")
@pytest.mark.parametrize("name", AT_OPENING)
def test_damage_is_noticed_at_the_next_start(season: Season, tmp_path: Path, name: str) -> None:
    random = Random(name)
    last = max(season.states)
    whole = 0
    for number in range(DAMAGES):
        folder = copy(season.folder, tmp_path, number)
        what, raw = damaged((folder / name).read_bytes(), random)
        (folder / name).write_bytes(raw)
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices, what
            seq = session.dossier.seq
            assert ordered(session.dossier.content) == season.states[seq], what
            if seq < last:
                assert any(f"đến {last}" in notice for notice in session.notices), what
            assert name == JOURNAL or seq == last, what
            whole += seq == last
            session.dossier.set(PHONE, "0911")
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == [], what
            assert session.dossier.undo() is not None
        shutil.rmtree(folder)
    print(f"{name}: {DAMAGES} damages, all noticed; everything there after {whole}")


@pytest.mark.long
@pytest.mark.promise("R3", "R4")
@pytest.mark.parametrize("kind", LOOKED_THROUGH)
def test_damage_of_what_is_kept_is_noticed_the_same_day(season: Season, tmp_path: Path, kind: str) -> None:
    random = Random(kind)
    last = max(season.states)
    for number in range(DAMAGES):
        folder = copy(season.folder, tmp_path, number)
        path = random.choice(files(folder, LOOKED_THROUGH[kind]))
        what, raw = damaged(path.read_bytes(), random)
        path.unlink()  # a generation may be the main file by another name
        path.write_bytes(raw)
        (folder / ".2019-2020.checked").unlink(missing_ok=True)
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == [], what
            assert ordered(session.dossier.content) == season.states[last], what
            told = session.check_kept()
            assert len(told) == 1, (what, path.name, told)
            assert "an toàn" in told[0] or "vẫn" in told[0] or "đã" in told[0]
            for sent in (1, 2):
                assert session.revisions.content(sent) is not None, what
        if kind != "sent file":  # those are a person's: told as long as they are not what was sent
            (folder / ".2019-2020.checked").unlink()
            with store(folder).open(YEAR, write=True) as session:
                assert session.check_kept() == [], what
        # and the main file goes as well
        (folder / MAIN).write_bytes(b"")
        with store(folder).open(YEAR, write=False) as reading:
            assert ordered(reading.dossier.content) == season.states[last], what
        shutil.rmtree(folder)
    print(f"{kind}: {DAMAGES} damages, all noticed")


@pytest.mark.long
@pytest.mark.promise("R3")
def test_damage_of_a_backup_is_noticed_before_anything_is_replaced(season: Season) -> None:
    random = Random("backup")
    raw = season.backup.read_bytes()
    assert decode_backup(raw, "").content.last_sent == 2
    for _ in range(DAMAGES):
        what, made = damaged(raw, random)
        with pytest.raises(Refused, match="Không có gì thay đổi"):
            decode_backup(made, what)
