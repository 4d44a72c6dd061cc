"""The shape of a report's life: its states, and the moves between them."""

from __future__ import annotations

from typing import Literal

from forms.model.declared import Frozen

Side = Literal["facility", "office"]
StateId = Literal["draft", "sent", "approved", "rejected", "locked", "unlock_requested", "unlocked"]
MoveId = Literal["send", "approve", "reject", "lock", "unlock", "request-unlock"]


class State(Frozen):
    """A state of the report."""

    id: StateId
    title: str
    editable: bool


class Move(Frozen):
    """A move: its name on the command line, from which states to which, who makes it, its official word.

    *needs_note*: the office's words or the facility's reason must be given.
    """

    id: MoveId
    sources: tuple[StateId, ...]
    target: StateId
    by: Side
    title: str
    needs_note: bool = False
