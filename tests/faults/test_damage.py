"""Damaged and lost files: noticed, kept aside, and the newest good state opened."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from forms.dossier.content import Edit
from forms.dossier.dossier import Change
from forms.dossier.roster import SchoolYear
from forms.model.errors import DamagedFile
from forms.sets.mn2019.form import FORM
from forms.store.chain.journal_lines import encode_change, sum_of
from forms.store.main_file import read_main
from tests.faults.editing import YEAR, ordered
from tests.faults.injection import JOURNAL, MAIN, PHONE, copy, generations, newest, store


def damaged_main(sample: Path, tmp_path: Path, damages: Iterator[bytes]) -> int:
    wanted = newest(sample)
    count = 0
    for raw in damages:
        count += 1
        folder = copy(sample, tmp_path, count)
        (folder / MAIN).write_bytes(raw)
        with store(folder).open(YEAR, write=False) as session:
            assert "hỏng" in session.notices[0]
            assert ordered(session.dossier.content) == wanted
        assert (folder / MAIN).read_bytes() == raw, "a reader changed something"
        with store(folder).open(YEAR, write=True) as session:
            assert "bản lưu số" in session.notices[0]
            assert ordered(session.dossier.content) == wanted
            kept = [name for name in os.listdir(folder / "backups") if name.endswith(".hong")]
            assert [(folder / "backups" / name).read_bytes() for name in kept] == [raw]
            assert kept[0] in " ".join(session.notices)
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
        shutil.rmtree(folder)
    return count


@pytest.mark.promise("R3")
@pytest.mark.slow
def test_a_main_file_cut_anywhere_is_noticed_and_replaced(sample: Path, tmp_path: Path) -> None:
    raw = (sample / MAIN).read_bytes()
    points = sorted({*range(0, len(raw), max(1, len(raw) // 58)), 1, len(raw) - 1})
    assert damaged_main(sample, tmp_path, (raw[:point] for point in points)) >= 60


@pytest.mark.promise("R3")
def test_zeroed_pages_of_the_main_file_are_noticed(sample: Path, tmp_path: Path) -> None:
    raw = (sample / MAIN).read_bytes()
    page = 512
    pages = (
        raw[:start] + bytes(min(page, len(raw) - start)) + raw[start + page :]
        for start in range(0, len(raw), page)
    )
    assert damaged_main(sample, tmp_path, pages)


@pytest.mark.promise("R3")
@pytest.mark.slow
def test_every_flipped_bit_of_the_main_file_is_noticed(sample: Path, tmp_path: Path) -> None:
    raw = (sample / MAIN).read_bytes()
    random = Random(100)

    def flipped() -> Iterator[bytes]:
        for number in range(100):
            # a third of them in the header
            at = random.randrange(raw.index(b"\n") + 1 if number % 3 == 0 else len(raw))
            yield raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]

    assert damaged_main(sample, tmp_path, flipped()) == 100


@pytest.mark.promise("R3")
@pytest.mark.parametrize("content", [b"", b"null", b"{}", b"{}\n{}\n", b"\0" * 4096])
def test_an_empty_file_is_damage_not_a_new_dossier(sample: Path, tmp_path: Path, content: bytes) -> None:
    assert damaged_main(sample, tmp_path, iter([content])) == 1


def test_a_missing_main_file_is_made_again(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    (folder / MAIN).unlink()
    with store(folder).open(YEAR, write=True) as session:
        assert "Không thấy tệp" in session.notices[0]
        assert ordered(session.dossier.content) == newest(sample)
    assert newest(folder) == newest(sample)


@pytest.mark.promise("R4")
def test_with_the_newest_generation_damaged_too_the_one_before_is_taken(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    (folder / MAIN).write_bytes(b"")
    generations(folder)[-1].write_bytes(b"\0" * 100)
    with store(folder).open(YEAR, write=True) as session:
        assert "1 bản lưu cũng hỏng" in session.notices[0]
        assert ordered(session.dossier.content) == newest(sample)


@pytest.mark.promise("R4")
def test_the_journal_alone_gives_everything_when_it_is_whole(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    shutil.rmtree(folder / "backups")
    (folder / MAIN).write_bytes(b"")
    with store(folder).open(YEAR, write=True) as session:
        assert "dựng lại từ nhật ký" in session.notices[0]
        assert ordered(session.dossier.content) == newest(sample)


@pytest.mark.promise("R4")
def test_with_everything_damaged_opening_is_refused_and_nothing_touched(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    for path in (folder / MAIN, folder / JOURNAL, *generations(folder)):
        path.write_bytes(b"\0" * path.stat().st_size)
    for write in (True, False):
        with pytest.raises(DamagedFile, match="khôi phục"):
            store(folder).open(YEAR, write=write)
    assert set((folder / MAIN).read_bytes()) == {0}
    assert [name for name in os.listdir(folder / "backups") if name.endswith(".hong")] == []


@pytest.mark.parametrize("raw", [b"\0" * 300, b'{"at":\n', b"garbage"])
def test_a_damaged_journal_alone_is_not_an_empty_dossier(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(raw)
    with pytest.raises(DamagedFile):
        store(tmp_path).open(YEAR, write=True)
    assert (tmp_path / JOURNAL).read_bytes() == raw


@pytest.mark.promise("R3")
def test_a_journal_cut_in_its_first_line_is_damage_once_a_change_was_acknowledged(tmp_path: Path) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0909")
        assert session.writer is not None
        session.writer.release()
    raw = (tmp_path / JOURNAL).read_bytes()[:30]
    (tmp_path / JOURNAL).write_bytes(raw)
    for write in (False, True):
        with pytest.raises(DamagedFile, match="không còn bản lưu nào"):
            store(tmp_path).open(YEAR, write=write)
    assert (tmp_path / JOURNAL).read_bytes() == raw


def test_a_torn_last_line_is_dropped_and_said(sample: Path, tmp_path: Path) -> None:
    raw = (sample / JOURNAL).read_bytes()
    last = raw[:-1].rfind(b"\n") + 1
    for point in range(last + 1, len(raw), 40):
        folder = copy(sample, tmp_path, point)
        (folder / JOURNAL).write_bytes(raw[:point])
        with store(folder).open(YEAR, write=False) as session:
            assert "ghi dở" in session.notices[0]
        assert (folder / JOURNAL).read_bytes() == raw[:point]
        with store(folder).open(YEAR, write=True) as session:
            assert "ghi dở" in session.notices[0]
            assert (folder / JOURNAL).read_bytes() == raw[:last]
            number = session.dossier.seq
            session.dossier.set(PHONE, "0911")
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            assert session.dossier.seq == number + 1 == len(list(session.dossier.journal.changes()))


@pytest.mark.promise("R3")
@pytest.mark.slow
def test_a_damaged_line_ends_what_can_be_trusted_and_all_of_it_is_kept(sample: Path, tmp_path: Path) -> None:
    raw = (sample / JOURNAL).read_bytes()
    folded = json.loads((sample / MAIN).read_bytes().partition(b"\n")[0])
    random = Random(7)
    for number in range(40):
        at = random.randrange(folded["journal"], len(raw) - 1)
        folder = copy(sample, tmp_path, number)
        bad = raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]
        (folder / JOURNAL).write_bytes(bad)
        good = raw[:at].count(b"\n")
        with store(folder).open(YEAR, write=True) as session:
            assert session.dossier.seq == good >= folded["seq"]
            assert "Nhật ký bị hỏng" in session.notices[0]
            assert (folder / "backups" / f"{JOURNAL}.1.hong").read_bytes() == bad
            session.dossier.set(PHONE, "0911")
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            assert session.dossier.undo() is not None


def test_damage_in_old_lines_is_said_and_leaves_the_content_and_the_newer_changes(
    sample: Path, tmp_path: Path
) -> None:
    raw = (sample / JOURNAL).read_bytes()
    for number, bad in enumerate((raw.replace(b'"kind"', b'"kinf"', 1), raw[:700] + raw[701:])):
        folder = copy(sample, tmp_path, number)
        (folder / JOURNAL).write_bytes(bad)
        with store(folder).open(YEAR, write=False) as session:
            assert "hỏng ở những thay đổi cũ" in session.notices[0]
            assert ordered(session.dossier.content) == newest(sample)
        with store(folder).open(YEAR, write=True) as session:
            assert "hỏng ở những thay đổi cũ" in session.notices[0]
            assert (folder / "backups" / f"{JOURNAL}.1.hong").read_bytes() == bad
            assert ordered(session.dossier.content) == newest(sample)
            count = len(list(session.dossier.journal.changes()))
            assert 12 < count < session.dossier.seq
            session.dossier.undo()
            session.dossier.set(PHONE, "0911")
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            assert len(list(session.dossier.journal.changes())) == count + 2


@pytest.mark.promise("R3")
def test_a_main_file_newer_than_the_journal_holds(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    lines = (folder / JOURNAL).read_bytes().splitlines(keepends=True)
    (folder / JOURNAL).write_bytes(b"".join(lines[:5]))
    with store(folder).open(YEAR, write=True) as session:
        number = json.loads((folder / MAIN).read_bytes().partition(b"\n")[0])["seq"]
        assert session.dossier.seq == number
        assert "Nhật ký thiếu" in session.notices[0]
        assert session.dossier.undo() is None
        session.dossier.set(PHONE, "0911")
        assert session.dossier.undo() is not None
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
        assert session.dossier.redo() is not None


def test_a_change_that_does_not_fit_is_damage(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    with store(folder).open(YEAR, write=False) as session:
        number = session.dossier.seq
    line = encode_change(
        Change(number + 1, "2019-09-19T09:00:00", "thử", (Edit(PHONE, "never there", "1"),)),
        FORM,
        sum_of((folder / JOURNAL).read_bytes()),
    )
    with (folder / JOURNAL).open("ab") as file:
        file.write(line)
    with store(folder).open(YEAR, write=True) as session:
        assert session.dossier.seq == number
        assert "Nhật ký bị hỏng" in session.notices[0]


def test_what_was_opened_after_damage_is_written_under_its_own_number(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    store(folder).open(YEAR, write=True).close()
    wanted = newest(folder)
    for _ in range(2):
        (folder / MAIN).write_bytes((folder / MAIN).read_bytes()[:-9])
        with store(folder).open(YEAR, write=True) as session:
            seq = session.dossier.seq
            main = read_main(folder / MAIN)
            assert main is not None
            assert main.header.seq == seq
        assert newest(folder) == wanted


def test_the_main_file_of_another_year_is_told_and_not_opened(sample: Path, tmp_path: Path) -> None:
    folder, later = copy(sample, tmp_path, "data"), SchoolYear(2020)
    with store(folder).open(later, write=True) as session:
        session.dossier.set(PHONE, "0909")
    wanted = newest(folder)
    shutil.copy(folder / "2020-2021.json", folder / MAIN)
    with store(folder).open(YEAR, write=True) as session:
        assert "năm học khác" in session.notices[0]
        assert ordered(session.dossier.content) == wanted
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
    for path in sorted((folder / "backups").glob("2019-2020.0*.json")):
        shutil.copy(folder / "2020-2021.json", path)
    (folder / MAIN).write_bytes(b"")
    (folder / JOURNAL).unlink()
    with pytest.raises(DamagedFile, match="không còn bản lưu nào"):
        store(folder).open(YEAR, write=False)


@pytest.mark.promise("R3")
@pytest.mark.parametrize("left", [0, 1, 20])
def test_an_old_journal_is_never_taken_for_one_that_was_being_begun(tmp_path: Path, left: int) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    (tmp_path / "backups").mkdir(exist_ok=True)
    raw = (tmp_path / JOURNAL).read_bytes()
    (tmp_path / "backups" / "2019-2020.000001-000001.journal").write_bytes(raw[:left])
    for name in (MAIN, JOURNAL, ".2019-2020.head"):
        (tmp_path / name).unlink()
    for write in (False, True):
        with pytest.raises(DamagedFile, match="không còn bản lưu nào"):
            store(tmp_path).open(YEAR, write=write)


def test_a_file_under_the_name_of_another_year_is_called_so(tmp_path: Path) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0909")
    (tmp_path / MAIN).rename(tmp_path / "2020-2021.json")
    with pytest.raises(DamagedFile, match=r"2020-2021\.json là hồ sơ của một năm học khác") as told:
        store(tmp_path).open(SchoolYear(2020), write=False)
    assert "bị hỏng" not in str(told.value) and "trả tệp về đúng tên" in str(told.value)
