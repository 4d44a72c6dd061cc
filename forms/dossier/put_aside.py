"""Changes that were put aside: taken back by one change that says so, which can be got back for 30 days.

Nothing of them is kept beside the history: the reason of the change that took them back marks it.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from forms.dossier import dossier_words
from forms.dossier.content import Conflict, Content, Edit, apply
from forms.dossier.dossier import Change, Kind, remember
from forms.model.declared import Frozen

DAYS_PUT_ASIDE = 30
"""So long they are offered; the history has them longer."""


class Aside(Frozen):
    """What the change *seq* put aside, at that moment (ISO); *edits* get it back."""

    seq: int
    at: str
    edits: tuple[Edit, ...]

    @property
    def last_day(self) -> date:
        """The last day on which it is offered."""
        return date.fromisoformat(self.at[:10]) + timedelta(DAYS_PUT_ASIDE)


class GettingBack(NamedTuple):
    """What getting back comes to now: the edits that fit, and those where something else was entered since."""

    edits: tuple[Edit, ...]
    late: tuple[Edit, ...]


def put_aside(changes: Iterable[Change]) -> list[Aside]:
    """What stands put aside after *changes* (oldest first), newest first: neither undone nor got back."""
    done: list[Change] = []
    undone: list[Change] = []
    standing: dict[int, Change] = {}
    for change in changes:
        match change.kind:
            case Kind.UNDO if done:
                standing.pop(done[-1].seq, None)
            case Kind.REDO if undone:
                standing[undone[-1].seq] = undone[-1]
            case Kind.EDIT:
                standing[change.seq] = change
        remember(change, done, undone)
    back = {change.reason for change in standing.values()}
    return [
        Aside(change.seq, change.at, tuple(edit.inverse() for edit in reversed(change.edits)))
        for change in reversed(standing.values())
        if change.reason == dossier_words.PUT_ASIDE and reason_of_getting_back(change.seq) not in back
    ]


def reason_of_getting_back(seq: int) -> str:
    """The reason of the change that gets back what the change *seq* put aside."""
    return dossier_words.GOT_BACK.format(seq=seq)


def getting_back(content: Content, aside: Aside) -> GettingBack:
    """What of *aside* fits *content* now."""
    fitting: list[Edit] = []
    late: list[Edit] = []
    for edit in aside.edits:
        if content.value(edit.path) == edit.new:
            continue
        try:
            content = apply(content, [edit])
        except Conflict:
            late.append(edit)
        else:
            fitting.append(edit)
    return GettingBack(tuple(fitting), tuple(late))
