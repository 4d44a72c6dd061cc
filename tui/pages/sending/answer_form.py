"""An answer of the office as a form: which, when, by whom, in which words, about which places. Kept only by its last line."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content, Path
from forms.dossier.place_names import every_place, read_place, spoken_place, title_of
from forms.dossier.sent_revisions import sent
from forms.model.code_list import Item
from forms.model.declared import Enum
from forms.model.errors import Refused
from forms.model.place import Place
from forms.model.text import clean, format_date, parse_iso, recent_day
from forms.package.answers import Answer, PlacedRemark
from forms.sets.workflow import Move
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.grid_page import GridPage
from tui.desk.page import Host, Message
from tui.desk.shown_report import ANSWERER, ShownReport
from tui.texts import desk_words
from tui.texts.help.keys import Action
from tui.texts.revisions import answer_words

NEW_ANSWER = ("answers", "")
"""Where its words are to stand: as of a record, the number of one that is not there yet is empty."""
LABEL = 22
VALUE = 1
"""The column of what is typed."""


class Part(Enum):
    """What a line of the form holds."""

    MOVE = "move"
    DAY = "day"
    BY = "by"
    NOTE = "note"
    PLACE = "place"
    WORDS = "words"
    MORE = "more"
    KEEP = "keep"


class _Line(NamedTuple):
    part: Part
    remark: int = -1
    """Which remark, from 0; -1 where it is of none."""


class _Remark(NamedTuple):
    place: Place
    text: str = ""


class AnswerPage(GridPage[ShownReport]):
    """The parts of an answer to *revision*, in any order, back and forth; *take* gets it from the last line.

    *moves* are those that it may be, *given* is the answer that is corrected.
    """

    is_asking = True
    actions = (Action.HELP, Action.MENU, Action.BACK, Action.SAVE)

    def __init__(
        self,
        host: Host[ShownReport],
        content: Content,
        moves: Sequence[Move],
        move: Move,
        revision: int,
        take: Callable[[Answer], None],
        given: Answer | None = None,
    ) -> None:
        super().__init__(host)
        self._content, self._moves, self._move = content, moves, move
        self._revision, self._take, self._given = revision, take, given
        today = host.work.workspace.today
        self._day = (parse_iso(given.at[:10]) if given else None) or today
        # an owner writes down answers of others, and asks to unlock in her own name
        used = "" if host.work.asked is None else host.work.last_used.get(ANSWERER, "")
        self._by, self._note = (given.by, given.note) if given else (used, "")
        asked = host.work.asked or {}
        self._remarks = (
            [_Remark(remark.place, remark.text) for remark in given.remarks]
            if given
            else [_Remark(place, text) for place, text in asked.items()]
        )
        sending = sent(content, revision)
        self._sent_on = parse_iso(sending.at[:10]) if sending else None
        self._begun = self._parts
        self._has_gone = False
        """Whether what was committed has put the cursor where it goes on."""
        self.cursor.col = VALUE
        self.go(1)

    @property
    def _parts(self) -> object:
        return self._move, self._day, self._by, self._note, tuple(self._remarks)

    @property
    def lines(self) -> list[_Line]:
        """The lines of the form; places only where the office says what is to be corrected."""
        lines = [_Line(Part.MOVE), _Line(Part.DAY)]
        if self._move.by == "office":
            lines.append(_Line(Part.BY))
        lines.append(_Line(Part.NOTE))
        if self._has_remarks:
            for number in range(len(self._remarks)):
                lines += [_Line(Part.PLACE, number), _Line(Part.WORDS, number)]
            lines.append(_Line(Part.MORE))
        return [*lines, _Line(Part.KEEP)]

    @property
    def _has_remarks(self) -> bool:
        return self._move.target == "rejected"

    # What it shows

    def title(self) -> str:
        title = answer_words.FORM_TITLE if self._given is None else answer_words.FORM_TITLE_AGAIN
        return title.format(revision=self._revision)

    def columns(self) -> Sequence[Column]:
        """What is asked, and what is typed."""
        return (Column((), LABEL, frozen=True), Column((), max(self.host.width - LABEL - 2, LABEL)))

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        line = self.lines[row]
        if col != VALUE:
            return Cell(answer_words.FORM_LABELS[line.part.value].format(number=line.remark + 1))
        role = Role.NOTICE if line.part in (Part.MORE, Part.KEEP) else Role.TEXT
        return Cell(self._value(line), role=role)

    def _value(self, line: _Line) -> str:
        match line.part:
            case Part.MOVE:
                return self._move.title
            case Part.DAY:
                return format_date(self._day)
            case Part.BY:
                return self._by
            case Part.NOTE:
                return self._note
            case Part.PLACE:
                return title_of(self._remarks[line.remark].place, self._content)
            case Part.WORDS:
                return self._remarks[line.remark].text
            case Part.MORE:
                return answer_words.FORM_MORE
            case Part.KEEP:
                return answer_words.FORM_KEEP.format(move=self._move.title)

    @property
    def _here(self) -> _Line:
        return self.lines[self.cursor.row]

    def explain(self) -> str:
        return self._help(self._here)

    def _help(self, line: _Line) -> str:
        return answer_words.FORM_HELP[line.part.value].format(receiver=receiver_of(self._content))

    def messages(self) -> list[Message]:
        """What is still missing."""
        wanted = self._move.needs_note and not (self._note or self._remarks)
        return [(None, answer_words.REASON_NEEDED.format(move=self._move.title))] if wanted else []

    # What typing means

    def can_type(self, row: int, col: int) -> bool:
        return col == VALUE and self.lines[row].part not in (Part.MOVE, Part.KEEP)

    def in_words(self, row: int, col: int) -> bool:
        return self.path(row, col) is not None

    def why_not(self, row: int, col: int) -> str:
        return self._help(self.lines[row])

    def typed(self, row: int, col: int) -> str:
        return "" if self.lines[row].part is Part.MORE else self.cell(row, col).text

    def path(self, row: int, col: int) -> Path | None:
        """Words that took long to type are kept as a draft."""
        keys = {Part.NOTE: "note", Part.WORDS: "remarks"}
        key = keys.get(self.lines[row].part)
        return (*NEW_ANSWER, key) if key and col == VALUE else None

    def commit(self, row: int, col: int, text: str) -> None:
        line, text = self.lines[row], clean(text)
        match line.part:
            case Part.DAY:
                self._day = self._read_day(text)
            case Part.BY:
                self._by = text
            case Part.NOTE:
                self._note = text
            case Part.WORDS:
                self._remarks[line.remark] = self._remarks[line.remark]._replace(text=text)
            case Part.PLACE if not text:
                del self._remarks[line.remark]
                self.host.say(answer_words.PLACE_DROPPED)
            case Part.PLACE | Part.MORE if text:
                self._put_place(line.remark, self._read_place(text))
            case _:
                pass

    def _read_day(self, text: str) -> date:
        today = self.host.work.workspace.today
        if not text:
            return today
        day = recent_day(text, today)
        if day is None:
            raise Refused(answer_words.WRONG_DAY_TYPED.format(text=text))
        if day > today:
            raise Refused(answer_words.DAY_NOT_YET)
        if self._sent_on and day < self._sent_on:
            raise Refused(
                answer_words.DAY_BEFORE_SENDING.format(
                    day=format_date(day), revision=self._revision, sent=format_date(self._sent_on)
                )
            )
        return day

    def _read_place(self, text: str) -> Place:
        place = spoken_place(text, self._content)
        if place is None:
            raise Refused(answer_words.NO_SUCH_PLACE.format(text=text))
        return place

    def _put_place(self, number: int, place: Place) -> None:
        """The place of a remark, or of one more; the cursor then stands at its words."""
        if number < 0:
            self._remarks.append(_Remark(place))
            number = len(self._remarks) - 1
        else:
            self._remarks[number] = self._remarks[number]._replace(place=place)
        self._has_gone = True
        self.go(self.lines.index(_Line(Part.WORDS, number)))

    def go_on(self) -> None:
        """Enter goes on from where it was pressed; after a place the cursor stands at its words already."""
        if not self._has_gone:
            super().go_on()
        self._has_gone = False

    def at_the_end(self) -> None:
        """After the last part comes the line that keeps all."""
        self.go(self.count() - 1)

    def open(self, row: int, col: int) -> bool:
        """Enter chooses the answer, a place; keeps all on the last line."""
        line = self.lines[row]
        match line.part:
            case Part.MOVE:
                self._choose_move()
            case Part.PLACE | Part.MORE:
                self._choose_place(line.remark)
            case Part.KEEP:
                self._keep()
            case _:
                return False
        return True

    def _choose_move(self) -> None:
        items = [Item(str(number), move.title, {}) for number, move in enumerate(self._moves, 1)]

        def take(item: Item) -> None:
            self._move = self._moves[int(item.code) - 1]

        title = answer_words.CHOOSE_ANSWER.format(receiver=receiver_of(self._content))
        self.host.choose(title, items, take)

    def _choose_place(self, number: int) -> None:
        def take(item: Item) -> None:
            place = read_place(str(item.attributes["place"]), self._content.form)
            if place is not None:
                self._put_place(number, place)
                self._has_gone = False

        items = [
            Item(code, title, {"place": str(place)}) for code, title, place in every_place(self._content)
        ]
        self.host.choose(answer_words.CHOOSE_PLACE, items, take)

    def _keep(self) -> None:
        remarks = self._remarks if self._has_remarks else []
        if self._move.needs_note and not (self._note or remarks):
            self.go(self.lines.index(_Line(Part.NOTE)))
            self.host.say(answer_words.REASON_NEEDED.format(move=self._move.title))
            return
        workspace = self.host.work.workspace
        at = workspace.now() if self._day == workspace.today else self._day.isoformat()
        if self._given is not None and self._given.at[:10] == self._day.isoformat():
            at = self._given.at
        given = tuple(PlacedRemark(remark.place, remark.text or self._note) for remark in remarks)
        self.host.work.last_used[ANSWERER] = self._by
        if self.host.work.asked:
            self.host.work.asked.clear()
        self.host.back()
        self._take(Answer(self._move, at, self._by, self._note, self._revision, given))

    def escape(self) -> bool:
        """Esc drops what is typed, and the form after a question when something stands in it."""
        if super().escape():
            return True
        if self._parts == self._begun:
            return False
        self.host.ask(answer_words.ASK_DROP_ANSWER, self._dropped)
        return True

    def _dropped(self, text: str) -> None:
        if text.casefold() in desk_words.YES_WORDS:
            self.host.back()
