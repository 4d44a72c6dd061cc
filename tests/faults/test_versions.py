"""Files of earlier versions: taken as they are, kept before they are brought up, never by halves; those of a later one refused.

``data/versions`` holds what six versions left behind, each by its own command line and a sudden end: imported, sent and
refused where it could send, edited, two changes not folded; ``expected.json`` is what that version exported then.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.sent_revisions import all_sent
from forms.model.errors import NewerSchema, NhomtreError
from forms.report.figures import FiguresOf
from forms.report.report import check_code
from forms.store import main_file
from forms.store.documents import tables_of
from forms.store.main_file import SCHEMA, STEPS, read_main
from forms.store.store import Store
from tests.faults.editing import YEAR, clock, ordered, replay
from tests.faults.injection import (
    ENDED,
    ERRORS,
    JOURNAL,
    MAIN,
    PHONE,
    VIETNAMESE,
    calls_of,
    copy,
    crashed_after,
    end_at,
    every_call,
    fail_at,
    in_a_child,
    newest,
)
from tests.faults.sending import snapshot
from tui.cli.main import main

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
STEP = 1 if FULL else 13
VERSIONS = Path(__file__).parents[1] / "data" / "versions"
NAMES = sorted(path.name for path in VERSIONS.iterdir())
RECORDS = ("facility", "classes", "children", "staff", "cells")


def store(folder: Path) -> Store:
    """On a day after those on which the versions were used."""
    return Store(folder, lambda: clock() + timedelta(days=2), "thử")


def nhomtre(folder: Path, *words: str) -> int:
    return main(["--data", str(folder), "--today", "2019-09-21", *words])


@pytest.fixture(params=NAMES)
def left(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """What a version left behind."""
    folder = copy(VERSIONS / request.param, tmp_path, "data")
    (folder / "expected.json").unlink()
    return folder


def schema_of(path: Path) -> Any:
    return json.loads(path.read_bytes().partition(b"\n")[0])["schema"]


@pytest.mark.promise("R10")
def test_there_is_one_of_every_schema_and_a_step_from_each() -> None:
    assert {schema_of(VERSIONS / name / MAIN) for name in NAMES} == set(range(1, SCHEMA + 1))
    assert sorted(STEPS) == list(range(1, SCHEMA))


@pytest.mark.promise("R10")
@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_as_that_version_read_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(VERSIONS / name, tmp_path, "data")
    before = snapshot(folder)
    expected = json.loads((folder / "expected.json").read_bytes())
    assert nhomtre(folder, "export", "json", "-o", "-") == 0
    package = json.loads(capsys.readouterr().out)
    assert {part: package.get(part) for part in RECORDS} == {part: expected.get(part) for part in RECORDS}
    assert package["facility"]["phone"] == "0901"
    # that it was handed out is noted beside
    assert snapshot(folder).items() >= before.items()


@pytest.mark.promise("R10")
def test_it_is_kept_before_it_is_brought_up_and_its_history_goes_on(left: Path) -> None:
    old, wanted = (left / MAIN).read_bytes(), newest(left)
    number = json.loads(old.partition(b"\n")[0])["gen"]
    with store(left).open(YEAR, write=True) as session:
        assert session.notices == []
        assert session.came_back is not None
        assert ordered(session.dossier.content) == wanted
        session.dossier.set(PHONE, "0904")
    assert schema_of(left / MAIN) == SCHEMA
    (kept,) = (left / "backups").glob(f"2019-2020.{number:06}.*.json")
    assert kept.read_bytes() == old
    with store(left).open(YEAR, write=True) as session:
        assert session.notices == []
        changes = list(session.dossier.journal.changes())
        assert [change.seq for change in changes] == list(range(1, session.dossier.seq + 1))
        assert ordered(replay(changes)) == ordered(session.dossier.content)
        while session.dossier.undo() is not None:
            pass
        # back to the last sending, or to the beginning
        last = session.dossier.content.last_sent
        assert session.dossier.content.facility.get("phone") == (None if not last else "02438250000") or last
        for each in all_sent(session.dossier.content):
            pinned = session.revisions.content(each.number)
            assert pinned is not None
            assert check_code(pinned, FiguresOf()(pinned)) == each.code


@pytest.mark.promise("R10")
def test_what_it_sent_is_verified(left: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for package in left.glob("exports/*/ban-1/*.json"):
        assert nhomtre(left, "verify", str(package)) == 0
        assert "bản 1" in capsys.readouterr().out.casefold()


def bring_up(folder: Path) -> None:
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0904")


@pytest.mark.long
@pytest.mark.promise("R10")
def test_it_may_end_at_every_call_while_it_is_brought_up(left: Path, tmp_path: Path) -> None:
    old = newest(left)
    after = {**old, "facility": {**old["facility"], "phone": "0904"}}  # type: ignore[dict-item]
    twin = copy(left, tmp_path, "twin")
    calls = len(calls_of(lambda: bring_up(twin)))
    for number in range(1, calls + 1, STEP):
        folder = copy(left, tmp_path, number)
        assert in_a_child(partial(bring_up, folder), end_at(number)) == ENDED
        assert newest(folder) in (old, after), number
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            assert ordered(session.dossier.content) in (old, after), number
        assert schema_of(folder / MAIN) == SCHEMA
        shutil.rmtree(folder)


@pytest.mark.long
@pytest.mark.promise("R10", "R2")
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
def test_every_call_may_fail_while_it_is_brought_up(left: Path, tmp_path: Path, code: int) -> None:
    old = newest(left)
    after = {**old, "facility": {**old["facility"], "phone": "0904"}}  # type: ignore[dict-item]
    twin = copy(left, tmp_path, "twin")
    calls = len(calls_of(lambda: bring_up(twin)))
    for number in range(1 + ERRORS.index(code) % STEP, calls + 1, STEP):
        folder, told = copy(left, tmp_path, number), ""
        with every_call(fail_at(number, code)):
            try:
                bring_up(folder)
            except NhomtreError as error:
                told = str(error)
        assert not told or VIETNAMESE & set(told)
        assert newest(folder) in (old, after), number
        with store(folder).open(YEAR, write=True) as session:
            assert not any("hỏng" in notice for notice in session.notices)
        assert schema_of(folder / MAIN) == SCHEMA
        shutil.rmtree(folder)


# Two versions on one file

OTHER_VERSION = """
import sys
from forms.store import main_file
from forms.store.documents import tables_of
schema = int(sys.argv[1])
for step in range(main_file.SCHEMA, schema):
    main_file.STEPS[step] = lambda fields, tables: (fields, tables)
