"""Another session on the same dossier, on the message line and in the menu. Nothing of it takes a key that is meant for a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forms.store.system import named_paths
from tui.jobs.sessions.sharing import News, Sharing
from tui.texts import desk_words
from tui.texts.help.keys import Action
from tui.texts.sessions import sharing_words


class Neighbour:
    """What *sharing* brings, said and asked by the desk's *say* and *ask*; *taken* follows a take-over."""

    def __init__(
        self,
        sharing: Sharing,
        say: Callable[[str], None],
        ask: Callable[[str, Callable[[str], None], str], None],
        taken: Callable[[], None],
    ) -> None:
        self._sharing = sharing
        self._say = say
        self._ask = ask
        self._taken = taken
        self._is_offered = False

    @property
    def standing(self) -> str:
        """What stands on the message line while nothing else is said."""
        return self._sharing.standing

    @property
    def beside_question(self) -> str:
        """What stands there while the desk asks for a line."""
        return self._sharing.beside_question if self._sharing.standing else ""

    @property
    def offers(self) -> tuple[Action, ...]:
        """What can be done about it now; first in every menu."""
        sharing = self._sharing
        if sharing.is_lost:
            return (Action.RESCUE,)
        if sharing.is_asked:
            return (Action.STAY,)
        return (Action.ASK_TO_WRITE,) if sharing.can_ask else ()

    @property
    def deeds(self) -> Mapping[Action, Callable[[], None]]:
        """What these do."""
        return {
            Action.STAY: self._stay,
            Action.ASK_TO_WRITE: self._ask_to_write,
            Action.RESCUE: self._rescue,
        }

    def look(self, *, may_ask: bool) -> News | None:
        """See what is new; a question waits until the desk *may_ask* one."""
        news = self._sharing.look()
        if news is News.FREE:
            self._is_offered = True
        elif news is News.REFUSED:
            self._say(self._sharing.answer)
        if self._is_offered and may_ask:
            self._is_offered = False
            self._ask_to_take()
        return news

    def _stay(self) -> None:
        self._say(self._sharing.stay())

    def _ask_to_write(self) -> None:
        if self._sharing.is_free:
            self._ask_to_take()
        else:
            self._sharing.ask()

    def _ask_to_take(self) -> None:
        self._ask(sharing_words.ASK_TO_TAKE, self._take, desk_words.YES_WORDS[0])

    def _take(self, answer: str) -> None:
        if answer.casefold() in desk_words.YES_WORDS:
            sentence = self._sharing.take_over()
            self._taken()
            self._say(sentence)

    def _rescue(self) -> None:
        suggested = str(self._sharing.suggested_file())
        self._ask(sharing_words.ASK_WHERE, self._write, suggested)

    def _write(self, answer: str) -> None:
        if answer:
            self._say(self._sharing.rescue(named_paths.path_of(answer)))
