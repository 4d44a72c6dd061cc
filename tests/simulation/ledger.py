"""What one dossier must hold, worked out beside the product: a flat dict, the steps that led to it, what may have happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from forms.dossier.content import Content, Edit, Path
from forms.store.drafts.draft import Draft

State = Mapping[Path, str]
"""Path of every value → what stands there, with its type; ``("order", place)`` → the refs of a list in their order."""

FORM = "mn2019/1"
"""The set that a dossier of the seasons names from its first line on."""
LISTS = ("classes", "children", "staff")
ORDER = "order"


class Broken(AssertionError):
    """A promise that was not kept."""


def demand(is_kept: bool, promise: str, *facts: object) -> None:
    """Raise Broken with the *promise* and the *facts* unless it is kept."""
    if not is_kept:
        raise Broken(" ".join((promise, *map(str, facts))))


def flat(tree: Mapping[str, Any]) -> State:
    """The state of a whole tree."""
    state: dict[Path, str] = {}
    for part, value in tree.items():
        _put(state, (part,), value)
        if part in LISTS and value:
            state[ORDER, part] = repr(list(value))
    return state


def _put(state: dict[Path, str], path: Path, value: Any) -> None:
    if isinstance(value, dict):
        if len(path) == 2 and path[0] in LISTS:
            state[path] = "record"
        for key, below in value.items():
            _put(state, (*path, key), below)
    else:
        state[path] = repr(value)


def edited(before: State, edits: Iterable[Edit]) -> State:
    """The state after *edits*, by a way of its own."""
    state = dict(before)
    for path, _, new, rank in edits:
        for key in [key for key in state if key[: len(path)] == path]:
            del state[key]
        if new is not None:
            _put(state, path, new)
        if path[0] in LISTS and len(path) <= 2:
            refs = eval(state.get((ORDER, path[0]), "[]"))
            if len(path) == 1:
                refs = list(new or ())
            elif new is None:
                refs.remove(path[1])
            elif path[1] not in refs:
                refs.insert(len(refs) if rank is None else rank, path[1])
            state.pop((ORDER, path[0]), None)
            if refs:
                state[ORDER, path[0]] = repr(refs)
    return state


def with_numbers_of(wanted: State, present: State) -> State:
    """*wanted*, in which the numbers of records that were given stay given."""
    others = {path: value for path, value in wanted.items() if path[0] != "last_ref"}
    return others | {path: value for path, value in present.items() if path[0] == "last_ref"}


def mark_of(state: State) -> int:
    """What stands for a state, in whatever year."""
    return hash(frozenset(item for item in state.items() if item[0] != ("school_year",)))


class Outcome(NamedTuple):
    """What an act leads to: the state, and what the change is to undo (``edit``, ``first``, ``move``, ``undo``, ``redo``)."""

    state: State
    kind: str = "edit"
    at: str = ""


class Sent(NamedTuple):
    """A revision that was sent: its state, its files by their names, its check code."""

    state: State
    files: Mapping[str, bytes]
    code: str


DraftOf = tuple[Path, str] | None


class Ledger:
    """One dossier."""

    def __init__(self, year: str) -> None:
        self.state: State = flat({"school_year": year, "form": FORM})
        self.seq = 0
        self.times: list[str] = []
        """When the last change was made, and when it may have been folded since."""
        self.is_timed = True
        """Whether that is all."""
        self.done: list[Outcome] | None = []
        """Steps that can be undone, each with the state before it; None: not known, the history was damaged."""
        self.undone: list[Outcome] = []
        self.maybe: list[Outcome] = []
        """What an act that failed or was cut short may have led to all the same."""
        self.known = {mark_of(self.state)}
        """Every state that was ever acknowledged."""
        self.sent: dict[int, Sent] = {}
        self.maybe_sent: dict[int, Sent] = {}
        self.lingering: list[Outcome] = []
        """What was refused and taken back: only a power cut may bring it again, until the next change is on disk."""
        self.draft: DraftOf = None
        self.maybe_drafts: list[DraftOf] = []
        self.lingering_drafts: list[DraftOf] = []
        self.put_away: list[DraftOf] = []
        """Drafts that were put away, for longer than a season."""
        self.given: list[str] = []
        """Names of the files that were made of it and noted as given away."""
        self.exported: dict[FilePath, bytes] = {}
        """Those that stand among the exports."""
        self.is_clean = True
        """Whether nothing has gone wrong since somebody opened it for writing."""
        self.is_wounded = False
        """Whether damage to the journal may have cost what nothing gives back."""
        self.is_noted = True
        """Whether the last change is noted beside the journal, so that its absence shows."""
        self.is_note_durable = True
        """Whether a power cut leaves that note as it is."""
        self.was_closed = True
        """Whether the last writer closed it in peace."""
        self.checked = ""
        """Day on which what is kept was last looked through."""
        self.rotten: set[str] = set()
        """Names of spoilt files in the backups that nobody has told of yet."""
        self.spoilt: set[str] = set()
        """Names of all of them."""
        self.generations: dict[int, str] = {}
        """Number → day of those that were met."""
        self.main = 0
        """Number of the generation that the main file was when they were met; 0: not known."""

    def demand_put_away(self, dropped: Iterable[Draft]) -> None:
        """What was put away is among those that can be got back."""
        there = [(draft.path, draft.text) for draft in dropped]
        lacking = [draft for draft in self.put_away if draft not in there]
        demand(not lacking, "a draft that was put away can be got back", lacking)

    def forget_generations(self) -> None:
        """Nobody knows which are kept."""
        self.generations, self.main = {}, 0

    def copy(self) -> Ledger:
        """As it is now."""
        other = copy(self)
        other.done = None if self.done is None else list(self.done)
        other.undone, other.maybe = list(self.undone), []
        other.known, other.sent = set(self.known), dict(self.sent)
        other.lingering, other.maybe_sent, other.maybe_drafts = [], {}, []
        other.put_away, other.given, other.exported = [], list(self.given), {}
        other.forget_generations()
        other.draft, other.checked, other.rotten, other.spoilt = None, "", set(), set(self.spoilt)
        return other

    def advance(self, outcome: Outcome) -> None:
        """A change was acknowledged."""
        before, self.state = self.state, outcome.state
        self.seq += 1
        self.times, self.is_timed = [outcome.at], True
        self.known.add(mark_of(self.state))
        self.maybe, self.lingering, self.maybe_sent = [], [], {}
        self.is_note_durable = False
        if self.done is None:
            return
        match outcome.kind:
            case "undo":
                self.done.pop()
                self.undone.append(Outcome(before))
            case "redo":
                self.undone.pop()
                self.done.append(Outcome(before))
            case "edit":
                self.done.append(Outcome(before))
                self.undone = []
            case _:
                self.done, self.undone = [], []

    def note(self, *, is_sure: bool) -> None:
        """A fold noted the last change; unless it *is_sure*, it is not known whether it could."""
        self.is_noted = self.is_note_durable = is_sure

    def settle(self, content: Content, seq: int) -> None:
        """Decide by what was opened which of the possible outcomes came about."""
        state = flat(content.tree)
        if self.maybe and seq == self.seq + 1:
            outcome = next((maybe for maybe in self.maybe if maybe.state == state), None)
            demand(outcome is not None, "a mixture of states was opened", differing(self.state, state))
            assert outcome is not None
            self.sent |= {n: sent for n, sent in self.maybe_sent.items() if sent.state == state}
            self.advance(outcome)
            self.is_noted = False
        self.maybe, self.maybe_sent = [], {}
        demand(
            state == self.state and seq == self.seq,
            "what was acknowledged is not there",
            f"{seq} for {self.seq}",
            differing(self.state, state),
        )

    def rebase(self, content: Content, seq: int) -> None:
        """Damage cost something, and that was told: go on from what is left."""
        self.state, self.seq, self.is_wounded = flat(content.tree), seq, True
        self.done, self.undone, self.maybe, self.lingering, self.maybe_sent = None, [], [], [], {}
        self.is_timed = False
        self.sent = {n: sent for n, sent in self.sent.items() if ("sent", str(n), "code") in self.state}

    @property
    def is_editable(self) -> bool:
        """Whether the report is not with the office."""
        return self.state.get(("state",), "'draft'") in ("'draft'", "'rejected'", "'unlocked'")


def differing(wanted: State, found: State) -> str:
    """A few places where two states differ."""
    places = [key for key in {**wanted, **found} if wanted.get(key) != found.get(key)]
    shown = [f"{'.'.join(key)}: {wanted.get(key)} → {found.get(key)}"[:160] for key in places[:3]]
    return f"({len(places)}: {'; '.join(shown)})"
