"""What was sent and what the office answered, in order, what the national system complains about; the remarks to tick off."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from forms.dossier.campaign import receiver_of
from forms.dossier.place_names import (
    title_of,
)
from forms.dossier.sent_revisions import Sent, all_sent
from forms.model.text import format_moment
from forms.package.answers import Answer, PlacedRemark, answers, last_answer
from forms.package.complaints import complaints
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport
from tui.pages.sending.copying import offer_copies
from tui.texts.help.keys import Action
from tui.texts.revisions import reply_words

WHEN = 12


class _Line(NamedTuple):
    head: str
    text: str
    remark: PlacedRemark | None = None
    answer: Answer | None = None
    revision: int = 0
    """Whose files are told of here; 0 where none are."""


class RepliesPage(ListPage[OpenReport]):
    """The sendings and answers, oldest first. Space ticks a remark off, Enter goes to its place, or corrects the last answer."""

    steady = True

    @property
    def actions(self) -> tuple[Action, ...]:  # type: ignore[override]  # of this moment
        """Sending again while it is being corrected, else taking an answer in."""
        return (
            Action.HELP,
            *self.deeds_below(),
            Action.DIFFERENCES,
            *((Action.PORTAL,) if self.work.content.form.portal else ()),
            Action.NEXT_ISSUE,
            Action.MENU,
            Action.BACK,
        )

    def deeds_below(self) -> Sequence[Action]:
        """What comes next."""
        return (Action.ANSWER if self.work.content.is_frozen else Action.SEND,)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        self.look_again()

    def look_again(self) -> None:
        """The cursor on the first remark that is not ticked off, else on what comes next."""
        open_rows = (row for row, line in enumerate(self.lines) if line.remark and not line.remark.done)
        self.cursor.row = next(open_rows, self.count())

    def title(self) -> str:
        """Bản đã gửi, ý kiến của phòng."""
        return reply_words.REPLIES_TITLE.format(receiver=receiver_of(self.work.content))

    @property
    def lines(self) -> Sequence[_Line]:
        """Every sending, answer and remark, then the complaints of the national system."""
        return self.once("lines", None, self._lines)

    def _lines(self) -> list[_Line]:
        content, lines = self.work.content, list[_Line]()
        given = answers(content)
        sendings: dict[int, Sent] = {sending.number: sending for sending in all_sent(content)}
        for number in sorted(sendings.keys() | {answer.revision for answer in given}):
            if sending := sendings.get(number):
                text = reply_words.REPLY_SENT_TEXT.format(
                    at=format_moment(sending.at), by=sending.by, code=sending.code
                )
                lines.append(_Line(reply_words.REPLY_SENT.format(number=number), text))
                folder = reply_words.REPLY_FOLDER.format(folder=self.work.folder_of(number))
                lines.append(_Line("", folder, revision=number))
            for answer in given:
                if answer.revision == number:
                    lines += self._answer(answer)
        for file in complaints(content):
            text = reply_words.COMPLAINTS_OF.format(count=len(file.remarks), file=file.file)
            lines.append(_Line(format_moment(file.at[:10]), text))
            lines += map(self._remark, file.remarks)
        return lines

    def _answer(self, answer: Answer) -> list[_Line]:
        head = _Line(format_moment(answer.at[:10]), _in_words(answer), answer=answer)
        return [head, *map(self._remark, answer.remarks)]

    def _remark(self, remark: PlacedRemark) -> _Line:
        sign = reply_words.REMARK_DONE if remark.done else reply_words.REMARK_OPEN
        place = title_of(remark.place, self.work.content)
        return _Line(f"   {sign}", reply_words.REMARK_AT.format(place=place, text=remark.text), remark)

    def columns(self) -> Sequence[Column]:
        """When or which, then what."""
        return (Column((), WHEN), Column((), max(self.host.width - WHEN - 1, 20)))

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        line = self.lines[row]
        is_open = line.remark is not None and not line.remark.done
        return Cell(line.text if col else line.head, role=Role.NOTICE if is_open else Role.TEXT)

    def messages(self) -> list[Message]:
        """The whole line: it may be long."""
        return [] if self.deed_here is not None else [(None, self.lines[self.cursor.row].text)]

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar ticks a remark off, or takes the tick back."""
        remark = None if self.deed_here is not None else self.lines[self.cursor.row].remark
        if char != " " or remark is None:
            return False
        self._tick(remark)
        return True

    def _tick(self, remark: PlacedRemark) -> None:
        self.work.put((*remark.path, "done"), None if remark.done else True)
        left = len(self.work.remarks)
        self.host.say((reply_words.UNTICKED if remark.done else reply_words.TICKED).format(count=left))

    def open(self, row: int) -> None:
        """Go to the place of a remark; correct the last answer; copy the files of a revision."""
        line = self.lines[row]
        if line.remark is not None:
            self.host.open(line.remark.place)
        elif line.revision:
            offer_copies(self.host, self.work.files_of(line.revision))
        elif line.answer is not None and line.answer == last_answer(self.work.content):
            self.host.open(PageName.ANSWER_AGAIN)

    def deeds(self) -> Mapping[Action, Deed]:
        """Take an answer in, or go on to the next sending."""
        return {
            **super().deeds(),
            Action.ANSWER: lambda: self.host.open(PageName.ANSWER),
            Action.SEND: lambda: self.host.open(PageName.SIGN_OFF),
        }

    def explain(self) -> str:
        if not self.count():
            return reply_words.REPLIES_EMPTY
        answer = None if self.deed_here is not None else self.lines[self.cursor.row].answer
        if answer is not None and answer == last_answer(self.work.content):
            return reply_words.REPLIES_CORRECT
        if self.work.remarks:
            frozen = self.work.content.is_frozen
            return reply_words.REPLIES_COMPLAINED if frozen else reply_words.REPLIES_OPEN
        if self.work.content.state == self.work.content.form.send.target:
            has_portal = bool(self.work.content.form.portal)
            sentence = reply_words.REPLIES_SENT_AND_PORTAL if has_portal else reply_words.REPLIES_SENT
            return sentence.format(receiver=receiver_of(self.work.content))
        if not self.work.content.is_frozen:
            return reply_words.REPLIES_AGAIN
        return reply_words.REPLIES_HELP.format(receiver=receiver_of(self.work.content))


def _in_words(answer: Answer) -> str:
    if answer.note:
        sentence = reply_words.REPLY_BY_WITH_NOTE if answer.by else reply_words.REPLY_WITH_NOTE
    else:
        sentence = reply_words.REPLY_BY if answer.by else reply_words.REPLY
    return sentence.format(move=answer.move.title, by=answer.by, note=answer.note)
