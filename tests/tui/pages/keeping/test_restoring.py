"""Restoring on the screen: what there is to choose, what would change is looked at first, wrong files are named, undo takes it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from forms.store.system import platform_calls
from tests.builders import example_package, package_bytes
from tests.tui.conftest import NOW, Open, Screen
from tui.jobs.keeping.backing_up import back_up
from tui.jobs.workspace import Workspace
from tui.pages.home.first_start import FirstPage
from tui.pages.home.home import HomePage
from tui.pages.keeping.restore_choice import RestoreChoicePage
from tui.pages.keeping.restore_preview import RestorePreviewPage
from tui.texts.help.keys import Action

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")
Backups = Callable[..., list[Path]]
Files = dict[str, bytes]


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "USB-MAU"
    folder.mkdir()
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: [folder])
    return folder


@pytest.fixture
def real(tmp_path: Path, open_desk: Open) -> Screen:
    """A dossier that is no training copy: the worked example."""
    screen = open_desk(Workspace(tmp_path / "real", day=NOW.date()))
    package = tmp_path / "goi.json"
    package.write_bytes(package_bytes(example_package()))
    screen.type(f"2⏎{package}⏎")
    assert isinstance(screen.page, HomePage)
    return screen


def backed_up(screen: Screen, stick: Path) -> Path:
    (kept,) = back_up(screen.work.workspace.but(chosen_year=YEAR), stick, print)
    return kept.path


def chosen(screen: Screen, row: int = 0) -> Screen:
    """The file in a row, read and looked at."""
    screen.desk.act(Action.RESTORE)
    assert isinstance(screen.page, RestoreChoicePage)
    screen.press(*["down"] * row, "enter")
    return screen


def named(screen: Screen, path: Path) -> Screen:
    screen.desk.act(Action.RESTORE)
    screen.press("end")
    screen.type(f"⏎{path}⏎")
    return screen


def done(screen: Screen) -> Screen:
    assert isinstance(screen.page, RestorePreviewPage), screen.text
    screen.press("end", "enter")
    return screen


def state(screen: Screen) -> tuple[Any, ...]:
    """What is open, and how many changes led there."""
    work = screen.work
    return work.content.tree, work.session.dossier.seq, work.writable


def test_backups_outside_come_first_then_kept_states_then_a_name(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    (stick / "anh.jpg").write_bytes(b"x")
    for phone in ("0901", "0902"):
        screen.work.put(PHONE, phone)
        screen.work.fold()
    screen.desk.act(Action.RESTORE)
    rows = [line[1:].strip() for line in screen.lines[3:6]]
    assert (
        "Sao lưu 2019-2020" in rows[0]
        and "USB USB-MAU" in rows[0]
        and rows[0].startswith("14:05 ngày 19/09/2019")
    )
    assert "Bản tự lưu số 2" in rows[1] and "máy này" in rows[1]
    assert "Bản tự lưu số 1" in rows[2]
    assert "Tệp khác" in screen.text and "anh.jpg" not in screen.text
    assert screen.said.endswith("tap-huan.zip")


def test_where_only_states_of_this_computer_are_seen_a_stick_is_asked_for(
    screen: Screen, stick: Path
) -> None:
    screen.work.put(PHONE, "0901")
    screen.work.fold()
    screen.desk.act(Action.RESTORE)
    assert "Bản tự lưu số 1" in screen.text and "Cắm USB" in screen.said
    screen.press("delete")
    assert screen.desk.said != screen.page.explain()
    screen.press("escape")
    backed_up(screen, stick)
    screen.desk.act(Action.RESTORE)
    assert "Cắm USB" not in screen.said


def test_at_60_columns_what_each_row_is_stands_whole(screen: Screen, stick: Path) -> None:
    screen.desk.resize(60, 20)
    backed_up(screen, stick)
    screen.desk.act(Action.RESTORE)
    assert "Tệp khác: gõ tên tệp" in screen.text and "Sao lưu 2019-2020, 79761099" in screen.text


def test_what_would_change_is_looked_at_and_esc_changes_nothing(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    before = state(screen)
    chosen(screen)
    assert "0909" in screen.text and "Chưa thay gì" in screen.said and "CŨ HƠN" in screen.said
    screen.press("enter")
    assert "dòng cuối" in screen.said
    screen.press("ctrl+z")
    assert isinstance(screen.page, RestorePreviewPage)
    screen.press("escape", "escape")
    assert isinstance(screen.page, HomePage)
    assert state(screen) == before


def test_it_is_replaced_kept_told_and_undone_by_a_key(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    wanted = screen.work.content
    screen.work.put(PHONE, "0909")
    replaced = screen.work.content
    done(chosen(screen))
    assert isinstance(screen.page, HomePage)
    assert screen.work.content == wanted
    assert "Đã khôi phục năm học 2019-2020" in screen.desk.said and "Ctrl+Z" in screen.desk.said
    (kept,) = [word.rstrip(",") for word in screen.desk.said.split() if word.startswith("backups/")]
    screen.press("ctrl+z")
    assert screen.work.content == replaced
    screen.press("ctrl+y")
    assert screen.work.content == wanted
    named(screen, screen.work.workspace.folder / kept)
    assert "0909" in screen.text
    assert done(screen).work.content == replaced


def test_a_kept_state_and_a_package_are_restored_too(screen: Screen, tmp_path: Path) -> None:
    for phone in ("0901", "0902"):
        screen.work.put(PHONE, phone)
        screen.work.fold()
    done(chosen(screen))  # the newest kept one is that before the last
    assert screen.work.content.value(PHONE) == "0901"
    package = example_package()
    package["facility"]["phone"] = "0903"
    package["facility"].pop("code", None)
    path = tmp_path / "goi.json"
    path.write_bytes(package_bytes(package))
    done(named(screen, path))
    assert screen.work.content.value(PHONE) == "0903"


def test_the_same_content_is_said_and_cannot_be_restored(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    before = state(screen)
    chosen(screen)
    assert "giống hệt" in screen.said and "+ Khôi phục" not in screen.text
    assert "Dòng cuối" not in screen.said
    screen.press("x")
    assert "dòng cuối" not in screen.desk.said
    screen.desk.act(Action.REPLACE)
    assert "giống hệt" in screen.desk.said
    assert state(screen) == before


def test_of_the_same_content_nothing_is_said_to_be_lost(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    screen.press("ctrl+z")
    chosen(screen)
    assert "giống hệt" in screen.said and "số 1" not in screen.said.partition("hồ sơ đã đến")[2]
    assert "không còn trong nội dung" not in screen.said


def test_at_the_first_start_it_is_the_move_to_another_computer(
    real: Screen, stick: Path, tmp_path: Path, open_desk: Open
) -> None:
    real.work.put(PHONE, "0909")
    backed_up(real, stick)
    new = open_desk(Workspace(tmp_path / "new", day=NOW.date()))
    assert isinstance(new.page, FirstPage)
    new.type("3⏎⏎")
    assert "Chưa ghi gì" in new.said and "6 trẻ" in new.said
    assert not list((tmp_path / "new").glob("*.json"))
    done(new)
    assert isinstance(new.page, HomePage)
    assert new.work.writable and new.work.content == real.work.content
    assert list(new.work.session.dossier.journal.changes()) == list(
        real.work.session.dossier.journal.changes()
    )
    new.press("ctrl+z")
    assert new.work.content.value(PHONE) != "0909"
    new.work.put(PHONE, "0808")
    new.work.session.close()
    with Store(tmp_path / "new").open(YEAR, write=True) as session:
        assert session.notices == [] and session.dossier.content.value(PHONE) == "0808"


def test_the_first_start_with_nothing_to_choose_says_where_it_looked(
    empty_folder: Screen, stick: Path
) -> None:
    empty_folder.type("3⏎")
    assert "Chưa thấy bản sao lưu" in empty_folder.said
    empty_folder.press("escape")
    assert isinstance(empty_folder.page, FirstPage)


def test_a_report_of_another_school_year_leaves_the_open_one_alone(real: Screen, stick: Path) -> None:
    backed_up(real, stick)
    workspace = real.work.workspace
    with Store(workspace.folder).open(SchoolYear(2020), write=True) as session:
        session.dossier.set(PHONE, "0808")
    real.work.put(PHONE, "0909")
    real.work.move_to(workspace.but(chosen_year=SchoolYear(2020)))
    real.desk.home()
    chosen(real)
    assert "không phải năm học 2020-2021 đang mở" in real.said
    done(real)
    assert real.work.content.year == YEAR and real.work.writable
    assert real.work.content.value(PHONE) != "0909"
    with Store(workspace.folder).open(SchoolYear(2020), write=False) as session:
        assert session.dossier.content.value(PHONE) == "0808"


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damaged(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[:700] + bytes([raw[700] ^ 1]) + raw[701:])


@pytest.mark.parametrize(
    ("hurt", "why"),
    [(half, "chép dở"), (damaged, "hỏng"), (Path.unlink, "không tìm thấy tệp"), (lambda path: shutil.rmtree(path.parent), "không tìm thấy tệp")],
)  # fmt: skip
def test_what_is_not_whole_or_gone_is_named_and_nothing_changes(
    screen: Screen, stick: Path, hurt: Callable[[Path], None], why: str
) -> None:
    path = backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    before = state(screen)
    screen.desk.act(Action.RESTORE)
    hurt(path)
    screen.press("enter")
    assert isinstance(screen.page, RestoreChoicePage)
    assert why in screen.desk.said
    assert state(screen) == before


def test_another_facility_and_the_training_copy_are_refused(
    real: Screen, screen: Screen, stick: Path, tmp_path: Path, open_desk: Open
) -> None:
    path, training = backed_up(real, stick), backed_up(screen, stick)
    other = open_desk(Workspace(tmp_path / "other", day=NOW.date()))
    package = example_package()
    package["facility"]["code"] = "79769999"
    (tmp_path / "khac.json").write_bytes(package_bytes(package))
    other.type(f"2⏎{tmp_path / 'khac.json'}⏎")
    for file, why in ((path, "79769999"), (training, "tập huấn")):
        before = state(other)
        named(other, file)
        assert isinstance(other.page, RestoreChoicePage)
        assert why in other.desk.said
        assert state(other) == before
        other.desk.home()
    other.desk.act(Action.RESTORE)
    assert "tap-huan" not in other.text


def test_a_session_that_only_looks_sees_and_does_not_restore(
    screen: Screen, stick: Path, training: Workspace, open_desk: Open
) -> None:
    backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    looking = open_desk(Workspace(training.folder, training=True))
    assert not looking.work.writable
    before = state(looking)
    chosen(looking)
    assert "0909" in looking.text and "chỉ để xem" in looking.said and "+ Khôi phục" not in looking.text
    looking.desk.act(Action.REPLACE)
    assert "chỉ để xem" in looking.desk.said
    assert state(looking) == before


def test_what_was_changed_meanwhile_is_not_replaced(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    chosen(screen)
    screen.work.put(PHONE, "0808")
    before = state(screen)
    done(screen)
    assert "vừa được sửa" in screen.desk.said
    assert state(screen) == before


def test_a_full_disk_leaves_the_dossier_as_it_was(
    screen: Screen, stick: Path, full_disk: Callable[[], Callable[[], None]]
) -> None:
    backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    before = state(screen)
    chosen(screen)
    empty = full_disk()
    done(screen)
    assert "Đĩa đầy" in screen.desk.said
    assert state(screen) == before
    empty()
    done(screen)
    assert screen.work.content.value(PHONE) != "0909"


def test_names_in_capitals_and_copies_are_seen(screen: Screen, stick: Path) -> None:
    path = backed_up(screen, stick)
    path.rename(stick / path.name.upper().replace(".ZIP", " (2).ZIP"))
    screen.work.put(PHONE, "0909")
    done(chosen(screen))
    assert screen.work.content.value(PHONE) != "0909"


def test_a_stick_that_is_pulled_out_before_the_list_is_no_trouble(screen: Screen, stick: Path) -> None:
    stick.rmdir()
    screen.desk.act(Action.RESTORE)
    assert "Tệp khác" in screen.text


def test_esc_while_it_is_being_read_gives_up(screen: Screen, stick: Path) -> None:
    backed_up(screen, stick)
    screen.work.put(PHONE, "0909")
    before = state(screen)
    screen.terminal.holds = True
    chosen(screen)
    assert "Đang đọc" in screen.text
    screen.press("escape")
    screen.terminal.carry_out()
    assert isinstance(screen.page, RestoreChoicePage)
    assert state(screen) == before
