"""The screens that README and guide show: which, and by what keys one comes to each, on the training copy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from exports.district.inbox import collect
from forms.dossier.content import Content
from forms.package.writer import write
from forms.sets import newest
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.jobs.district.arrivals_folder import office_folder
from tui.jobs.district.office import SumReport
from tui.pages import registry

NAMED = {"⏎": "enter", "↓": "down", "→": "right", " ": "space"}
Go = Callable[[Desk], None]


def pressed(burst: str) -> Go:
    """Keys one after another: ⏎ ↓ → are those keys, words in ‹› named ones, the rest is typed."""

    def go(desk: Desk) -> None:
        for name, char in re.findall("‹(.*?)›|(.)", burst):
            key = name or NAMED.get(char, char)
            desk.key(key, char if char and char not in "⏎↓→" else None)

    return go


def at(place: str, burst: str = "") -> Go:
    """A place of the report, then keys."""

    def go(desk: Desk) -> None:
        registry.go(desk, place)
        pressed(burst)(desk)

    return go


def step(title: str, burst: str = "") -> Go:
    """A step of the first page, wherever it stands; then keys."""

    def go(desk: Desk) -> None:
        page: Any = desk.page
        page.go([step.title for step in page.steps].index(title))
        pressed("⏎" + burst)(desk)

    return go


def _stale(desk: Desk) -> None:
    for ref in ("c0001", "c0002", "c0003"):
        desk.work.put(("children", ref, "boarding"), False)
        desk.work.put(("children", ref, "ethnicity"), "05")
    pressed("‹f5›")(desk)


SEND = "Cân lại vào tuần sau⏎‹f10›⏎Nguyễn Thị Mẫu⏎"
REFUSE = "‹f10›⏎↓⏎⏎Cán Bộ Mẫu⏎Sai hai chỗ⏎biểu 4⏎Thiếu bếp⏎mã 83⏎Đếm lại⏎↓⏎"


def _office(desk: Desk) -> None:
    workspace = desk.work.workspace
    folder = workspace.data_folder / "nhan"
    folder.mkdir()
    for number, name in enumerate(("Hoa Mai", "Hoa Sen", "Hướng Dương"), 1):
        content = desk.work.content
        facility = {**content.facility, "code": f"7976100{number}", "name": f"Nhóm trẻ Mẫu {name}"}
        package = write(Content({**content.tree, "facility": facility, "state": "sent", "revision": 1}))
        (folder / f"goi-{number}.json").write_text(package, "utf-8")
    found = collect([folder], workspace.today)
    desk.begin(SumReport(office_folder(str(folder), None, workspace.today), found), PageName.OFFICE)
    pressed("1⏎")(desk)


SCREENS: dict[str, Go] = {
    "home": pressed(""),
    "table": at("T4.196:TU_THUC.permanent", "1↓2‹f2›"),
    "huong-dan/nhap-nhanh": at("children", "‹insert›Lê Mẫu An⏎070516⏎2⏎"),
    "huong-dan/lay-du-lieu": _stale,
    "huong-dan/tro-giup": at("issues", "‹f1›"),
    "huong-dan/gui": step(newest().send.title),
    "huong-dan/y-kien": step(newest().send.title, SEND + REFUSE),
    "huong-dan/ban-nhan": _office,
    "huong-dan/menu": pressed("‹f10›"),
}
"""The picture, below ``docs`` → how one comes to what it shows."""
