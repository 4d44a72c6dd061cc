"""Quick entry: a row a record, typed, repeated, pasted, removed; the lists' add and remove; the next school year."""

from __future__ import annotations

from tests.tui.conftest import Screen


def children(screen: Screen) -> list[dict[str, object]]:
    return [dict(record) for record in screen.work.content.records("children").values()]


def test_a_row_typed_in_one_burst_makes_a_child(screen: Screen) -> None:
    screen.at("children")
    screen.press("f5")
    screen.type("Trẻ Mẫu Mới⇥01092016⇥nữ⇥nt2⇥hoa⏎")
    child = children(screen)[-1]
    assert len(children(screen)) == 47
    assert child["name"] == "Trẻ Mẫu Mới"
    assert (child["birth_date"], child["sex"], child["class_code"], child["ethnicity"]) == (
        "2016-09-01",
        "02",
        "NT2",
        "04",
    )
    assert child["status"] == "01"


def test_what_another_field_lacks_is_told_with_its_name(screen: Screen) -> None:
    screen.at("children")
    screen.press("f5")
    screen.type("Trẻ Mẫu Mới⇥")
    told = [text for _, text in screen.page.messages()]
    assert told[0].startswith("chưa có thông tin bắt buộc")
    assert told[1].startswith("Giới tính: chưa có thông tin bắt buộc")
    assert len(set(told)) == len(told)


def test_undo_takes_the_whole_row_back_cell_by_cell(screen: Screen) -> None:
    before = screen.work.content
    screen.at("children")
    screen.press("f5")
    screen.type("Trẻ Mẫu Mới⇥01092016⏎")
    screen.press("ctrl+z", "ctrl+z")
    assert screen.work.content.records("children") == before.records("children")


def test_f4_repeats_the_value_above(screen: Screen) -> None:
    screen.at("children")
    screen.press("f5")
    screen.type("Trẻ Mẫu Mới⇥")
    screen.press("f4", "f4")
    assert children(screen)[-1]["birth_date"] == children(screen)[-2]["birth_date"]
    assert children(screen)[-1]["sex"] == children(screen)[-2]["sex"]


def test_a_block_from_a_spreadsheet_is_one_change(screen: Screen) -> None:
    before = screen.work.content
    screen.at("children")
    screen.press("f5")
    screen.desk.paste("Trẻ Mẫu A\t1/9/2016\tNam\nTrẻ Mẫu B\t31/02/2016\tNữ\n")
    assert [child["name"] for child in children(screen)[-2:]] == ["Trẻ Mẫu A", "Trẻ Mẫu B"]
    assert "thêm 2" in screen.desk.said
    assert "1 ô không đọc được" in screen.desk.said
    screen.press("ctrl+z")
    assert screen.work.content.records("children") == before.records("children")


def test_a_list_asks_before_it_removes(screen: Screen) -> None:
    screen.at("children")
    screen.press("f6", "escape")
    assert len(children(screen)) == 46
    screen.press("f6")
    screen.type("c⏎")
    assert len(children(screen)) == 45
    screen.press("ctrl+z")
    assert len(children(screen)) == 46


def test_the_next_year_is_told_then_made_and_gone_on_with(screen: Screen) -> None:
    screen.type("14⏎")
    assert "CHUYỂN HỒ SƠ LÊN NĂM HỌC 2020-2021" in screen.text
    assert "Ra trường" in screen.text
    screen.press("enter")
    assert str(screen.work.content.year) == "2020-2021"
    assert len(children(screen)) == 38
    assert "38 trẻ" in screen.text
