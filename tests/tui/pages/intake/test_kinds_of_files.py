"""One door: whatever file is named, the screen and the command line take in the same, or say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.model.errors import Refused
from tests.exports.other_books import (
    OTHERS,
    ods,
    ods_row,
    ods_table,
    ods_text,
    ods_value,
    xlsb,
    xlsb_cell,
    xlsb_row,
)
from tests.office_folder import package_of
from tests.tui.conftest import Screen
from tui.cli.main import main
from tui.desk.page_names import PageName
from tui.jobs.intake.adopting import adopt_on_screen
from tui.pages.intake.intake_preview import IntakePage
from tui.texts.records import intake_words

pytestmark = pytest.mark.slow

HEAD, NAME = ("Họ và tên", "Ngày sinh", "Giới tính"), "Trần Thị Mẫu"
LISTS: dict[str, bytes] = {
    "ods": ods(
        ods_table(
            "Trẻ",
            ods_row(*map(ods_text, HEAD)),
            ods_row(ods_text(NAME), ods_value("date", "2016-05-07"), ods_text("Nữ")),
        )
    ),
    "xlsb": xlsb(
        {
            "Trẻ": [
                xlsb_row(0, *(xlsb_cell(column, title) for column, title in enumerate(HEAD))),
                xlsb_row(1, xlsb_cell(0, NAME), xlsb_cell(1, 42497.0, style=1), xlsb_cell(2, "Nữ")),
            ]
        }
    ),
    "page": f"<table><tr><th>{'<th>'.join(HEAD)}<tr><td>{NAME}<td>07/05/2016<td>Nữ</table>".encode(),
    "csv": f"{';'.join(HEAD)}\n{NAME};7/5/2016;Nữ\n".encode("utf-8-sig"),
    "tsv": "\t".join((*HEAD, "\n"[:0])).encode("utf-16") + f"\r\n{NAME}\t7/5/2016\tNữ\t".encode("utf-16")[2:],
}


def on_screen(screen: Screen, path: Path) -> None:
    screen.desk.open(PageName.IMPORT)
    screen.type(f"{path}⏎")


NAMED_WRONGLY = [
    (kind, ending)
    for kind in LISTS
    for ending in (".xlsx", ".xls", ".json", "")
    # text that is called a package is told as one
    if not (ending == ".json" and kind in ("page", "csv"))
]


@pytest.mark.parametrize(("kind", "ending"), NAMED_WRONGLY)
def test_a_list_is_taken_whatever_its_name_says(
    screen: Screen, tmp_path: Path, kind: str, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"danh-sach{ending}"
    path.write_bytes(LISTS[kind])
    folder = str(tmp_path / "data")
    words = ["--data", folder, "--today", "2019-09-19", "--year", "2019-2020"]
    assert main([*words, "import", str(path)]) == 0
    told = capsys.readouterr().err
    assert "1" in told
    assert (intake_words.INTAKE_HALF_SEEN in told) == (kind == "xlsb")
    assert main([*words, "export", "json", "-o", str(tmp_path / "out.json")]) == 0
    package = (tmp_path / "out.json").read_text("utf-8")
    assert NAME in package
    assert "2016-05-07" in package
    on_screen(screen, path)
    assert isinstance(screen.page, IntakePage)
    assert NAME in screen.text


@pytest.mark.parametrize("kind", OTHERS)
def test_every_other_file_is_told_alike(
    screen: Screen, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "danh-sach.xls"
    path.write_bytes(OTHERS[kind][0])
    assert main(["--data", str(tmp_path / "data"), "import", str(path)]) == 1
    sentence = capsys.readouterr().err.strip()
    on_screen(screen, path)
    assert not isinstance(screen.page, IntakePage)
    assert screen.desk.said == sentence


def test_a_package_of_figures_is_no_beginning(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "goi.json"
    path.write_bytes(package_of(1, with_records=False))
    with pytest.raises(Refused, match="chỉ có số liệu để xem và cộng, không có hồ sơ"):
        adopt_on_screen(screen.work, path)


def test_a_package_named_as_a_list_is_told_on_the_screen(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "goi.xlsx"
    path.write_text('{"format": "nhomtre/1"}', "utf-8")
    on_screen(screen, path)
    assert "JSON" in screen.desk.said
    assert "nhomtre import" in screen.desk.said
