"""Taking the office's answer in: chosen and asked for, or read from its file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Scope
from forms.dossier.dossier import Kind
from forms.model.code_list import Item
from forms.package.answers import Answer, last_answer, state_before
from tui.desk.kinds.file_choice import choose_file
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport
from tui.jobs.revisions.answering import Reply, correction, reply, reply_in_file
from tui.texts.revisions import answer_words


def choose_answer(host: Host[OpenReport]) -> None:
    """Offer what can come after the present state; the answer is kept at once."""
    content = host.work.content
    moves = content.form.moves_from(content.state)
    if refusal := host.work.refusal(Scope.BESIDE):
        raise refusal
    if not moves:
        host.say(answer_words.NO_ANSWER_NOW.format(state=content.form.states[content.state].title))
        return

    def choose(item: Item) -> None:
        place = int(item.code) - 1
        if place == len(moves):
            choose_file(host, answer_words.ASK_ANSWER_FILE, partial(_read_file, host))
        else:
            host.open(
                PageName.ANSWER_FORM,
                content,
                moves,
                moves[place],
                content.last_sent,
                lambda answer: _take_in(host, reply(host.work.content, answer), answer_words.ANSWERED),
            )

    receiver = receiver_of(content)
    titles = [*(move.title for move in moves), answer_words.READ_ANSWER_FILE.format(receiver=receiver)]
    items = [Item(str(number), title, {}) for number, title in enumerate(titles, 1)]
    host.choose(answer_words.CHOOSE_ANSWER.format(receiver=receiver), items, choose)


def _read_file(host: Host[OpenReport], path: Path) -> None:
    _take_in(host, reply_in_file(host.work.workspace, host.work.content, path), answer_words.ANSWERED)


def correct_answer(host: Host[OpenReport]) -> None:
    """The last answer again, as it was recorded; until the next sending it can be corrected."""
    content = host.work.content
    given = last_answer(content)
    if refusal := host.work.refusal(Scope.BESIDE):
        raise refusal
    if given is None:
        host.say(answer_words.NOTHING_TO_CORRECT)
        return

    def take(answer: Answer) -> None:
        corrected = correction(host.work.workspace, host.work.content, answer)
        _take_in(host, corrected, answer_words.CORRECTED)

    moves = content.form.moves_from(state_before(content))
    host.open(PageName.ANSWER_FORM, content, moves, given.move, given.revision, take, given)


def _take_in(host: Host[OpenReport], given: Reply, said: str) -> None:
    host.work.commit(given.edits, kind=Kind.MOVE)
    host.page.look_again()
    state = host.work.content.form.states[host.work.content.state]
    host.say(said.format(move=given.move.title, state=state.title))
