"""The document in use: every edit is a Change, durable before it is in memory; undo and redo."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, Protocol

from forms.dossier import dossier_words
from forms.dossier.campaign import receiver_of
from forms.dossier.content import NUMBERS_GIVEN, Content, Edit, Path, Scope, apply, is_record, scope_of
from forms.model.declared import StrEnum
from forms.model.errors import Refused
from forms.sets.form_set import FormSet


class Kind(StrEnum):
    """What a change is to undo and redo."""

    EDIT = "edit"
    FIRST = "first"
    """What a dossier begins with: never undone."""
    MOVE = "move"
    """The report goes into another state: never undone, nor what was before it."""
    UNDO = "undo"
    REDO = "redo"
    EXPORT = "export"
    """Nothing was changed: a file was made. It stands beside the journal, never in it."""
    HANDOVER = "handover"
    """As well: files were carried away."""


class Change(NamedTuple):
    """One committed step: a number that only grows, when (ISO, local time), who, the edits and the reason.

    The first one of a dossier names its *form*, as files do; '' in the others, and where files did not name it yet.
    """

    seq: int
    at: str
    who: str
    edits: tuple[Edit, ...]
    reason: str = ""
    kind: Kind = Kind.EDIT
    form: str = ""


class Journal(Protocol):
    """Where changes become durable."""

    def append(self, change: Change) -> None:
        """Return only when *change* is on disk; raise StorageError and keep nothing of it otherwise."""

    def changes(self) -> Iterable[Change]:
        """All changes, oldest first."""


class Dossier:
    """The document in use. A change is durable before it is in memory."""

    def __init__(
        self, content: Content, journal: Journal, seq: int, clock: Callable[[], str], who: str
    ) -> None:
        self.content = content
        self.journal = journal
        self.seq = seq
        self.clock = clock
        self.who = who
        self._stacks: tuple[list[Change], list[Change]] | None = None

    def commit(
        self,
        edits: Iterable[Edit],
        reason: str = "",
        kind: Literal[Kind.EDIT, Kind.FIRST, Kind.MOVE] = Kind.EDIT,
    ) -> Change | None:
        """Make *edits* one change; None when they change nothing. A FIRST and a MOVE are not undone.

        Raises Refused for an edit of a report that is with the office.
        """
        wanted = tuple(edit for edit in edits if edit.old != edit.new)
        if not wanted:
            return None
        if kind is Kind.EDIT and self.content.is_frozen and _touch_report(wanted, self.content.form):
            refuse_frozen(self.content)
        change = self._write(wanted, reason, kind)
        if self._stacks is not None:
            remember(change, *self._stacks)
        return change

    def set(self, path: Path, value: Any, reason: str = "") -> Change | None:
        """Put *value* at *path*; None takes away what is there."""
        old = self.content.value(path)
        gone = value is None and old is not None and is_record(path, self.content.form)
        index = list(self.content.records(path[0])).index(path[1]) if gone else None
        return self.commit([Edit(path, old, value, index)], reason)

    def undo(self) -> Change | None:
        """Take the last change back; None when there is none."""
        done, undone = self._undo_stacks()
        if not done:
            return None
        edits = tuple(edit.inverse() for edit in reversed(done[-1].edits) if edit.path[0] != NUMBERS_GIVEN)
        change = self._write(edits, done[-1].reason, Kind.UNDO)
        undone.append(done.pop())
        return change

    def redo(self) -> Change | None:
        """Bring back what was last undone; None when there is nothing."""
        done, undone = self._undo_stacks()
        if not undone:
            return None
        edits = tuple(
            edit
            for edit in undone[-1].edits
            if edit.path[0] != NUMBERS_GIVEN or self.content.value(edit.path) == edit.old
        )
        change = self._write(edits, undone[-1].reason, Kind.REDO)
        done.append(undone.pop())
        return change

    def _write(self, edits: tuple[Edit, ...], reason: str, kind: Kind) -> Change:
        content = apply(self.content, edits)
        form = "" if self.seq else content.form.name
        change = Change(self.seq + 1, self.clock(), self.who, edits, reason, kind, form)
        self.journal.append(change)
        self.content = content
        self.seq = change.seq
        return change

    def _undo_stacks(self) -> tuple[list[Change], list[Change]]:
        if self._stacks is None:
            self._stacks = _stacks(self.journal.changes())
        return self._stacks


def _touch_report(edits: Iterable[Edit], form: FormSet) -> bool:
    return any(scope_of(edit.path[0], form) is Scope.REPORT for edit in edits)


def refuse_frozen(content: Content) -> None:
    """Raise Refused when the report is in a state that cannot be edited."""
    state = content.form.states[content.state]
    if not state.editable:
        raise Refused(dossier_words.FROZEN.format(state=state.title.lower(), receiver=receiver_of(content)))


def _stacks(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    done: list[Change] = []
    undone: list[Change] = []
    for change in changes:
        remember(change, done, undone)
    return done, undone


def remember(change: Change, done: list[Change], undone: list[Change]) -> None:
    """Keep the two stacks: what undo takes back next stands last in *done*, what redo makes again last in *undone*."""
    match change.kind:
        case Kind.UNDO if done:
            undone.append(done.pop())
        case Kind.REDO if undone:
            done.append(undone.pop())
        case Kind.FIRST | Kind.MOVE:
            done.clear()
            undone.clear()
        case Kind.EDIT:
            done.append(change)
            undone.clear()
