"""Ctrl+F in a list: which records it shows, in what order, and what is done with many of them at once."""

from collections.abc import Callable, Sequence
from functools import partial

from forms.dossier.content import Edit
from forms.dossier.doubts import settling, standing_doubts
from forms.dossier.roster import Subject
from forms.entry.field_text import options
from forms.entry.record_edits import set_fields
from forms.model.code_list import Item
from forms.model.record import FieldRole
from forms.model.text import format_date, parse_date
from forms.model.values import Value
from tui.desk.kinds.entries_page import EntriesPage, Entry
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.pages.records.record_selection import (
    Order,
    Selection,
    Shown,
    orders,
)
from tui.texts.records import list_words


class ManyPage(EntriesPage[ShownReport]):
    """What the list below shows and does: *show* shows other records, *remove* removes the *chosen* ones after a question."""

    def __init__(
        self,
        host: Host[ShownReport],
        selection: Selection,
        show: Callable[[Shown], None],
        chosen: Callable[[], list[Subject]],
        remove: Callable[[], None],
    ) -> None:
        super().__init__(host)
        self._selection = selection
        self._record = selection.record
        self._owner = self.work.content.form.owner_field(selection.record)
        self._show = show
        self._chosen = chosen
        self.entries = [*self._parts(), *self._orders(), *self._of_chosen(remove)]

    @property
    def _owner_called(self) -> str:
        """What records belong to, in a sentence; '' where to nothing."""
        form = self.work.content.form
        return form.record_by_key[form.owner_of[self._record.key]].called if self._owner else ""

    @property
    def _moving(self) -> str:
        """Moving records to another owner."""
        return list_words.MOVE_TO_CLASS.format(owner=self._owner_called)

    def _parts(self) -> list[Entry]:
        selection = self._selection

        def shows(key: str) -> Callable[[], None]:
            return lambda: self._show(selection.shown._replace(part=key, query=""))

        return [
            Entry(list_words.SHOW),
            *(
                Entry(
                    part.label,
                    shows(part.key),
                    str(sum(part.holds(subject) for subject in selection.everyone)),
                    selection.shown.part == part.key,
                )
                for part in selection.filters
            ),
        ]

    def _orders(self) -> list[Entry]:
        selection = self._selection

        def sorts(order: Order) -> Callable[[], None]:
            return lambda: self._show(selection.shown._replace(order=order))

        return [
            Entry(list_words.ORDER),
            *(
                Entry(
                    list_words.ORDERS[order].format(owner=self._owner_called),
                    sorts(order),
                    is_on=selection.shown.order is order,
                )
                for order in orders(self._record, self.work.content.form)
            ),
        ]

    def _of_chosen(self, remove: Callable[[], None]) -> list[Entry]:
        chosen = self._chosen()
        if not chosen:
            return []
        count = len(chosen)
        what = (
            list_words.WITH_MARKED.format(count=count)
            if self._selection.marked
            else list_words.WITH_ONE.format(name=chosen[0].name)
        )
        entries = [
            Entry(what),
            Entry(list_words.MARK_ALL, self._mark_all, str(len(self._selection.subjects))),
        ]
        if self._owner is not None:
            entries.append(Entry(self._moving, self._move, str(count)))
        if FieldRole.STATUS in self._record.field_by_role:
            entries.append(Entry(list_words.MARK_LEAVERS, self._leave, str(count)))
        if doubtful := self._doubtful(chosen):
            entries.append(Entry(list_words.SETTLE, self._settle, str(len(doubtful))))
        entries.append(Entry(list_words.REMOVE_THEM, remove, str(count)))
        return entries

    # What is done with them

    def _mark_all(self) -> None:
        self._selection.mark(self._selection.subjects)

    def _move(self) -> None:
        """Ask for the class, then move the chosen children."""
        chosen, field = self._chosen(), self._owner
        assert field is not None

        def choose(item: Item) -> None:
            self._set(
                chosen,
                {field.key: item.code},
                list_words.MOVED.format(count=len(chosen), member=self._record.called, name=item.name),
            )

        classes = options(field, chosen[0], self.work.content.roster)
        self.host.choose(self._moving.upper(), classes, choose)

    def _leave(self) -> None:
        """Ask for the status, then the day, then the reason where one is wanted."""
        chosen = self._chosen()
        status = self._record.field_by_role[FieldRole.STATUS]
        roster = self.work.content.roster
        statuses = [
            item
            for item in options(status, chosen[0], roster)
            if not roster.stranger(self._record, chosen[0].place, 0, {status.key: item.code}).get("counted")
        ]

        self.host.choose(status.label.upper(), statuses, partial(self._ask_day, chosen))

    def _ask_day(self, chosen: Sequence[Subject], status: Item) -> None:
        today = self.work.workspace.today
        status_field = self._record.field_by_role[FieldRole.STATUS].key
        day_field = self._record.field_by_role.get(FieldRole.STATUS_DAY)
        if day_field is None:
            self._set(chosen, {status_field: status.code}, _left(chosen, status))
            return

        def answer(text: str) -> None:
            day = parse_date(text, today)
            if day is None or day > today:
                self.host.say(
                    (list_words.NO_SUCH_DAY if day is None else list_words.DAY_TO_COME).format(text=text)
                )
                return
            self._ask_reason(chosen, status, {status_field: status.code, day_field.key: day.isoformat()})

        self.host.ask(list_words.ASK_STATUS_DAY, answer, format_date(today))

    def _ask_reason(self, chosen: Sequence[Subject], status: Item, values: dict[str, Value]) -> None:
        reason = self._record.field_by_role.get(FieldRole.LEAVE_REASON)
        asked = {**chosen[0].record, **values}
        if reason is None or reason.required.when is None or not reason.required.when.holds(asked.get):
            self._set(chosen, values, _left(chosen, status))
            return

        def choose(item: Item) -> None:
            self._set(chosen, {**values, reason.key: item.code}, _left(chosen, status))

        reasons = options(reason, chosen[0], self.work.content.roster)
        self.host.choose(reason.label.upper(), reasons, choose)

    def _doubtful(self, chosen: Sequence[Subject]) -> list[tuple[str, str]]:
        """The values of the chosen records that were taken over with a doubt."""
        places = {subject.place for subject in chosen}
        return [
            (subject.place, field.key)
            for subject, field, _ in standing_doubts(self.work.content)
            if subject.place in places
        ]

    def _settle(self) -> None:
        """Say of all of them that they are right."""
        content = self.work.content
        doubtful = self._doubtful(self._chosen())
        self.work.commit([edit for place, field in doubtful for edit in settling(content, place, field)])
        self._selection.unmark()
        self.host.say(list_words.SETTLED.format(count=len(doubtful)))

    def _set(self, chosen: Sequence[Subject], values: dict[str, Value], done: str) -> None:
        """Give the chosen records the values, as one change, and say that it is *done*."""
        refs = [subject.place.partition("/")[2] for subject in chosen]
        edits: list[Edit] = list(set_fields(self.work.content, self._record, refs, values))
        self.work.commit(edits)
        self._selection.unmark()
        self.host.say(done)


def _left(chosen: Sequence[Subject], status: Item) -> str:
    return list_words.STATUS_SET.format(count=len(chosen), name=status.name)
