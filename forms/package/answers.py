"""The office's answers to a sent report, and the facility's request to unlock it (letter 849 §4).

An answer is kept in the part ``answers``: ``0001``, ``0002``... → ``move``, ``at`` (ISO), ``by``, ``note``,
``revision`` and ``remarks``: ``1``, ``2``... → ``place``, ``text`` and, once it is done, ``done``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from forms.dossier.content import Content, Edit, Path, Tree
from forms.dossier.place_names import (
    exists,
    read_place,
)
from forms.model.declared import Frozen
from forms.model.errors import Refused
from forms.model.place import Place
from forms.model.text import clean
from forms.package import (
    answer_file_words as words,
)
from forms.sets.form_set import FormSet
from forms.sets.workflow import Move, StateId


class PlacedRemark(Frozen):
    """Words of the office, or of the national system, about a place of the report; *done* once the facility has ticked it off."""

    place: Place
    text: str
    done: bool = False
    path: Path = ()
    """Where it is kept in the dossier; () before that."""


class Answer(Frozen):
    """A move that was made after a sending: when (ISO), by whom, in which words, about which revision."""

    move: Move
    at: str
    by: str
    note: str
    revision: int
    remarks: tuple[PlacedRemark, ...] = ()


def answers(content: Content) -> list[Answer]:
    """The answers in the order in which they came."""
    return [
        _answer(number, stored, content.form) for number, stored in sorted(content.part("answers").items())
    ]


def _answer(number: str, stored: Tree, form: FormSet) -> Answer:
    return Answer(
        form.answers[stored["move"]],
        stored["at"],
        stored.get("by", ""),
        stored.get("note", ""),
        stored["revision"],
        remarks_in(stored, ("answers", number), form),
    )


def remarks_in(stored: Tree, path: Path, form: FormSet) -> tuple[PlacedRemark, ...]:
    """The remarks of what is *stored* at *path*, in their order."""
    return tuple(
        PlacedRemark(
            read_place(item["place"], form) or Place(),
            item["text"],
            bool(item.get("done")),
            (*path, "remarks", key),
        )
        for key, item in sorted(stored.get("remarks", {}).items(), key=lambda pair: int(pair[0]))
    )


def open_answer(content: Content) -> Answer | None:
    """The refusal or unlocking that the facility is working on: the last answer, while the report can be edited."""
    if content.is_frozen or not content.last_sent:
        return None
    all_answers = answers(content)
    return all_answers[-1] if all_answers and all_answers[-1].revision == content.last_sent else None


def remarks_left(content: Content) -> list[PlacedRemark]:
    """The remarks that are not ticked off yet."""
    answer = open_answer(content)
    return [remark for remark in answer.remarks if not remark.done] if answer else []


def answering(content: Content, answer: Answer) -> tuple[Edit, ...]:
    """The edits that take an answer in. Raises Refused when it does not fit the state, the revision or the records."""
    states = content.form.states
    state = states[content.state]
    if content.state not in answer.move.sources:
        wanted = ", ".join(words.STATE.format(state=states[source].title) for source in answer.move.sources)
        raise Refused(words.OTHER_STATE.format(move=answer.move.title, wanted=wanted, state=state.title))
    _refuse_unfit(content, answer)
    number = f"{max((int(key) for key in content.part('answers')), default=0) + 1:04}"
    return (
        Edit(("state",), content.value(("state",)), answer.move.target),
        Edit(("answers", number), None, stored_answer(answer)),
    )


def _refuse_unfit(content: Content, answer: Answer) -> None:
    if answer.revision != content.last_sent:
        raise Refused(words.OTHER_REVISION.format(revision=answer.revision, last=content.last_sent))
    if answer.move.needs_note and not (answer.note or answer.remarks):
        raise Refused(words.NO_REASON.format(move=answer.move.title))
    lost = [str(remark.place) for remark in answer.remarks if not exists(remark.place, content)]
    if lost:
        raise Refused(words.NO_RECORDS.format(places=", ".join(lost)))


def last_answer(content: Content) -> Answer | None:
    """The last answer to the revision sent last, while the report stands where that answer put it."""
    given = answers(content)
    is_last = given and given[-1].revision == content.last_sent and given[-1].move.target == content.state
    return given[-1] if is_last else None


def state_before(content: Content) -> StateId:
    """The state that the last answer found."""
    earlier = [answer for answer in answers(content)[:-1] if answer.revision == content.last_sent]
    return earlier[-1].move.target if earlier else content.form.send.target


def supersedes(content: Content, answer: Answer) -> bool:
    """Whether *answer* is no further move but takes the place of the last one, given of the same revision and not after it."""
    given = last_answer(content)
    if given is None or given.revision != answer.revision or given.move == answer.move:
        return False
    if content.state in answer.move.sources:
        return False
    return given.at <= answer.at and answer.move in content.form.moves_from(state_before(content))


def correcting(content: Content, answer: Answer) -> tuple[Edit, ...]:
    """The edits by which the last answer becomes *answer*; ticks stay. Raises Refused when there is none, or it does not fit."""
    given = last_answer(content)
    if given is None or answer.move not in content.form.moves_from(state_before(content)):
        raise Refused(words.NOT_THE_LAST)
    _refuse_unfit(content, answer)
    number = max(content.part("answers"))
    done = {(str(remark.place), remark.text) for remark in given.remarks if remark.done}
    stored = stored_answer(answer)
    for remark in stored.get("remarks", {}).values():
        if (remark["place"], remark["text"]) in done:
            remark["done"] = True
    moved = [Edit(("state",), content.value(("state",)), answer.move.target)] * (given.move != answer.move)
    return (*moved, Edit(("answers", number), content.part("answers")[number], stored))


def stored_answer(answer: Answer) -> dict[str, Any]:
    """The answer as a dossier keeps it."""
    stored: dict[str, Any] = {"move": answer.move.id, "at": answer.at, "revision": answer.revision}
    stored |= {key: text for key, text in (("by", answer.by), ("note", answer.note)) if text}
    if answer.remarks:
        stored["remarks"] = stored_remarks(answer.remarks)
    return stored


def stored_remarks(remarks: Iterable[PlacedRemark]) -> dict[str, Any]:
    """Remarks as a dossier keeps them, none of them ticked off."""
    return {
        str(number): {"place": str(remark.place), "text": remark.text}
        for number, remark in enumerate(remarks, 1)
    }


def remarks_of(given: Iterable[tuple[str, str]], form: FormSet) -> tuple[PlacedRemark, ...]:
    """Remarks from places and words. Raises Refused for a place that no report has."""
    remarks = []
    for text, remark in given:
        place = read_place(text, form)
        if place is None:
            raise Refused(words.NO_SUCH_PLACE.format(place=clean(text)))
        remarks.append(PlacedRemark(place, clean(remark)))
    return tuple(remarks)
