"""F9: from issue to issue, errors before warnings; Esc leads back to where F9 was pressed first.

Behind a jump to another page typing waits for one Enter, so that nothing is typed over unseen. An Enter behind letters
that came meanwhile belongs to them: they were typed before the screen stood.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from forms.dossier.content import Content
from forms.dossier.place_names import exists
from forms.model.declared import Frozen
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from tui.desk.page import BETWEEN, Deed, Host, Page
from tui.texts import issue_words
from tui.texts.help.keys import CHANGING, Action

TOLD_US = (Severity.REMARK, Severity.COMPLAINT)
ORDER = (*TOLD_US, Severity.ERROR, Severity.WARNING)
HELD_BACK = (CHANGING | {Action.SAVE}) - {Action.TAKE, Action.IMPORT}
"""The actions that wait like letters; what is taken or imported is shown before it is."""


class Walker(Host[Any], Protocol):
    """The desk as the walk sees it."""

    def stack(self) -> tuple[Page[Any], ...]:
        """The pages, that in front last."""

    def show(self, pages: Sequence[Page[Any]]) -> None:
        """Those pages again."""


class _Origin(Frozen):
    """Where F9 was pressed first: the pages, the place of the cursor, what brings it and the view back there."""

    pages: tuple[Page[Any], ...]
    place: Place | None
    back: Deed


class IssueWalk:
    """The walk of F9. It lasts while the page where it led is in front; elsewhere F9 begins another one."""

    def __init__(self, host: Walker) -> None:
        self._host = host
        self.in_hand: Issue | None = None
        """The issue that the cursor was led to last."""
        self._origin: _Origin | None = None
        self._page: Page[Any] | None = None
        """Where it led last."""
        self._seen: set[tuple[str, Place, str]] = set()
        self._waits = False
        self._letters_came = False
        self._was_typed = False
        """Whether anything typed was lost while it waited."""

    def end(self) -> None:
        """Another report is shown."""
        self.in_hand = self._origin = self._page = None
        self._waits = False

    def next(self) -> None:
        """The cursor on the next issue: of this row, this page, then the next place; the first again after the last.

        What the office remarked comes before, in its order.
        """
        host = self._host
        issues = host.work.to_do
        if not issues:
            host.say(issue_words.NOTHING_LEFT)
            return
        origin = self._begin() if self._origin is None or not self._goes_on(self._origin) else self._origin
        front = host.page
        left = [issue for issue in issues if _key(issue) not in self._seen]
        if not left:
            self._seen.clear()
            left = [issue for issue in issues if issue != self.in_hand] or list(issues)
        issue = min(left, key=self._nearness(issues))
        place = _place_of(issue, host.work.content)
        if exists(place, host.work.content):
            if not front.shows(place):
                host.show(origin.pages)
            self._go(issue)
            self._page = host.page
            self._waits = self._waits_on(front) or host.page is not front
            self._letters_came = self._was_typed = False
        else:
            self._seen.add(_key(issue))
        group = [one for one in issues if one.severity is issue.severity]
        which = issue_words.ISSUE_PLACE[issue.severity].format(place=group.index(issue) + 1, total=len(group))
        host.say(which if exists(place, host.work.content) else issue_words.RECORD_GONE.format(which=which))

    def _begin(self) -> _Origin:
        """From here; what is wrong right at the cursor is in view already."""
        host = self._host
        here = host.page.place_here()
        self._seen = {_key(issue) for issue in host.work.to_do if here is not None and issue.place == here}
        self._origin = _Origin(host.stack(), here, host.page.bookmark())
        return self._origin

    def _goes_on(self, origin: _Origin) -> bool:
        page = self._host.page
        return page is self._page or (page is origin.pages[-1] and page.place_here() == origin.place)

    def _nearness(self, issues: Sequence[Issue]) -> Any:
        host = self._host
        content, page = host.work.content, host.page
        here = page.place_here() or Place()
        at = _order(here, content)

        def nearness(issue: Issue) -> tuple[object, ...]:
            if issue.severity in TOLD_US:
                return ORDER.index(issue.severity), issues.index(issue)
            place = _place_of(issue, content)
            order = _order(place, content)
            return (
                ORDER.index(issue.severity),
                _row(place) != _row(here),
                not (page.shows(place) or (place.whole or place.record) == (here.whole or here.record)),
                order < at,
                order,
            )

        return nearness

    def go_to(self, issue: Issue) -> None:
        """The cursor on the place of an issue that was chosen from a list."""
        self.end()
        self._go(issue)

    def _go(self, issue: Issue) -> None:
        self._host.open(_place_of(issue, self._host.work.content))
        self.in_hand = issue
        self._seen.add(_key(issue))

    # Waiting and coming back

    def _waits_on(self, page: Page[Any]) -> bool:
        return self._waits and page is self._page

    @property
    def sentence(self) -> str:
        """What is waited for, and whether anything was lost meanwhile; empty when nothing is."""
        if not self._waits_on(self._host.page):
            return ""
        return BETWEEN.join((issue_words.NOT_TAKEN,) * self._was_typed + (issue_words.WAITING,))

    def key(self, name: str, char: str | None) -> bool:
        """Whether a key was the one that is waited for, or waits for it."""
        if not self.sentence:
            return False
        if name == "enter":
            self._waits, self._letters_came = self._letters_came, False
        elif name in ("backspace", "delete", "paste") or (char is not None and char.isprintable()):
            self._letters_came = self._was_typed = True
        else:
            return False
        return True

    def holds_back(self, action: Action) -> bool:
        """Whether an action waits as letters do."""
        return bool(self.sentence) and action in HELD_BACK

    def escape(self) -> bool:
        """Back to where F9 was pressed first; False when it has led nowhere from here."""
        host, origin = self._host, self._origin
        if origin is None or self._page is None or host.page is not self._page:
            return False
        host.show(origin.pages)
        origin.back()
        self._page, self._waits = None, False
        return True


def _key(issue: Issue) -> tuple[str, Place, str]:
    """What the check found once at a place; of what we were told there may be several."""
    return issue.rule, issue.place, issue.message if issue.severity in TOLD_US else ""


def _place_of(issue: Issue, content: Content) -> Place:
    """Where it is repaired; what has no place of its own in the profile."""
    return issue.place if any(issue.place) else Place(record=content.form.facility.place)


def _row(place: Place) -> tuple[str | None, str | None]:
    return (place.table, place.row) if place.table else (None, place.record)


def _order(place: Place, content: Content) -> tuple[int, ...]:
    """Where a place stands in the order of the check: table, row, column; then records in entry order."""
    form = content.form
    if place.table is not None:
        table = form.table_by_id[place.table]
        row, column = place.row or "", place.column or ""
        return 0, form.tables.index(table), _at(table.row_by_key, row), _at(table.column_by_key, column)
    part, _, ref = (place.record or "").partition("/")
    record = form.entry_by_place.get(part)
    fields = record.field_order if record else {}
    return (
        1,
        _at(form.entry_by_place, part),
        _at(content.records(part), ref),
        fields.get(place.field or "", -1),
    )


def _at(keys: Any, key: str) -> int:
    """How far down *key* stands among *keys*; before all of them when it is none."""
    return next((number for number, one in enumerate(keys) if one == key), -1)
