"""The office's answers to a sent report, and the facility's request to unlock it (letter 849 §4).

An answer is kept in the part ``answers``: ``0001``, ``0002``... → ``move``, ``at`` (ISO), ``by``, ``note``,
``revision`` and ``remarks``: ``1``, ``2``... → ``place``, ``text`` and, once it is done, ``done``. The answer file
that the office's desk makes is JSON with the same keys; it tells of changes and proves no author.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from forms.dossier.content import Content, Edit, Path, Tree
from forms.dossier.place_names import (
    exists,
    read_place,
)
from forms.dossier.sent_revisions import sent
from forms.model.errors import Refused
from forms.model.place import Place
from forms.model.text import clean
from forms.model.values import NotJson, dumps, loads
from forms.package import (
    answer_file_words as words,
)
from forms.package.parts import Offence, PackageRefused, PartReader, form_of_file, join
from forms.sets.form_set import FormSet
from forms.sets.workflow import Move

ANSWER_FORMAT = "nhomtre-answer/1"
MOST_ANSWER_BYTES = 1_000_000
MAX_REMARKS = 200
_TEXTS = ("school_year", "facility", "check_code", "move", "at", "by", "note")


class OfficeRemark(NamedTuple):
    """Words of the office about a place of the report; *done* once the facility has ticked it off."""

    place: Place
    text: str
    done: bool = False
    path: Path = ()
    """Where it is kept in the dossier; () before that."""


class Answer(NamedTuple):
    """A move that was made after a sending: when (ISO), by whom, in which words, about which revision."""

    move: Move
    at: str
    by: str
    note: str
    revision: int
    remarks: tuple[OfficeRemark, ...] = ()


class AnswerFile(NamedTuple):
    """An answer as the office's desk sends it: for which facility, school year and figures it is."""

    facility: str
    school_year: str
    check_code: str
    answer: Answer


def answers(content: Content) -> list[Answer]:
    """The answers in the order in which they came."""
    return [
        _answer(number, stored, content.form) for number, stored in sorted(content.part("answers").items())
    ]


def _answer(number: str, stored: Tree, form: FormSet) -> Answer:
    remarks = tuple(
        OfficeRemark(
            read_place(item["place"], form) or Place(),
            item["text"],
            bool(item.get("done")),
            ("answers", number, "remarks", key),
        )
        for key, item in sorted(stored.get("remarks", {}).items(), key=lambda pair: int(pair[0]))
    )
    return Answer(
        form.answers[stored["move"]],
        stored["at"],
        stored.get("by", ""),
        stored.get("note", ""),
        stored["revision"],
        remarks,
    )


def open_answer(content: Content) -> Answer | None:
    """The refusal or unlocking that the facility is working on: the last answer, while the report can be edited."""
    if content.is_frozen or not content.last_sent:
        return None
    all_answers = answers(content)
    return all_answers[-1] if all_answers and all_answers[-1].revision == content.last_sent else None


def remarks_left(content: Content) -> list[OfficeRemark]:
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
    if answer.revision != content.last_sent:
        raise Refused(words.OTHER_REVISION.format(revision=answer.revision, last=content.last_sent))
    if answer.move.needs_note and not (answer.note or answer.remarks):
        raise Refused(words.NO_REASON.format(move=answer.move.title))
    lost = [str(remark.place) for remark in answer.remarks if not exists(remark.place, content)]
    if lost:
        raise Refused(words.NO_RECORDS.format(places=", ".join(lost)))
    number = f"{max((int(key) for key in content.part('answers')), default=0) + 1:04}"
    return (
        Edit(("state",), content.value(("state",)), answer.move.target),
        Edit(("answers", number), None, _stored(answer)),
    )


def _stored(answer: Answer) -> dict[str, Any]:
    stored: dict[str, Any] = {"move": answer.move.id, "at": answer.at, "revision": answer.revision}
    stored |= {key: text for key, text in (("by", answer.by), ("note", answer.note)) if text}
    if answer.remarks:
        stored["remarks"] = {
            str(number): {"place": str(remark.place), "text": remark.text}
            for number, remark in enumerate(answer.remarks, 1)
        }
    return stored


