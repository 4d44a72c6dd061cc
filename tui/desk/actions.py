"""What the keys do: from an action to its deed, on every page that does not do it its own way (``Page.deeds``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tui.desk.kinds.remark_question import ask_remark
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.texts.help.keys import Action

EveryDeed = Callable[[Host[Any]], None]


def _opens(where: PageName) -> EveryDeed:
    return lambda host: host.open(where)


EVERYWHERE: Mapping[Action, EveryDeed] = {
    Action.HELP: _opens(PageName.HELP),
    Action.MENU: _opens(PageName.MENU),
    Action.ISSUES: _opens(PageName.ISSUES),
    Action.MISSING: _opens(PageName.MISSING),
    Action.NEXT_ISSUE: lambda host: host.next_issue(),
    Action.TAKE: _opens(PageName.TAKE),
    Action.PRINT: lambda host: host.open(PageName.EXPORT, host.page.paper),
    Action.EXCEL: lambda host: host.open(PageName.EXPORT, host.page.workbook),
    Action.IMPORT: _opens(PageName.IMPORT),
    Action.FILL: _opens(PageName.FILL),
    Action.COMPARE: _opens(PageName.COMPARE),
    Action.REMOVE: _opens(PageName.REMOVE),
    Action.MOVE_IN: _opens(PageName.MOVE_IN),
    Action.YEAR: _opens(PageName.YEARS),
    Action.CAMPAIGN: lambda host: host.open(PageName.FORM, host.work.content.form.letter.place),
    Action.NEW_LETTER: _opens(PageName.LETTER),
    Action.REPLIES: _opens(PageName.REPLIES),
    Action.PORTAL: _opens(PageName.PORTAL),
    Action.DIFFERENCES: _opens(PageName.DIFFERENCES),
    Action.HISTORY: _opens(PageName.HISTORY),
    Action.DROPPED: _opens(PageName.DROPPED),
    Action.BACK_UP: _opens(PageName.BACK_UP),
    Action.RESTORE: _opens(PageName.RESTORE),
    Action.CHILD_DATA: _opens(PageName.CHILD_DATA),
    Action.PRIVACY: _opens(PageName.PRIVACY),
    Action.MARKS: _opens(PageName.MARKS),
    Action.ERASE: _opens(PageName.ERASE),
    Action.REMARK: ask_remark,
    Action.READ_ON: lambda host: host.read_on(),
    Action.INPUT_METHOD: lambda host: host.turn_input_method(),
    Action.TONE_STYLE: lambda host: host.turn_tone_style(),
    Action.LETTERS: lambda host: host.turn_letters(),
    Action.LESSON: _opens(PageName.LESSON),
    Action.RESET: _opens(PageName.RESET_COPY),
    Action.UNDO: lambda host: host.undo(),
    Action.REDO: lambda host: host.redo(),
    Action.QUIT: lambda host: host.ask_to_quit(),
}
