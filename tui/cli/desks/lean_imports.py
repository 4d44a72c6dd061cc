"""What the screens do without when Textual is imported: a fifth of the start, and of what a session keeps in memory.

Whatever is asked for all the same is loaded then (``forms.store.system.stand_ins``).
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from forms.store.system.rare_modules import RARE
from forms.store.system.stand_ins import Exported, on_call, stand_ins
from tui.cli.desks.late_methods import late_methods
from tui.cli.desks.late_patterns import late_patterns
from tui.cli.desks.plain_annotations import plain_annotations

UNUSED: Mapping[str, tuple[str, ...]] = {
    "textual.command": (
        "CommandListItem",
        "CommandPalette",
        "DiscoveryHit",
        "Hit",
        "Hits",
        "Provider",
        "SimpleProvider",
    ),
    "textual.renderables.text_opacity": ("TextOpacity",),
    "textual.widgets._toast": ("ToastRack",),
    "rich.table": ("Table",),
}
"""Modules of what no screen of ours shows, and what Textual imports of each: its command palette (``ENABLE_COMMAND_PALETTE``
is off) with lists, trees and inputs, its toasts (``LeanApp`` has none) with containers, the table of a design's colours, faint texts."""
CALLED: Mapping[str, tuple[str, ...]] = {
    "difflib": ("get_close_matches",),
    "pickle": ("dumps", "loads"),
    "platformdirs": ("user_downloads_path",),
    "rich._emoji_replace": ("_emoji_replace",),
    "rich.markup": ("render",),
    "rich.panel": ("Panel",),
    "rich.tree": ("Tree",),
    "textual.css._help_text": (
        "align_help_text",
        "border_property_help_text",
        "color_property_help_text",
        "dock_property_help_text",
        "expand_help_text",
        "fractional_property_help_text",
        "integer_help_text",
        "keyline_help_text",
        "layout_property_help_text",
        "offset_property_help_text",
        "offset_single_axis_help_text",
        "position_help_text",
        "property_invalid_value_help_text",
        "scalar_help_text",
        "scrollbar_size_property_help_text",
        "scrollbar_size_single_axis_help_text",
        "spacing_invalid_value_help_text",
        "spacing_wrong_number_of_values_help_text",
        "split_property_help_text",
        "string_enum_help_text",
        "style_flags_property_help_text",
        "table_rows_or_columns_help_text",
        "text_align_help_text",
    ),
    "uuid": ("uuid4",),
}
"""What is called only where no screen of ours comes to: for a wrong style sheet, a link in a text, a tree of widgets, a download,
words with marks in brackets."""
ASKED = ("asyncio.sslproto", "mimetypes")
"""Modules that are asked for something only where something rare happens."""
TYPES = (
    "Final",
    "Literal",
    "ParamSpec",
    "Protocol",
    "Self",
    "TypeAlias",
    "TypedDict",
    "TypeGuard",
    "runtime_checkable",
)
"""What Textual imports of ``typing_extensions``; ``typing`` has it, too."""
SUBPROCESS = {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3}
"""What asyncio asks of ``subprocess`` before a process is started."""


def stood_in_for() -> dict[str, Exported | None]:
    """The modules, with the names that each has. There is no ``ssl``: asyncio would load it, and nothing here connects."""
    names: dict[str, dict[str, object]] = {name: {} for name in ASKED}
    names |= {name: dict(on_call(name, *functions)) for name, functions in CALLED.items()}
    names |= {name: {each: type(each, (), {}) for each in classes} for name, classes in UNUSED.items()}
    names["random"] = {"getrandbits": lambda _bits: 0}  # Rich numbers links from there on
    names["rich.emoji"] = {"EmojiVariant": str}  # only to tell a type
    names["rich.pager"] = {"Pager": object, "SystemPager": object}
    names["subprocess"] = dict(SUBPROCESS)
    names["typing_extensions"] = {name: getattr(typing, name) for name in TYPES}
    return {"ssl": None, **RARE, **names}


@contextmanager
def lean_imports() -> Iterator[None]:
    """Inside, what is imported does without what no screen of ours uses; afterwards nothing stands in for it any more."""
    with stand_ins(stood_in_for()), late_patterns(), late_methods(), plain_annotations():
        yield
