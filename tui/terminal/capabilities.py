"""What the terminal can show: colours, frames, letters; and what must be set before Textual is imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from forms.model.declared import Frozen
from forms.model.errors import NhomtreError
from forms.store.system import platform_calls
from tui.desk.canvas import Role
from tui.terminal.contrast import Rgb, readable_colours
from tui.terminal.lean.families import UNKNOWN, Family, family_of
from tui.texts import terminal_words

SSH_ESCAPE_DELAY = "300"
"""Milliseconds after which a lone Esc is one: over a slow line an arrow key may arrive in pieces."""


class Looks(Frozen):
    """How roles look: Rich styles by role. *has_exact_colours*: once the background is known, colours may be added."""

    styles: Mapping[Role, str]
    has_exact_colours: bool = False
    family: Family = UNKNOWN
    """What the terminal is trusted with."""


# never bold: PuTTY shows it as a colour of its own, white whatever the background is
_PLAIN: dict[Role, str] = {
    Role.TEXT: "",
    Role.DIM: "",
    Role.GIVEN: "underline",
    Role.TITLE: "reverse",
    Role.HEADING: "underline",
    Role.CURSOR: "reverse",
    Role.EDIT: "underline",
    Role.CARET: "reverse",
    Role.ERROR: "underline",
    Role.WARNING: "",
    Role.NOTICE: "underline",
}


def prepare_environment(environment: dict[str, str] | None = None) -> None:
    """Set what Textual reads when it is imported, and nothing else of that: it would log, take pictures or press keys."""
    env = os.environ if environment is None else environment
    for name in [name for name in env if name.startswith("TEXTUAL")]:
        del env[name]
    env["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    env["TEXTUAL_ANIMATIONS"] = "none"
    env["TEXTUAL_SMOOTH_SCROLL"] = "0"
    if env.get("SSH_TTY"):
        env.setdefault("ESCDELAY", SSH_ESCAPE_DELAY)


def is_interactive() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class UnfitTerminal(NhomtreError):
    """No screen can be drawn here; why, in ASCII where the terminal may show nothing else."""


def demand_fit() -> None:
    """Raises UnfitTerminal where this terminal cannot show the app."""
    if sys.platform == "win32":
        # its consoles have no TERM, and their code page is set to UTF-8 whatever the locale says
        if not platform_calls.draws_escape_sequences():
            raise UnfitTerminal(terminal_words.OLD_CONSOLE)
        return
    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise UnfitTerminal(terminal_words.DUMB_TERMINAL)


def looks() -> Looks:
    """The looks of this terminal as long as its background is not known: attributes, no colour."""
    # a console of Windows returns at a line feed, whatever TERM a shell there has set
    family = UNKNOWN if sys.platform == "win32" else family_of(os.environ.get("TERM", ""))
    return Looks(_PLAIN, _has_exact_colours(os.environ), family)


def looks_on(background: Rgb, before: Looks) -> Looks:
    """The looks once the background is known."""
    styles = dict(_PLAIN)
    for role, number in readable_colours(background).items():
        styles[role] = f"{_PLAIN[role]} color({number})".strip()
    return before.but(styles=styles)


def _has_exact_colours(environment: Mapping[str, str]) -> bool:
    """Whether colours of a number above 15 are shown, and wanted."""
    wanted = not environment.get("NO_COLOR")
    return wanted and ("256color" in environment.get("TERM", "") or bool(environment.get("COLORTERM")))
