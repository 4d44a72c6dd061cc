"""Going on with the dossier of another school year of the folder."""

from __future__ import annotations

from forms.dossier.roster import SchoolYear
from forms.model.code_list import Item
from tui.desk.page import Host
from tui.jobs.open_report import OpenReport
from tui.texts import home_words


def choose_year(host: Host[OpenReport]) -> None:
    """Offer the school years that have a dossier."""
    work = host.work
    now = work.content.year
    years = [year for year in work.workspace.store.years() if year != now]
    if not years:
        host.say(home_words.ONLY_THIS_YEAR.format(year=now))
        return

    def open_it(item: Item) -> None:
        year = SchoolYear(int(item.code))
        work.move_to(work.workspace.but(chosen_year=year))
        host.home()
        host.say(home_words.YEAR_OPENED.format(year=year))

    items = [Item(str(year.start), str(year), {}) for year in years]
    host.choose(home_words.YEAR_TITLE, items, open_it)
