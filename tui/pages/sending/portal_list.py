"""On to the national system: the files to upload, the figures to type there, each to tick."""

from __future__ import annotations

from collections.abc import Sequence

from forms.dossier.content import Scope
from forms.model.issue import Severity
from forms.report.portal.comparisons import last_comparisons
from forms.report.portal.portal_lines import PortalLine, lines_left
from forms.report.report import Report
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.desk.page_names import PageName
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import portal_list
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import LIST_MOVES, Action
from tui.texts.revisions import portal_words

SIGN, NUMBER, VALUE = 4, 6, 12
WIDEST_VALUE = 30


class PortalPage(ListPage[OpenReport]):
    """What is to be done there, in its order. Space ticks, Enter goes to the records, the cell or the comparison."""

    steady = True
    scope = Scope.BESIDE
    paper = ExportKind.PORTAL
    workbook = ExportKind.ROSTERS
    actions = (
        Action.HELP,
        Action.FIND,
        Action.PRINT,
        Action.EXCEL,
        Action.FILL,
        Action.COMPARE,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        to_do = (row for row, line in enumerate(self.lines) if line.key and not line.done)
        self.cursor.row = next(to_do, 1)

    @property
    def lines(self) -> Sequence[PortalLine]:
        """Headings, notes, and what is to be done."""
        return self.once("lines", None, self._lines)

    def _lines(self) -> Sequence[PortalLine]:
        work, workspace = self.work, self.work.workspace
        return portal_list(
            Report(work.content, work.figures, work.issues, workspace.today, workspace.training)
        )

    def title(self) -> str:
        """How much is left."""
        left = lines_left(self.lines)
        return portal_words.PORTAL_TITLE.format(left=left) if left else portal_words.PORTAL_ALL_DONE

    def columns(self) -> Sequence[Column]:
        """The tick, the mã số, what is to be done, the figure."""
        longest = max((len(line.figure) for line in self.lines), default=0)
        value = min(max(longest + 1, VALUE), WIDEST_VALUE)
        wide = max(self.host.width - 1 - SIGN - NUMBER - value, 20)
        return (Column((), SIGN), Column((), NUMBER), Column((), wide), Column((), value, right=True))

    def count(self) -> int:
        return len(self.lines)

    def can_stop(self, row: int) -> bool:
        """Whatever is to be done, or leads to a comparison."""
        return bool(self.lines[row].key or self.lines[row].compared)

    def cell(self, row: int, col: int) -> Cell:
        line = self.lines[row]
        if line.is_heading:
            return Cell(line.text if col == 2 else "", role=Role.HEADING)
        return Cell((line.sign, line.number, line.text, line.figure)[col])

    def messages(self) -> list[Message]:
        """The whole line: it may be long; that figures may still change."""
        draft = [] if self.work.content.is_frozen else [(Severity.WARNING, portal_words.PORTAL_DRAFT)]
        here, *after = self.lines[self.cursor.row :]
        file = after[0].text if here.is_upload else ""
        return [(None, " ".join(filter(None, (here.number, here.text, here.figure, file)))), *draft]

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar ticks a line, or takes the tick back."""
        if char != " ":
            return False
        line = self.lines[self.cursor.row]
        if not line.key:
            self.host.say(self.explain())
            return True
        self.work.put(line.path, None if line.done else line.stamp)
        said = portal_words.UNTICKED if line.done else portal_words.TICKED
        self.host.say(said.format(count=lines_left(self.lines)))
        return True

    def open(self, row: int) -> None:
        """Go to the records, to the cell or to the comparison."""
        line = self.lines[row]
        place = line.place
        if line.compared:
            self._open_comparison(line.compared)
        elif place is None:
            self.host.say(portal_words.PORTAL_TO_TICK)
        else:
            self.host.open(place)

    def _open_comparison(self, of: str) -> None:
        """Show it once more while its file was read in this session; a file is not kept longer."""
        found = last_comparisons(self.work.content)[of]
        for file in self.work.system_files:
            if file.digest == found.digest:
                self.host.open(PageName.COMPARISON, file)
                return
        self.host.say(portal_words.PORTAL_COMPARE_AGAIN.format(file=found.file))

    def moves(self) -> Sequence[tuple[str, str]]:
        return (*LIST_MOVES, portal_words.TICKS)

    def explain(self) -> str:
        line = self.lines[self.cursor.row]
        if line.compared:
            return portal_words.PORTAL_COMPARED
        if line.place is None:
            return portal_words.PORTAL_HELP
        if line.place.table is not None:
            return portal_words.PORTAL_FIGURE
        return portal_words.PORTAL_UPLOAD if line.is_upload else portal_words.PORTAL_TO_TICK
