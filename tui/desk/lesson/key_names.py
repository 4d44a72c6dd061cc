"""Keys that a text names by what they do («{take}»): what stands on them is said once, in the key table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.lesson import goal_words
from forms.lesson.tasks import Lesson
from forms.model.errors import Refused
from tui.texts.help.keys import BY_ACTION, MOVING_AND_EDITING, Action, label_of
from tui.texts.sessions import lesson_words

_NAMED = re.compile(r"\{([^{}]*)\}")
_PLAIN = (*sorted(MOVING_AND_EDITING), "space")
"""Keys that are no action."""


def with_keys(text: str) -> str:
    """*text* with what stands on the keys that it names; a name that means no key stays as it is."""
    return _NAMED.sub(lambda match: _label(match[1]) or match[0], text)


def _label(name: str) -> str:
    """What stands on the key; of an action that has none how it is called in the menu."""
    if name in _PLAIN:
        return label_of(name)
    key = next((key for action, key in BY_ACTION.items() if action == name), None)
    if key is None:
        return ""
    return key.label or lesson_words.BY_MENU.format(menu=BY_ACTION[Action.MENU].label, what=key.long)


def demand_known_keys(lesson: Lesson) -> None:
    """Raises Refused for a lesson that names a key that there is not."""
    if wrong := list(_wrong(lesson)):
        raise Refused(lesson_words.KEYS_REFUSED.format(offences="\n".join(wrong)))


def _wrong(lesson: Lesson) -> Iterator[str]:
    for number, task in enumerate(lesson.tasks):
        for part in ("words", "hint"):
            for name in _NAMED.findall(getattr(task, part)):
                if not _label(name):
                    yield f"  tasks[{number}].{part}: {goal_words.NO_SUCH_KEY.format(name=name)}"
