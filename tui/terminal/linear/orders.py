"""What a line beginning with a stroke asks for: a key by its name, or what can be done here by its own."""

from __future__ import annotations

from forms.model.text import fold
from tui.desk.desk import Desk
from tui.texts.help.keys import BY_ACTION, BY_NAME, HABITS, MOVING_AND_EDITING, Action
from tui.texts.sessions import linear_words

STROKE = "/"
HELP = "?"


def order_of(line: str) -> str | None:
    """The order in a line, «f5» in «/F5»; None when the line is an answer, in which two strokes are one.

    A question mark alone is no value of anything: it asks for help as well.
    """
    if line.strip() == HELP:
        return HELP
    if not line.startswith(STROKE) or line.startswith(STROKE * 2):
        return None
    return "+".join(fold(line[1:]).split())


def answer_of(line: str) -> str:
    """The answer in a line that is no order."""
    return line[1:] if line.startswith(STROKE * 2) else line


def obey(desk: Desk, order: str) -> bool:
    """Press the key of that name, or do what is called so; False when nothing is."""
    name = linear_words.KEYS.get(order, order)
    if name in MOVING_AND_EDITING or name in BY_NAME or name in HABITS or name == "space":
        desk.key(name, " " if name == "space" else None)
        return True
    action = next((action for action in desk.page.doable() if name_of(action) == order), None)
    if action is None:
        return False
    desk.said = ""
    desk.act(action)
    return True


def name_of(action: Action) -> str:
    """As it is typed: «lay+du+lieu» for «Lấy dữ liệu»."""
    return "+".join(fold(BY_ACTION[action].short).replace(",", "").split())
