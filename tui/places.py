"""Places named on the command line.

``T4.203:TU_THUC.permanent``, ``children/c0003/name``, ``facility/phone``, ``campaign/last_day``, ``issues``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.records import FORM_BY_PLACE
from forms.tables import TABLE_BY_ID
from tui import texts

if TYPE_CHECKING:
    from tui.pages.base import Host


def go(desk: Host, place: str) -> None:
    """Open the page of *place*, the cursor there; says so when there is no such place."""
    if not (_issues(desk, place) or _cell(desk, place) or _record(desk, place)):
        desk.say(texts.WRONG_PLACE.format(place=place))


def _issues(desk: Host, place: str) -> bool:
    if place not in ("issues", "missing"):
        return False
    from tui.pages.lists import IssuesPage, MissingPage

    desk.push((IssuesPage if place == "issues" else MissingPage)(desk))
    return True


def _cell(desk: Host, place: str) -> bool:
    where, _, column = place.partition(":")
    table_id, _, row = where.partition(".")
    table = TABLE_BY_ID.get(table_id)
    if (
        table is None
        or (row and row not in table.row_by_key)
        or (column and column not in table.column_by_key)
    ):
        return False
    from tui.pages.sheet import SheetPage

    page = SheetPage(desk, table)
    desk.push(page)
    if row:
        page.go_to(row, column or None)
    return True


def _record(desk: Host, place: str) -> bool:
    part, *rest = place.split("/")
    record = FORM_BY_PLACE.get(part)
    if record is None or len(rest) > (1 if record.single else 2):
        return False
    if record.single:
        ref, field = "", rest[0] if rest else None
    else:
        ref, field = (rest[0] if rest else ""), (rest[1] if len(rest) > 1 else None)
        if not ref:
            from tui.pages.dossier_list import DossierListPage

            desk.push(DossierListPage(desk, part))
            return True
        if ref not in desk.work.content.records(part):
            return False
    if field and field not in record.field_by_key:
        return False
    from tui.pages.form import FormPage

    page = FormPage(desk, f"{part}/{ref}" if ref else part)
    desk.push(page)
    page.go_to(field)
    return True