def remarks_of(given: Iterable[tuple[str, str]], form: FormSet) -> tuple[OfficeRemark, ...]:
    """Remarks from places and words. Raises Refused for a place that no report has."""
    remarks = []
    for text, remark in given:
        place = read_place(text, form)
        if place is None:
            raise Refused(words.NO_SUCH_PLACE.format(place=clean(text)))
        remarks.append(OfficeRemark(place, clean(remark)))
    return tuple(remarks)


def write_answer(file: AnswerFile) -> str:
    """The answer file."""
    answer = file.answer
    parts: dict[str, Any] = {
        "format": ANSWER_FORMAT,
        "facility": file.facility,
        "school_year": file.school_year,
        "check_code": file.check_code,
        **_stored(answer),
    }
    if answer.remarks:
        parts["remarks"] = [{"place": str(remark.place), "text": remark.text} for remark in answer.remarks]
    return dumps({**parts, "answer_hash": _hash(parts)}, indent=1, sort=False) + "\n"


def _hash(parts: Mapping[str, Any]) -> str:
    rest = {key: part for key, part in parts.items() if key != "answer_hash"}
    return hashlib.sha256(dumps(rest).encode("utf-8", "surrogatepass")).hexdigest()


def read_answer(data: bytes) -> AnswerFile:
    """The answer in a file. Raises PackageRefused with every offence."""
    if len(data) > MOST_ANSWER_BYTES:
        raise PackageRefused([Offence("", words.TOO_BIG.format(most=MOST_ANSWER_BYTES))])
    try:
        raw = loads(data)
    except NotJson:
        raise PackageRefused([Offence("", words.NOT_JSON)]) from None
    form = form_of_file(raw)
    reader = PartReader(form)
    if not isinstance(raw, Mapping) or raw.get("format") != ANSWER_FORMAT:
        raise PackageRefused([Offence("", words.NO_ANSWER_FILE)])
    texts = {key: reader.text(raw.get(key, ""), key) for key in _TEXTS}
    revision = reader.revision(raw.get("revision"), "revision")
    move = form.answers.get(texts["move"])
    if move is None or move.by != "office":
        reader.refuse("move", words.NO_MOVE)
    for key in raw:
        if key not in (*_TEXTS, "format", "revision", "remarks", "answer_hash"):
            reader.refuse(join("", key), words.UNKNOWN_PART)
    remarks = _read_remarks(reader, raw.get("remarks", []))
    if raw.get("answer_hash") != _hash(raw):
        reader.refuse("answer_hash", words.CHANGED)
    if reader.offences or move is None or revision is None:
        raise PackageRefused(reader.offences)
    answer = Answer(move, texts["at"], texts["by"], texts["note"], revision, remarks)
    return AnswerFile(texts["facility"], texts["school_year"], texts["check_code"], answer)


def _read_remarks(reader: PartReader, raw: Any) -> tuple[OfficeRemark, ...]:
    if not isinstance(raw, list) or len(raw) > MAX_REMARKS:
        reader.refuse("remarks", words.NO_REMARKS.format(most=MAX_REMARKS))
        return ()
    remarks = []
    for number, item in enumerate(raw):
        path = f"remarks[{number}]"
        parts = reader.mapping(item, path)
        for key in parts:
            if key not in ("place", "text"):
                reader.refuse(join(path, key), words.UNKNOWN_PART)
        text = reader.text(parts.get("text", ""), f"{path}.text")
        named = reader.text(parts.get("place", ""), f"{path}.place")
        place = read_place(named, reader.form)
        if place is None:
            reader.refuse(f"{path}.place", words.NO_PLACE.format(place=named))
        else:
            remarks.append(OfficeRemark(place, text))
    return tuple(remarks)


def answering_file(content: Content, file: AnswerFile) -> tuple[Edit, ...]:
    """The edits that take an answer file in. Raises Refused when it is for another report than this one."""
    own = str(content.roster.facility.get("code") or "")
    known = sent(content, content.last_sent)
    if file.facility != own:
        raise Refused(words.OTHER_FACILITY.format(theirs=file.facility, own=own))
    if file.school_year != str(content.year):
        raise Refused(words.OTHER_SCHOOL_YEAR.format(theirs=file.school_year, own=content.year))
    if known and known.number == file.answer.revision and known.code and file.check_code != known.code:
        raise Refused(words.OTHER_FIGURES.format(theirs=file.check_code, number=known.number, own=known.code))
    return answering(content, file.answer)
