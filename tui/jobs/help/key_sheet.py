"""The keys as a file: a page to print, and lines of text; both made of the one table of keys."""

from __future__ import annotations

from datetime import date

from exports.layout.list_sheets import ListSheet, sheet_of_keys
from tui.texts.help import help_words
from tui.texts.help.keys import (
    BY_ACTION,
    IN_MENU_ONLY,
    KEYS,
    MOVES,
    OF_THE_OFFICE,
    OF_THE_SCREEN,
    Action,
    labels_of,
)

MENU = BY_ACTION[Action.MENU].label


def key_sheet(day: date) -> ListSheet:
    """One page for an owner, as it is on *day*: without what only the office's desk knows."""
    chosen = [key.long for key in IN_MENU_ONLY if key.action not in OF_THE_OFFICE]
    return sheet_of_keys(_pressed(), chosen, MENU, day)


def key_text() -> str:
    """The same in lines: a key and what it does, then what is chosen in the menu."""
    pressed = _pressed()
    width = max(len(name) for name, _ in pressed)
    lines = [f"{name:<{width}}  {what}" for name, what in pressed]
    chosen = [help_words.IN_MENU.format(what=key.long) for key in IN_MENU_ONLY]
    return "\n".join([*lines, "", help_words.CHOSEN_IN_MENU.format(menu=MENU), *chosen, ""])


def _pressed() -> list[tuple[str, str]]:
    """The names of each key, what it does."""
    return [*((labels_of(key), key.long) for key in KEYS), *MOVES, *OF_THE_SCREEN]
