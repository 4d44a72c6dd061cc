"""Every word that the program says. Official wording stands in the declarations of ``forms``."""

from tui.texts.campaign import *  # noqa: F403
from tui.texts.combining_words import *  # noqa: F403
from tui.texts.command_line_words import *  # noqa: F403
from tui.texts.entry import *  # noqa: F403
from tui.texts.office import *  # noqa: F403
from tui.texts.rolling import *  # noqa: F403
from tui.texts.screens import *  # noqa: F403
from tui.texts.sending import *  # noqa: F403
