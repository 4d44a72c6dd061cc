"""The desk: a stack of pages on one screen of lines. Every key goes through here, in order of arrival.

Pure Python: the terminal side hands keys over and draws the lines. Opening a page is done before the
next key is looked at, so a burst of keys gives what the same keys give one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from forms.dossier.content import Path, Scope
from forms.dossier.place_names import (
    exists,
)
from forms.model.code_list import Item
from forms.model.declared import Frozen
from forms.model.errors import NhomtreError
from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.text import clean
from tui.desk import frame
from tui.desk.actions import EVERYWHERE
from tui.desk.canvas import Line, Role, Span, blank, filled, line_of, wrapped
from tui.desk.drafts import Drafts
from tui.desk.issue_walk import IssueWalk
from tui.desk.lesson.presenter import PRESENTED_LINES, Presenter, presented
from tui.desk.line.buffer import Buffer
from tui.desk.line.input_method import InputMethod
from tui.desk.page import BETWEEN, UNDER_A_CHOICE, Message, Page, Unfinished
from tui.desk.page_names import PageName
from tui.desk.sessions.neighbour import Neighbour
from tui.desk.shown_report import ShownReport
from tui.desk.title_end import TitleEnd
from tui.jobs.sessions.letter_set import LetterSet
from tui.jobs.sessions.readable_letters import ReadableLetters
from tui.jobs.sessions.sharing import News, Sharing
from tui.texts import desk_words
from tui.texts.help.keys import (
    BY_ACTION,
    BY_NAME,
    CHANGING,
    FORMERLY,
    HABITS,
    MOVING_AND_EDITING,
    Action,
    Habit,
    is_function_key,
    label_of,
)

if TYPE_CHECKING:
    from forms.entry.meaning import Vocabulary
    from tui.desk.lesson.companion import Companion
    from tui.jobs.background import Job
    from tui.jobs.lesson.learning import Learning

LEAST_WIDTH, LEAST_HEIGHT = 60, 16
RULE = "─"
ABOVE = 2
"""Lines above the headings: title and rule."""
AROUND = 4
"""Lines of a screen that are not headings, body or foot: title, two rules, keys."""
LEAST_BODY = 3
"""Lines of the body that a foot leaves, however long its messages are."""
ABOVE_QUESTION = 2
"""Lines for what another session wants while a line is asked for."""
LEAST_ANSWER = 14
"""Cells for an answer, however long its question is."""


class Terminal(Protocol):
    """What the terminal side does for the desk."""

    def quit(self) -> None:
        """Leave the program; everything committed is on disk."""

    def start(self, job: Job[Any]) -> None:
        """Carry *job* out away from the keys; what it tells comes in order with them."""


class Pages(Protocol):
    """The registry: the one who knows every page."""

    def __call__(self, host: Any, where: PageName | Place, *about: object) -> Page[Any] | None:
        """The page of a name or place; None when something was asked or said instead."""


class _Question(Frozen):
    text: str
    answer: Callable[[str], None]
    buffer: Buffer
    path: Path | None
    """Of the value that the answer is to become."""
    in_words: bool
    """Whether the answer is made of words."""


class Desk:
    """The pages, the message line and the question that is open."""

    def __init__(
        self,
        work: ShownReport,
        terminal: Terminal,
        pages: Pages,
        width: int = 80,
        height: int = 24,
        letters: ReadableLetters | None = None,
        *,
        has_mouse: bool = False,
        companion_of: Callable[[Any], Companion | None] | None = None,
        presents: bool = False,
    ) -> None:
        self.work: Any = work
        """The report that is open; what a page needs of it is said by the page."""
        self.terminal = terminal
        self._page_of = pages
        self.width = width
        self.height = height
        self.letters = letters or ReadableLetters()
        """Those that this terminal shows."""
        self._has_mouse = has_mouse
        self._companion_of = companion_of
        self._companion: Companion | None = None
        self.presents = presents
        """Whether somebody shows it to others: keys stand in the title, explanations are whole."""
        self._presenter = Presenter()
        self._has_function_keys = False
        """Whether one has come: until then nobody knows whether this terminal passes them on."""
        self.said = ""
        self.input_method = InputMethod()
        """How letters with marks are typed in this session."""
        self._part = 0
        """Which part of a message is shown that has too many lines for the foot."""
        self.explaining_line = 0
        """The line of the screen that explains what is in focus."""
        self._walk = IssueWalk(self)
        self._pages: list[Page[Any]] = []
        self._outer: list[tuple[ShownReport, list[Page[Any]]]] = []
        """The reports from which others were gone into, each with its pages."""
        self._question: _Question | None = None
        self.is_starting = False
        """Whether the first screen is still to come: what takes long waits until it stands."""
        self._title_end = TitleEnd()
        self.drafts = Drafts(self)
        self._neighbour: Neighbour | None = None

    def stand(self) -> None:
        """The first screen stands, or a key has come before it did: what waited for that is done."""
        if self.is_starting:
            self.is_starting = False
            self.carry_out(self._pages[0].look_again)

    # What pages ask for

    @property
    def page(self) -> Page[Any]:
        """The page in front."""
        return self._pages[-1]

    def open(self, where: PageName | Place, *about: object) -> None:
        """Go to a page, or to a place: on the page in front when it shows it, else on a page of its own."""
        if not isinstance(where, Place):
            self._push(self._page_of(self, where, *about))
        elif not any(where) or not exists(where, self.work.content):
            self.say(desk_words.WRONG_PLACE.format(place=where))
        else:
            if not self.page.shows(where):
                self._push(self._page_of(self, where))
            self.page.go_to(where)

    def choose(
        self,
        title: str,
        items: Sequence[Item],
        take: Callable[[Item], None],
        current: str | None = None,
        words: Vocabulary | None = None,
        query: str = "",
    ) -> None:
        """Offer *items* on a page."""
        self._push(self._page_of(self, PageName.CHOICE, title, items, take, current, words, query))

    def wait(self, job: Job[Any], page: Page[Any]) -> None:
        """Begin work away from the keys; *page* is shown meanwhile."""
        self._push(page)
        self.start(job)

    def start(self, job: Job[Any]) -> None:
        """Begin work away from the keys, behind whatever page is in front."""
        self.terminal.start(job)

    def begin(self, work: ShownReport, where: PageName, *about: object) -> None:
        """Go on with *work*; that page is the only one."""
        self.work = work
        first = self._page_of(self, where, *about)
        self._pages = [first] if first else []
        self._walk.end()
        self._companion = self._companion_of(work) if self._companion_of is not None else None
        self._look_at_lesson()

    def _look_at_lesson(self) -> None:
        if self._companion is not None and not self.is_starting:
            self._companion.look(self.work)

    @property
    def companion(self) -> Companion | None:
        """Who goes along with a learner."""
        return self._companion

    @property
    def learning(self) -> Learning | None:
        """The lesson that is learnt on the report that is open."""
        return self._companion.learning if self._companion is not None else None

    def give_hint(self) -> None:
        """Show the hint of the task in hand."""
        if self._companion is not None:
            self._companion.hint()

    def enter(self, work: ShownReport, where: PageName, *about: object) -> None:
        """Go into another report; Esc on its first page leads back to this one."""
        self._outer.append((self.work, self._pages))
        self._pages = []
        self.begin(work, where, *about)

    def back(self) -> None:
        """Leave the page in front; from the first page the program ends after a question."""
        if len(self._pages) > 1:
            self._pages.pop()
            self.page.come_to_front()
        elif self._outer:
            self.work, self._pages = self._outer.pop()
            self._walk.end()
        else:
            self.ask_to_quit()

    def home(self) -> None:
        """Back to the first page."""
        if len(self._pages) > 1:
            del self._pages[1:]
            self.page.come_to_front()

    def escape(self) -> None:
        """Esc: what is being typed is dropped, F9 is gone back, the page in front is left; the first of these that there is."""
        if not (self.page.escape() or self._walk.escape()):
            self.back()

    def stack(self) -> tuple[Page[Any], ...]:
        """The pages, that in front last."""
        return tuple(self._pages)

    def show(self, pages: Sequence[Page[Any]]) -> None:
        """Those pages again."""
        self._pages = list(pages)

    @property
    def issue_in_hand(self) -> Issue | None:
        """The issue that the cursor was led to last."""
        return self._walk.in_hand

    def next_issue(self) -> None:
        """The cursor on the next issue."""
        self._walk.next()

    def go_to_issue(self, issue: Issue) -> None:
        """The cursor on the place of *issue*."""
        self._walk.go_to(issue)

    def undo(self) -> None:
        """Take the last change back."""
        self.say(desk_words.UNDONE if self.work.undo() else desk_words.NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self.say(desk_words.REDONE if self.work.redo() else desk_words.NOTHING_TO_REDO)

    def ask_to_quit(self) -> None:
        """Leave the program after a question."""
        self.ask(desk_words.ASK_QUIT_LOST if self._is_lost else desk_words.ASK_QUIT, self._answer_quit)

    @property
    def _is_lost(self) -> bool:
        """Whether a report that is open here went away on disk."""
        return any(work.loss for work in (self.work, *(work for work, _ in self._outer)))

    def _push(self, page: Page[Any] | None) -> None:
        if page is not None:
            self._pages.append(page)
            if self._companion is not None:
                self._companion.opened(page)

    def say(self, text: str) -> None:
        """One sentence, until the next key."""
        if text:
            self.said = text

    def ask(
        self,
        question: str,
        answer: Callable[[str], None],
        text: str = "",
        path: Path | None = None,
        *,
        in_words: bool = False,
    ) -> None:
        """Ask for a line of text on the message line, that is to become the value at *path*."""
        self._question = _Question(question, answer, Buffer.of(text), path, in_words)

    def type_anew(self) -> None:
        """What a question proposes, or a list looks for, gives way to the line that comes."""
        if self._question is not None:
            self._question.buffer.clear()
        else:
            self.page.type_anew()

    @property
    def unfinished(self) -> Unfinished | None:
        """What is being typed and is to become a value of the dossier."""
        question = self._question
        if question is not None and question.path is not None and question.buffer.text:
            return Unfinished(question.path, question.buffer.text)
        return next((typed for page in reversed(self._pages) if (typed := page.unfinished())), None)

    def share(self, sharing: Sharing) -> None:
        """There may be other sessions on the dossier."""
        self._neighbour = Neighbour(sharing, self.say, self.ask, self.drafts.offer)

    def look(self) -> News | None:
        """See what another session on the dossier does; None when that is nothing new."""
        if self._neighbour is None:
            return None
        news = self._neighbour.look(may_ask=self._question is None)
        if news is News.STANDING and self._neighbour.standing:
            self.said = ""
        return news

    @property
    def offers(self) -> tuple[Action, ...]:
        """What another session on the dossier, or its loss, makes possible on every page."""
        return self._neighbour.offers if self._neighbour else ()

    def size(self) -> tuple[int, int]:
        """Columns and rows of the body of the page in front."""
        if not self._pages:
            return self.width, max(self.height - self._around - frame.FOOT_LINES, 1)
        headings = len(self.page.headings(self.width))
        return self.width, max(self.height - self._around - headings - len(self._foot(headings).lines), 1)

    @property
    def _around(self) -> int:
        """Lines of the screen that are not headings, body or foot."""
        return AROUND + len(self._companion.lines(self.width) if self._companion is not None else ())

    def resize(self, width: int, height: int) -> None:
        """The screen has another size; what is being typed stays."""
        self.width, self.height = width, height

    @property
    def too_small(self) -> bool:
        """Whether there is no room to work."""
        return self.width < LEAST_WIDTH or self.height < LEAST_HEIGHT

    def _answer_quit(self, text: str) -> None:
        if text.casefold() in desk_words.YES_WORDS:
            self.terminal.quit()

    # Keys

    def carry_out(self, call: Callable[[], None]) -> None:
        """Carry *call* out; what is refused or cannot be written is said, and nothing else comes of it."""
        for step in (call, self._look_at_lesson):
            try:
                step()
            except NhomtreError as error:
                self.say(str(error))

    def key(self, name: str, char: str | None) -> None:
        """Carry out one key."""
        self.stand()
        if self._reads_on(name):
            self.read_on()
            return
        self._presenter.press(name, char)
        self.said, self._part = "", 0
        self._has_function_keys = self._has_function_keys or is_function_key(name)
        if name == BY_ACTION[Action.INPUT_METHOD].name and not self.too_small:
            # what is being typed goes on
            self.turn_input_method()
            return
        typed = char if char is not None and char.isprintable() else None
        self.carry_out(lambda: self._key(name, typed))
        self.drafts.after_key(name)

    def _reads_on(self, name: str) -> bool:
        """Whether the key shows the next part of what is told: nothing else happens then, what is being typed stays."""
        return self._question is None and name == BY_ACTION[Action.READ_ON].name and not self.too_small

    def read_on(self) -> None:
        """The next part of a message that has too many lines for the foot; the first again after the last."""
        self._part += 1
        if not self.has_more_to_read:
            self._part = 0
            self.say(desk_words.ALL_READ)

    def turn_input_method(self) -> None:
        """The next way to type letters with marks, or none."""
        self.input_method.turn()
        self.say(desk_words.INPUT_METHODS[self.input_method.method])

    def turn_tone_style(self) -> None:
        """The other way to put the tone of ``hòa``."""
        self.input_method.turn_style()
        self.say(desk_words.TONE_STYLES[self.input_method.style])

    def turn_letters(self) -> None:
        """LetterSet are drawn without marks, or with them again."""
        self.letters.turn()
        self.say(desk_words.LETTERS[self.letters.drawn])

    def offer_letters(self) -> None:
        """Ask whether Vietnamese letters can be read, on a terminal of whose kind nobody has said it yet."""
        if self.letters.is_to_be_asked and self._question is None:
            self.ask(desk_words.ASK_LETTERS, self._answer_letters)

    def _answer_letters(self, text: str) -> None:
        can_read = text.casefold() not in desk_words.NO_WORDS
        self.letters.choose(LetterSet.WHOLE if can_read else LetterSet.UNMARKED)
        self.say(desk_words.LETTERS[self.letters.drawn])

    @property
    def has_more_to_read(self) -> bool:
        """Whether the messages at the cursor have too many lines for the foot."""
        return self._foot(len(self.page.headings(self.width))).parts > 1

    def _key(self, name: str, char: str | None) -> None:
        if self._question is not None:
            self._answering(name, char)
            return
        if self._walk.key(name, char) or self.drafts.key(name, char):
            return
        key = BY_NAME.get(name)
        if name in HABITS:
            self._answer_habit(HABITS[name])
        elif key is None and char is None and name not in MOVING_AND_EDITING:
            self.say(desk_words.NOT_HERE.format(key=label_of(name)))
        elif key is None:
            self.page.key(name, char)
        elif key.action is Action.BACK:
            self.escape()
        else:
            self._act_by_key(key.action, name)

    def _act_by_key(self, action: Action, name: str) -> None:
        """Carry out what a key means; where it meant something else formerly, say which key that has now."""
        wanted = next((key for key in FORMERLY.get(name, ()) if key.action in self.page.actions), None)
        is_known = self._knows(self.page, action)
        if is_known or wanted is None:
            self.carry_out(lambda: self._act(action, label_of(name)))
        if wanted is not None:
            labels = desk_words.OR.join(label_of(now) for now in (wanted.name, *wanted.also) if now)
            sentence = desk_words.NOW_ON_KEY if labels else desk_words.NOW_IN_MENU
            self.said = BETWEEN.join(
                filter(None, (self.said, sentence.format(what=wanted.short, key=labels)))
            )

    def _answer_habit(self, habit: Habit) -> None:
        if habit is not Habit.SAVE:
            self.say(desk_words.HABITS[habit])
        elif self.page.leave():
            self.say(self.page.saved() or self.saved())

    def _answering(self, name: str, char: str | None) -> None:
        question = self._question
        assert question is not None
        if name == "enter":
            self._question = None
            question.answer(clean(question.buffer.text))
        elif name == "escape":
            self._question = None
        elif self.input_method.press(question.buffer, name):
            pass
        elif char is not None:
            if not self.input_method.type(question.buffer, char, in_words=question.in_words):
                self.say(desk_words.LINE_FULL)
        elif name in HABITS and HABITS[name] is not Habit.SAVE:
            self.say(desk_words.HABITS[HABITS[name]])
        else:
            self.say(desk_words.NOT_IN_QUESTION.format(key=label_of(name)))

    def paste(self, text: str) -> None:
        """Carry out a paste."""
        self.stand()
        self.said, self._part = "", 0
        if self._question is not None:
            if not self._question.buffer.insert(clean(text)):
                self.say(desk_words.LINE_FULL)
        else:
            self.carry_out(lambda: self._paste(text))
        self.drafts.after_key("paste")

    def _paste(self, text: str) -> None:
        if not (self._walk.key("paste", None) or self.drafts.key("paste", text[:1])):
            self.page.paste(text)

    def click(self, column: int, line: int) -> None:
        """Carry out a click of the mouse on a cell of the screen: what is being typed is committed, the cursor goes there."""
        self.stand()
        self.said, self._part = "", 0
        self.carry_out(lambda: self._click(column, line))

    def _click(self, column: int, line: int) -> None:
        if not self._has_mouse:
            self.say(desk_words.MOUSE_OFF)
        elif self._question is not None:
            self.say(desk_words.QUESTION_KEYS)
        elif not self.too_small and self.page.leave():
            first = ABOVE + len(self.page.headings(self.width))
            inside = 0 <= line - first < self.size()[1]
            if not (inside and self.page.point(column, line - first)):
                self.say(desk_words.CLICK_ELSEWHERE)

    def act(self, action: Action) -> None:
        """Carry out an action: what is being typed is committed first."""
        self.carry_out(lambda: self._act(action, BY_ACTION[action].label))

    def _act(self, action: Action, key: str) -> None:
        page = self.page
        if self._walk.holds_back(action):
            return
        if action is Action.SAVE:
            self._save(page)
            return
        if action is Action.UNDO and page.bring_back():
            return
        if not page.leave():
            return
        if self._neighbour is not None and action in self._neighbour.offers:
            self._neighbour.deeds[action]()
            return
        if not self._knows(page, action):
            self.say(desk_words.NOT_HERE.format(key=key))
            return
        scope = Scope.REPORT if action is Action.TAKE else page.scope
        if action in CHANGING and (refusal := self.work.refusal(scope)):
            raise refusal
        if action in UNDER_A_CHOICE and any(below.is_asking for below in self._pages):
            self.say(desk_words.CHOOSE_FIRST)
            return
        own = page.deeds().get(action)
        if own is not None:
            own()
        elif action in EVERYWHERE:
            EVERYWHERE[action](self)
        else:
            self.say(desk_words.NOT_HERE.format(key=key))

    def _knows(self, page: Page[Any], action: Action) -> bool:
        return action in page.known or (action is Action.MENU and bool(self.offers))

    def _save(self, page: Page[Any]) -> None:
        if self.drafts.accept():
            return
        if not page.start_editing() and page.leave():
            self.say(page.saved() or self.saved())

    def saved(self) -> str:
        """«Đã lưu lúc 14:05.», once something is on disk; that it is there no more, when it went away."""
        if self._is_lost:
            return desk_words.NOT_SAVED
        return (
            desk_words.SAVED_AT.format(time=self.work.saved_at)
            if self.work.saved_at
            else desk_words.ALL_SAVED
        )

    # What stands there

    @property
    def question(self) -> str:
        """What is asked on the message line; empty when nothing is."""
        return self._question.text if self._question is not None else ""

    @property
    def typed_answer(self) -> str:
        """What is typed or proposed for an answer."""
        return self._question.buffer.text if self._question is not None else ""

    @property
    def waits_for_enter(self) -> bool:
        """Whether the cursor was led to another page and one Enter is waited for."""
        return bool(self._walk.sentence)

    def messages(self) -> list[Message]:
        """What is waited for or offered at the cursor, then what is wrong there."""
        offer = self._walk.sentence or self.drafts.sentence
        return [*([(None, offer)] if offer else []), *self.page.all_messages()]

    # Drawing

    def lines(self) -> list[Line]:
        """The whole screen."""
        if self.too_small:
            text = desk_words.TOO_SMALL.format(width=LEAST_WIDTH, height=LEAST_HEIGHT)
            return [line_of([(text, Role.NOTICE)], self.width), *[blank(self.width)] * (self.height - 1)]
        page = self.page
        headings = page.headings(self.width)
        foot = self._foot(len(headings)).lines
        height = max(self.height - self._around - len(headings) - len(foot), 1)
        beside = self._companion.lines(self.width) if self._companion is not None else []
        self.explaining_line = max(self.height - 1 - len(beside) - len(foot), 0)
        body = page.body(self.width, height)
        rule = filled(RULE, Role.DIM, self.width)
        return [
            self._title(page),
            rule,
            *headings,
            *body,
            *[blank(self.width)] * (height - len(body)),
            rule,
            *foot,
            *beside,
            frame.key_line(
                page.in_key_line,
                self.width,
                at_first=not self._has_function_keys,
            ),
        ]

    def _title(self, page: Page[Any]) -> Line:
        work = self.work
        name, revision = page.once("names", work, lambda: work.names)
        training = desk_words.TRAINING if work.workspace.training else ""
        ends = self._title_end.parts(work, is_checked=not self.is_starting)
        if self.presents:
            ends = (self._presenter.keys(), *ends) if self._presenter.keys() else ends
        if self.input_method.is_on:
            ends = (desk_words.INPUT_METHOD_NAMES[self.input_method.method], *ends)
        return frame.title_line(
            page.title(), training, name, str(work.content.year), revision, ends, self.width
        )

    def _foot(self, headings: int) -> frame.Foot:
        """The foot of the page in front, below so many lines of headings."""
        page = self.page
        if self._question is not None:
            (text,) = frame.explaining_lines(page.in_focus(), page.explain(), self.width, 1)
            explanation = line_of([(text, Role.TEXT)], self.width)
            standing = self._neighbour.beside_question if self._neighbour else ""
            if standing and not self.said:
                above = [*frame.explaining_lines(None, standing, self.width, ABOVE_QUESTION), ""]
                lines = [line_of([(text, Role.NOTICE)], self.width) for text in above[:ABOVE_QUESTION]]
                return frame.Foot([*lines, *self._question_lines(self._question)])
            role = Role.NOTICE if self.said else Role.DIM
            below = wrapped(self.said or desk_words.QUESTION_KEYS, self.width)
            asked = self._question_lines(self._question)
            told = [line_of([(text, role)], self.width) for text in below]
            return frame.Foot([explanation, *asked, *told])
        standing = self._neighbour.standing if self._neighbour else ""
        if standing and not self.said:
            return frame.foot_of(page.in_focus(), page.explain(), standing, (), self.width)
        room = self.height - self._around - headings - LEAST_BODY
        most = min(max(room, frame.FOOT_LINES), frame.MOST_FOOT_LINES)
        about = presented(page) if self.presents else page.explain()
        return frame.foot_of(
            page.in_focus(),
            about,
            self.said,
            tuple(self.messages()),
            self.width,
            most,
            self._part,
            explaining=PRESENTED_LINES if self.presents else frame.EXPLAINING_LINES,
        )

    def _question_lines(self, question: _Question) -> list[Line]:
        """The question whole: its end says how it is answered. The answer stands behind it where there is room."""
        *before, asked = wrapped(question.text, self.width)
        if len(asked) > self.width - LEAST_ANSWER:
            before, asked = [*before, asked], ""
        lines = [line_of([(text, Role.NOTICE)], self.width) for text in before]
        return [*lines, self._answer_line(asked, question)]

    def _answer_line(self, asked: str, question: _Question) -> Line:
        text, at = question.buffer.text + " ", question.buffer.at
        room = self.width - len(asked) - 3
        start = max(at - room + 1, 0)
        spans: list[Span] = [(f"{asked} ", Role.NOTICE), (text[start:at], Role.EDIT)]
        spans += [(text[at : at + 1], Role.CARET), (text[at + 1 : start + room], Role.EDIT)]
        return line_of(spans, self.width)
