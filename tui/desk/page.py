"""What every page is, and what a page may ask of the desk that holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from forms.dossier.content import Path, Scope
from forms.model.code_list import Item
from forms.model.declared import Frozen
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from tui.desk.canvas import Line
from tui.desk.line.input_method import InputMethod
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.jobs.export_kinds import ExportKind
from tui.jobs.revisions.remarks import remarks_at
from tui.texts import desk_words, issue_words
from tui.texts.help.keys import (
    ALL_KEYS,
    ALWAYS,
    BY_ACTION,
    CHANGING,
    FIRST_IN_MENU,
    OF_LESSON,
    OF_OWN_REPORT,
    REPAIRS,
    Action,
)

if TYPE_CHECKING:
    from forms.entry.meaning import Vocabulary
    from tui.jobs.background import Job
    from tui.jobs.lesson.learning import Learning

Message = tuple[Severity | None, str]
BETWEEN = " · "
UNDER_A_CHOICE = frozenset((Action.UNDO, Action.REDO, Action.TAKE))
"""What would change the content below something that was made of it and waits for an answer."""


class Focus(Frozen):
    """The cell in focus in words: its text, the headings of its row and of its column."""

    text: str
    row: str
    column: str


Made = TypeVar("Made")
Deed = Callable[[], None]
Report_co = TypeVar("Report_co", bound=ShownReport, covariant=True)


class Unfinished(Frozen):
    """A text being typed, and the path of the value that it is to become."""

    path: Path
    text: str


class Host(Protocol[Report_co]):
    """The desk as pages see it; *Report_co* is what they need of the report that is open."""

    is_starting: bool
    """Whether the first screen is still to come: what takes long waits until it stands."""

    @property
    def issue_in_hand(self) -> Issue | None:
        """The issue that the cursor was led to last."""

    @property
    def work(self) -> Report_co:
        """The report that is open."""

    @property
    def width(self) -> int:
        """Columns of the screen."""

    @property
    def offers(self) -> tuple[Action, ...]:
        """What another session on the dossier, or its loss, makes possible on every page."""

    @property
    def presents(self) -> bool:
        """Whether somebody shows it to others."""

    @property
    def learning(self) -> Learning | None:
        """The lesson that is learnt on the report that is open."""

    def give_hint(self) -> None:
        """Show the hint of the task in hand."""

    def size(self) -> tuple[int, int]:
        """Columns and rows of the body."""

    @property
    def page(self) -> Page[Any]:
        """The page in front."""

    def open(self, where: PageName | Place, *about: object) -> None:
        """Go to a page, or to the page of a place with the cursor on it; Esc comes back to this one."""

    def choose(
        self,
        title: str,
        items: Sequence[Item],
        take: Callable[[Item], None],
        current: str | None = None,
        words: Vocabulary | None = None,
        query: str = "",
    ) -> None:
        """Offer *items*, those that *query* finds; *take* takes the chosen one. *words* are those by which they are found, where it is a list of codes."""

    def wait(self, job: Job[Any], page: Page[Any]) -> None:
        """Begin work away from the keys; *page* is shown meanwhile."""

    def start(self, job: Job[Any]) -> None:
        """Begin work away from the keys, behind whatever page is in front."""

    def begin(self, work: ShownReport, where: PageName, *about: object) -> None:
        """Go on with a report; that page is its first one and the only one."""

    def enter(self, work: ShownReport, where: PageName, *about: object) -> None:
        """Go into another report; Esc on its first page leads back to this one."""

    def back(self) -> None:
        """Leave the page in front."""

    def home(self) -> None:
        """Back to the first page."""

    def say(self, text: str) -> None:
        """One sentence on the message line, until the next key."""

    def ask(
        self,
        question: str,
        answer: Callable[[str], None],
        text: str = "",
        path: Path | None = None,
        *,
        in_words: bool = False,
    ) -> None:
        """Ask for a line of text on the message line, *in_words* or else a date, a file, a letter; Esc drops the question.

        One that is to become the value at *path* is kept as a draft while it is typed.
        """

    @property
    def input_method(self) -> InputMethod:
        """How letters with marks are typed in this session."""

    def turn_input_method(self) -> None:
        """The next way to type letters with marks, or none."""

    def turn_tone_style(self) -> None:
        """The other way to put the tone of ``hòa``."""

    def turn_letters(self) -> None:
        """LetterSet are drawn without marks, or with them again."""

    def escape(self) -> None:
        """Esc: what is being typed is dropped, F9 is gone back, or the page in front is left."""

    def next_issue(self) -> None:
        """The cursor on the next issue."""

    def go_to_issue(self, issue: Issue) -> None:
        """The cursor on the place of *issue*."""

    def act(self, action: Action) -> None:
        """Carry out an action of the key list."""

    @property
    def has_more_to_read(self) -> bool:
        """Whether the messages at the cursor have too many lines for the foot."""

    def read_on(self) -> None:
        """The next part of them."""

    def undo(self) -> None:
        """Take the last change back."""

    def redo(self) -> None:
        """Make the change again that was taken back last."""

    def ask_to_quit(self) -> None:
        """Leave the program after a question."""


def words_of(issue: Issue) -> str:
    """What is wrong, where the place is in view; of an empty mandatory field only that."""
    return issue_words.NOT_ENTERED if issue.is_missing else issue.message


def sentence_of(issue: Issue) -> str:
    """``words_of`` behind the place, for lists of issues."""
    return issue_words.AT_A_PLACE.format(where=issue.where, what=words_of(issue))


class Page(Generic[Report_co]):
    """A page: title, headings, body, the line that explains, messages, and the keys that it knows."""

    actions: tuple[Action, ...] = (Action.HELP, Action.MENU, Action.BACK)
    """What can be done here, in the order of the key line; undo and redo can be done on every page."""
    paper = ExportKind.PDF
    """What F7 makes here."""
    workbook = ExportKind.XLSX
    """What F8 makes here."""
    is_asking = False
    """Whether something made of the content waits here for an answer: undo and redo wait as well."""
    scope = Scope.REPORT
    """What is edited here."""
    about: Place | None = None
    """The record that it shows, or the row of a table behind which it looks; None for what is about more."""
    alone = False
    """Whether only its own keys work here, not those that work everywhere else, and what others offer."""

    def __init__(self, host: Host[Report_co]) -> None:
        self.host = host
        self._made: dict[str, tuple[object, object, Any]] = {}

    def once(self, name: str, state: object, make: Callable[[], Made]) -> Made:
        """What *make* gives, made once for this content and *state*; again when one of them is another."""
        content = self.host.work.content
        known = self._made.get(name)
        if known is None or known[0] is not content or known[1] != state:
            known = self._made[name] = (content, state, make())
        made: Made = known[2]
        return made

    @property
    def work(self) -> Report_co:
        """The open report."""
        return self.host.work

    # What it shows

    def title(self) -> str:
        """What the page is."""
        raise NotImplementedError

    def headings(self, width: int) -> list[Line]:
        """Lines that stay while the body scrolls."""
        return []

    def body(self, width: int, height: int) -> list[Line]:
        """The visible lines."""
        raise NotImplementedError

    def in_focus(self) -> Focus | None:
        """The cell of the cursor; None where a whole row is in focus and says all itself."""
        return None

    def explain(self) -> str:
        """One line about the place of the cursor, beside what ``in_focus`` says."""
        return ""

    def messages(self) -> list[Message]:
        """What is wrong there."""
        return []

    def beside(self) -> Sequence[Issue]:
        """What else is wrong with the record: told there as a count."""
        return ()

    def all_messages(self) -> list[Message]:
        """What the office said of this place, then what is wrong there, then with the whole table or list.

        Of what is wrong elsewhere in the record how much it is, behind what is wrong here.
        """
        remarks, here = self.work.remarks, self.place_here()
        banners = remarks_at(remarks, here) if remarks and here else ()
        around = self.work.issues_of(whole) if here and (whole := here.whole) else ()
        own = self.messages()
        if beside := self.beside():
            found = Counter(issue.severity for issue in beside)
            what = ", ".join(
                issue_words.COUNTS[one].format(count=found[one]) for one in Severity if found[one]
            )
            severity, text = own.pop() if own else (None, "")
            sentence = issue_words.AND_BESIDE if text else issue_words.BESIDE
            own.append((severity, f"{text} {sentence.format(what=what)}".lstrip()))
        return [
            *((remark.severity, remark.sentence) for remark in banners),
            *own,
            *((issue.severity, words_of(issue)) for issue in around),
            *self._offered(),
        ]

    def _offered(self) -> list[Message]:
        """What repairs the issues here and is nothing that every page has."""
        keys = [BY_ACTION[action] for action in self.repairs() if action not in self._everywhere]
        offers = (
            issue_words.OFFER.format(what=key.short, key=key.label or desk_words.BY_MENU) for key in keys
        )
        return [(None, issue_words.OFFERED.format(offers=BETWEEN.join(offers)))] if keys else []

    def help(self) -> list[str]:
        """Paragraphs about the place of the cursor, whole: what stands there, what it means."""
        focus = self.in_focus()
        return [
            BETWEEN.join(filter(None, (focus.row, focus.column, focus.text))) if focus else "",
            self.explain(),
        ]

    # What can be done

    def issues_here(self) -> Sequence[Issue]:
        """The issues of the record in focus, and of the whole table or list."""
        here = self.place_here()
        places = (here.record, here.whole) if here else ()
        return [issue for place in places if place for issue in self.work.issues_of(place)]

    def issues_in_focus(self) -> Sequence[Issue]:
        """Those that the messages tell of: of the cell or line in focus, and of the whole table or list."""
        beside = self.beside()
        return [issue for issue in self.issues_here() if issue not in beside]

    def repairs(self) -> Mapping[Action, Issue]:
        """What puts right by itself what is wrong in focus, and which issue it puts right."""
        wanted = [issue for issue in self.issues_here() if issue.repairs]
        if not wanted or not self.work.can_edit():
            return {}
        return {REPAIRS[repair]: issue for issue in reversed(wanted) for repair in issue.repairs}

    @property
    def in_key_line(self) -> tuple[Action, ...]:
        """What the key line has room for, in order."""
        if self.alone:
            return self.actions
        waiting = set(UNDER_A_CHOICE if self.is_asking else ())
        if not self.work.content.form.derived_tables:
            waiting.add(Action.TAKE)
        line = (*self.actions, *self._asking, *self.repairs(), *([Action.UNDO] * self.work.has_changes))
        return tuple(action for action in line if action not in waiting | self._refused)

    @property
    def _refused(self) -> Set[Action]:
        """What has no place in a report that is only looked at: no key is shown for it, whoever presses one is told why."""
        if self.work.is_own:
            return frozenset()
        files = () if self.work.export_refusal is None else (Action.PRINT, Action.EXCEL)
        saved = () if self.is_asking else (Action.SAVE,)
        return CHANGING | {Action.HISTORY, *saved} | ({*files} - self.deeds().keys())

    @property
    def known(self) -> tuple[Action, ...]:
        """Every action that means something here."""
        return self.actions if self.alone else (*self.actions, *self.repairs(), *self._everywhere)

    @property
    def _everywhere(self) -> tuple[Action, ...]:
        """What every page of this report knows."""
        taken_back = (Action.UNDO, Action.REDO) if self.work.has_changes else ()
        known = (*ALWAYS, *(OF_OWN_REPORT if self.work.is_own else (*taken_back, *self._asking)))
        known = (*known, *OF_LESSON) if self.work.workspace.is_lesson else known
        return (*known, Action.RESET) if self.host.presents else known

    @property
    def _asking(self) -> tuple[Action, ...]:
        """At a place of a report that is answered from here its facility can be asked about it."""
        is_answered = self.work.asked is not None and self.place_here() is not None
        return (Action.REMARK,) if is_answered else ()

    def doable(self) -> list[Action]:
        """What can be done here now: what others ask, what is to be read, what the page is for, what repairs, the keys."""
        host, known = self.host, set(self.known)
        if not host.has_more_to_read:
            known.discard(Action.READ_ON)
        if not host.input_method.is_on:
            known.discard(Action.TONE_STYLE)
        if not self.work.can_edit() or not self.work.content.form.derived_tables:
            known.discard(Action.TAKE)
        if not self.work.content.form.portal:
            known.discard(Action.PORTAL)
        if not self.work.has_changes:
            known -= {Action.UNDO, Action.REDO}
        if self.is_asking:
            known -= UNDER_A_CHOICE
        known -= self._refused
        for_pages, rest = ([key.action for key in keys] for keys in (FIRST_IN_MENU, ALL_KEYS))
        order = (Action.READ_ON, *for_pages, *self.repairs(), *rest)
        return list(dict.fromkeys((*host.offers, *(action for action in order if action in known))))

    def moves(self) -> Sequence[tuple[str, str]]:
        """What keys do here that are no action."""
        return ()

    def signs(self) -> Mapping[str, str]:
        """What the signs before its cells mean."""
        return {}

    # Places of the report

    def place_here(self) -> Place | None:
        """The place in the report where the cursor is."""
        return None

    @property
    def record_here(self) -> str | None:
        """The record of a list where the cursor is, ``children/c0003``; None on none, and on one that is not kept yet."""
        here = self.place_here()
        record = here.record if here else None
        return record if record and record.partition("/")[2] else None

    def shows(self, place: Place) -> bool:
        """Whether the cursor can go to *place* here, without another page."""
        return False

    def go_to(self, place: Place) -> None:
        """The cursor on a place of this page."""

    def bookmark(self) -> Deed:
        """What brings the cursor and the view back to where they are now."""
        return lambda: None

    # Keys

    def key(self, name: str, char: str | None) -> None:
        """Take a key that is no action."""

    def paste(self, text: str) -> None:
        """Take pasted text."""

    def point(self, column: int, line: int) -> bool:
        """The cursor to what stands at a column of the screen and a line of the body; False when it cannot go there."""
        return False

    def deeds(self) -> Mapping[Action, Deed]:
        """What actions do here otherwise than everywhere (``actions.EVERYWHERE``)."""
        return {}

    def come_to_front(self) -> None:
        """What stood over this page has gone."""

    def look_again(self) -> None:
        """The report was changed by what was opened here: the cursor to what is to be looked at first now."""

    @property
    def is_typing(self) -> bool:
        """Whether a line is being typed."""
        return False

    # What was being typed when a session ended

    @property
    def path_here(self) -> Path | None:
        """The path of the value that is typed at the cursor; None where nothing is that the dossier keeps."""
        return None

    def unfinished(self) -> Unfinished | None:
        """What is being typed, where it differs from what is there."""
        return None

    def seek(self, path: Path) -> bool:
        """The cursor where the value at *path* is typed; False when that is not here or cannot be done now."""
        return False

    def take_up(self, path: Path, text: str) -> None:
        """Go on typing *text* at the cursor, where ``seek`` brought it."""

    def start_editing(self) -> bool:
        """F2: begin to edit what is at the cursor; False while it is being typed."""
        return False

    def type_anew(self) -> None:
        """What was typed before, outside of a cell, gives way to the line that comes."""

    def leave(self) -> bool:
        """Before another action or page: commit what is being typed. False keeps it where it is."""
        return True

    def saved(self) -> str:
        """What to say when what was typed is kept; nothing leaves it to the desk, which tells when it was saved."""
        return ""

    def escape(self) -> bool:
        """Whether Esc was used here; otherwise the desk goes back."""
        return False

    def bring_back(self) -> bool:
        """Undo right after Esc: what Esc dropped is there again. False when it dropped nothing."""
        return False