main_file.SCHEMA = schema
from tui.cli.main import main
sys.exit(main(sys.argv[2:]))
"""


def version(schema: int, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command of a version of that schema, in a process of its own."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            OTHER_VERSION,
            str(schema),
            "--data",
            str(folder),
            "--today",
            "2019-09-21",
            *words,
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )


@pytest.mark.promise("R32", "R10")
@pytest.mark.parametrize("name", NAMES if FULL else NAMES[:: len(NAMES) - 1])
def test_an_earlier_version_refuses_what_a_later_one_wrote_and_the_later_one_goes_on(
    name: str, tmp_path: Path
) -> None:
    left = copy(VERSIONS / name, tmp_path, "data")
    assert version(SCHEMA + 1, left, "tables").returncode == 0
    assert schema_of(left / MAIN) <= SCHEMA, "looking brings nothing up"
    assert nhomtre(left, "derive") == 0
    assert version(SCHEMA + 1, left, "derive").returncode == 0
    assert schema_of(left / MAIN) in (SCHEMA, SCHEMA + 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(STEPS, SCHEMA, lambda fields, tables: (fields, tables))
        patch.setattr(main_file, "SCHEMA", SCHEMA + 1)
        with store(left).open(YEAR, write=True) as session:
            session.dossier.set(PHONE, "0905")
    assert schema_of(left / MAIN) == SCHEMA + 1
    before = snapshot(left)
    for words in (
        ("tables",),
        ("derive",),
        ("check",),
        ("export", "json"),
        ("history",),
        ("backup", str(left)),
    ):
        refused = version(SCHEMA, left, *words)
        assert refused.returncode == 3, words
        assert "bản nhomtre mới hơn" in refused.stderr
        assert "Dữ liệu không bị thay đổi" in refused.stderr
        assert not refused.stdout
    assert {path: data for path, (_, data) in snapshot(left).items() if not path.endswith(".lock")} == {
        path: data for path, (_, data) in before.items() if not path.endswith(".lock")
    }
    again = version(SCHEMA + 1, left, "export", "json", "-o", "-")
    assert json.loads(again.stdout)["facility"]["phone"] == "0905"


@pytest.mark.promise("R32")
def test_a_later_version_waits_for_a_session_of_an_earlier_one(tmp_path: Path) -> None:
    """The program is brought up while a session of the version before runs on."""
    folder = tmp_path / "data"
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        refused = version(SCHEMA + 1, folder, "derive")
        assert refused.returncode == 3
        assert "đang mở" in refused.stderr
        assert version(SCHEMA + 1, folder, "check").returncode in (0, 1)
        session.dossier.set(PHONE, "2")
        session.fold()
    assert version(SCHEMA + 1, folder, "export", "json", "-o", "-").returncode == 0
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
        assert session.dossier.content.value(PHONE) == "2"


@pytest.mark.promise("R32")
@pytest.mark.parametrize("name", [name for name in NAMES if schema_of(VERSIONS / name / MAIN) < SCHEMA])
def test_a_session_of_an_earlier_version_that_ended_suddenly_is_gone_on_with(
    name: str, tmp_path: Path
) -> None:
    folder = copy(VERSIONS / name, tmp_path, "data")
    wanted = newest(folder)
    # the later version ends suddenly as well, before it folds
    crashed_after(folder, lambda session: session.dossier.set(PHONE, "0906"))
    assert schema_of(folder / MAIN) == SCHEMA, "an earlier one would not know the lines that follow"
    assert newest(folder) == {**wanted, "facility": {**wanted["facility"], "phone": "0906"}}  # type: ignore[dict-item]


@pytest.mark.promise("R10")
@pytest.mark.parametrize("schema", ["x", None, 0, -1, 1.5, SCHEMA + 1, SCHEMA + 10**9])
def test_a_schema_that_there_is_not_is_damaged_or_newer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: Any
) -> None:
    folder = copy(VERSIONS / NAMES[-1], tmp_path, "data")
    main = read_main(folder / MAIN)
    assert main is not None
    wanted = newest(folder)
    with monkeypatch.context() as patch:
        patch.setattr(main_file, "SCHEMA", schema)
        raw = main_file.encode_main(main.header, tables_of(main.content))
    (folder / MAIN).write_bytes(raw)
    if isinstance(schema, int) and schema > SCHEMA:
        with pytest.raises(NewerSchema):
            newest(folder)
        assert (folder / MAIN).read_bytes() == raw
    else:
        assert newest(folder) == wanted
        with store(folder).open(YEAR, write=True) as session:
            assert f"Tệp {MAIN} bị hỏng." in session.notices[0]
    assert (folder / JOURNAL).is_file()
