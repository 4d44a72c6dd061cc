"""Going to a place of the report, as the command line and remarks name it; also ``issues`` and ``missing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.dossier.content import LIST_PLACES
from forms.dossier.place import exists, read_place
from forms.model.place import Place
from forms.sets.mn2019.tables import TABLE_BY_ID
from tui import texts

if TYPE_CHECKING:
    from tui.desk.page import Host


def go(desk: Host, text: str) -> None:
    """Open the page of the place that *text* names, the cursor there; says so when there is no such place."""
    if text in ("issues", "missing"):
        from tui.desk.lists import IssuesPage, MissingPage

        desk.push((IssuesPage if text == "issues" else MissingPage)(desk))
        return
    place = read_place(text)
    if place is None or not exists(place, desk.work.content):
        desk.say(texts.WRONG_PLACE.format(place=text))
    else:
        open_place(desk, place)


def open_place(desk: Host, place: Place) -> None:
    """Open the page of a place that is there, the cursor on it."""
    if place.table is not None:
        from tui.pages.tables.table_choice import table_page

        sheet = table_page(desk, TABLE_BY_ID[place.table])
        desk.push(sheet)
        sheet.go_to(place.row or "", place.column)
    elif place.record in LIST_PLACES:
        from tui.pages.records.dossier_list import DossierListPage

        desk.push(DossierListPage(desk, place.record))
    else:
        from tui.pages.records.form import FormPage

        form = FormPage(desk, place.record or "")
        desk.push(form)
        form.go_to(place.field)
