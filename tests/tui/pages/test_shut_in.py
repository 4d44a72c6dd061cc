"""Where a run is shut in its folder: every prompt for a file or folder refuses what lies outside, and offers what was handed in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from forms.package.writer import write
from forms.store.system import system_words
from forms.store.system.named_paths import ARRIVALS
from tests.builders import example_package, package_bytes
from tests.tui.conftest import NOW, Open, Screen
from tests.tui.page_driver import send
from tui.desk.kinds.file_choice import choose_file
from tui.desk.kinds.folder_choice import choose_folder
from tui.desk.page_names import PageName
from tui.desk.sessions.neighbour import Neighbour
from tui.jobs.sessions.sharing import Sharing
from tui.jobs.workspace import Workspace, training_workspace
from tui.pages.home.home import HomePage
from tui.texts import file_words
from tui.texts.help.keys import Action
from tui.texts.sessions import keeping_words

pytestmark = pytest.mark.slow

REFUSAL = system_words.OUTSIDE.format(arrivals=ARRIVALS)


@pytest.fixture
def inside(shut_in: Path, training_folder: Path, open_desk: Open) -> Screen:
    """The training copy in the folder of an account."""
    shutil.copytree(training_folder, shut_in, dirs_exist_ok=True)
    (shut_in / "exports").mkdir(exist_ok=True)
    return open_desk(training_workspace(shut_in, None, None))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file of somebody else."""
    path = tmp_path / "others" / "secret.json"
    path.parent.mkdir()
    path.write_bytes(package_bytes(example_package()))
    return path


def page(name: PageName) -> Callable[[Screen], None]:
    return lambda screen: screen.desk.open(name)


def restore(screen: Screen) -> None:
    screen.desk.act(Action.RESTORE)
    screen.press("end", "enter")


def back_up(screen: Screen) -> None:
    screen.desk.act(Action.BACK_UP)
    screen.press("end", "enter")


def copy(screen: Screen) -> None:
    choose_folder(screen.desk, "Ra đâu?", "Thư mục:", lambda folder: pytest.fail(str(folder)))
    screen.press("end", "enter")


def answer(screen: Screen) -> None:
    if not screen.work.content.last_sent:
        send(screen)
    screen.desk.act(Action.REPLIES)
    screen.type("‹f10›⏎‹end›⏎")


def begin(screen: Screen) -> None:
    screen.desk.begin(screen.work, PageName.FIRST_START)
    screen.press("2", "enter")


def rescue(screen: Screen) -> None:
    """The dossier went away while it is open."""
    said: list[str] = []
    neighbour = Neighbour(Sharing(screen.work, write), said.append, screen.desk.ask, lambda: None)
    neighbour.deeds[Action.RESCUE]()
    screen.press("end", *["backspace"] * 200)


PROMPTS = {
    "import": page(PageName.IMPORT),
    "fill": page(PageName.FILL),
    "compare": page(PageName.COMPARE),
    "restore": restore,
    "back up": back_up,
    "copy": copy,
    "answer": answer,
    "begin": begin,
    "rescue": rescue,
}


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_prompt_refuses_what_lies_outside(inside: Screen, outside: Path, prompt: str) -> None:
    link = inside.work.workspace.data_folder / ARRIVALS / ".link"
    link.symlink_to(outside.parent)
    for name in (outside, outside.with_name("nothing.json"), outside.parent, link, link / outside.name):
        inside.desk.home()
        PROMPTS[prompt](inside)
        inside.desk.paste(str(name))
        inside.press("enter")
        assert inside.desk.said == REFUSAL, name


def test_a_file_that_was_handed_in_is_offered_first(inside: Screen, shut_in: Path) -> None:
    (shut_in / ARRIVALS / "danh-sach.csv").write_text("Họ tên;Ngày sinh\nPhan Mẫu Mới;7/5/2016\n", "utf-8")
    inside.desk.open(PageName.IMPORT)
    assert file_words.CHOOSE_FILE in inside.text and "danh-sach.csv" in inside.text
    inside.press("enter")
    assert "danh-sach.csv" in inside.lines[0] and file_words.CHOOSE_FILE not in inside.text


def test_another_one_is_named_without_its_folder(inside: Screen, shut_in: Path) -> None:
    for name in ("b.csv", "a.csv"):
        (shut_in / ARRIVALS / name).write_text("Họ tên;Ngày sinh\nPhan Mẫu Mới;7/5/2016\n", "utf-8")
    chosen: list[Path] = []
    choose_file(inside.desk, "Tên tệp:", chosen.append)
    inside.type("‹end›⏎a.csv⏎")
    assert chosen == [shut_in / ARRIVALS / "a.csv"]


def test_a_package_begins_the_report(shut_in: Path, open_desk: Open) -> None:
    (shut_in / ARRIVALS / "goi.json").write_bytes(package_bytes(example_package()))
    screen = open_desk(Workspace(shut_in, day=NOW.date()))
    screen.press("2", "enter", "enter")
    assert isinstance(screen.page, HomePage)


def test_a_backup_goes_to_where_files_are_fetched_and_comes_back_from_there(
    inside: Screen, shut_in: Path
) -> None:
    inside.desk.act(Action.BACK_UP)
    inside.press("enter")
    (backup,) = (shut_in / "exports").glob("*.zip")
    backup.rename(shut_in / ARRIVALS / backup.name)
    inside.desk.act(Action.RESTORE)
    assert backup.name in inside.said
    inside.press("enter")
    assert keeping_words.PREVIEW_TITLE in inside.text


def test_a_dossier_that_went_away_is_written_inside(inside: Screen, shut_in: Path) -> None:
    path = Sharing(inside.work, write).suggested_file()
    assert path == shut_in / ARRIVALS / "2019-2020.json"
