"""Clocks that jump, other zones, summer time, the end of a year: numbers order files and changes, never times."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from forms.store.store import Store
from tests.forms.store_cases import MAIN, PHONE, YEAR, ZONE, Clock

SUMMER = ZoneInfo("Europe/Berlin")
JUMPS: dict[str, Sequence[datetime]] = {
    "back a year": [datetime(2019, 9, 19, 8, tzinfo=ZONE), datetime(2018, 9, 19, 8, tzinfo=ZONE)],
    "to the beginning": [datetime(2019, 9, 19, 8, tzinfo=ZONE), datetime(1970, 1, 1, tzinfo=ZONE)],
    "far ahead and back": [
        datetime(2019, 9, 19, 8, tzinfo=ZONE),
        datetime(2099, 1, 1, tzinfo=ZONE),
        datetime(2019, 9, 19, 9, tzinfo=ZONE),
    ],
    "end of the year": [datetime(2019, 12, 31, 23, 59, 59, tzinfo=ZONE), datetime(2020, 1, 1, tzinfo=ZONE)],
    "leap day": [datetime(2020, 2, 29, 23, tzinfo=ZONE), datetime(2020, 3, 1, 1, tzinfo=ZONE)],
    "another zone": [datetime(2019, 9, 19, 8, tzinfo=ZONE), datetime(2019, 9, 19, 1, 1, tzinfo=UTC)],
    "summer time ends": [
        datetime(2019, 10, 27, 2, 30, tzinfo=SUMMER),
        datetime(2019, 10, 27, 2, 30, fold=1, tzinfo=SUMMER),
        datetime(2019, 10, 27, 3, 1, tzinfo=SUMMER),
    ],
}
GOES_BACK = {"back a year": 1, "to the beginning": 1, "far ahead and back": 1, "another zone": 1}
"""How often the hands of the clock stand before where they stood: the hour of another zone as well."""


@pytest.mark.promise("R9")
@pytest.mark.parametrize("jump", JUMPS)
def test_changes_and_generations_keep_their_order(store: Store, clock: Clock, jump: str) -> None:
    moments = JUMPS[jump]
    warned = 0
    for number, moment in enumerate(moments, 1):
        clock.now = moment
        with store.open(YEAR, write=True) as session:
            warned += sum("Đồng hồ máy lùi" in notice for notice in session.notices)
            assert all("Đồng hồ" in notice for notice in session.notices)
            session.dossier.set(PHONE, str(number))
    assert warned == GOES_BACK.get(jump, 0)
    clock.now += timedelta(minutes=1)
    with store.open(YEAR, write=False) as session:
        changes = list(session.dossier.journal.changes())
        assert [change.edits[0].new for change in changes] == [str(n) for n in range(1, len(moments) + 1)]
        assert [change.at for change in changes] == [
            moment.isoformat(timespec="seconds") for moment in moments
        ]
        assert session.dossier.content.value(PHONE) == str(len(moments))
    # the newest state comes from the newest number, whatever its day
    (store.folder / MAIN).write_bytes(b"")
    with store.open(YEAR, write=True) as session:
        assert session.dossier.content.value(PHONE) == str(len(moments))
        assert f"bản lưu số {len(moments) - 1} " in session.notices[0]
    assert numbers(store.folder) == sorted(numbers(store.folder))


def numbers(folder: Path) -> list[int]:
    files = [*sorted((folder / "backups").glob("2019-2020.0*.json")), folder / MAIN]
    return [json.loads(path.read_bytes().partition(b"\n")[0])["gen"] for path in files]
