"""The answer file that the office's desk makes: JSON with the keys of an answer; it tells of changes and proves no author."""

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content
from forms.dossier.place_names import read_place
from forms.dossier.sent_revisions import sent
from forms.model.errors import Refused
from forms.model.values import NotJson, dumps, loads
from forms.package import answer_file_words as words
from forms.package.answers import Answer, PlacedRemark, stored_answer
from forms.package.parts import (
    FORM_KEY,
    MEGABYTE,
    Offence,
    PackageRefused,
    PartReader,
    form_of_file,
    join,
    naming,
)
from forms.sets.form_set import FormSet

ANSWER_FORMAT = "nhomtre-answer/1"
MOST_ANSWER_BYTES = MEGABYTE
MAX_REMARKS = 200
_TEXTS = ("school_year", "facility", "check_code", "move", "at", "by", "note")


class AnswerFile(NamedTuple):
    """An answer as the office's desk sends it: for which form, facility, school year and figures it is."""

    form: FormSet
    facility: str
    school_year: str
    check_code: str
    answer: Answer


def write_answer(file: AnswerFile) -> str:
    """The answer file."""
    answer = file.answer
    parts: dict[str, Any] = {
        "format": ANSWER_FORMAT,
        **naming(file.form),
        "facility": file.facility,
        "school_year": file.school_year,
        "check_code": file.check_code,
        **stored_answer(answer),
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
        raise PackageRefused([Offence("", words.TOO_BIG.format(most=MOST_ANSWER_BYTES // MEGABYTE))])
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
        if key not in (*_TEXTS, "format", FORM_KEY, "revision", "remarks", "answer_hash"):
            reader.refuse(join("", key), words.UNKNOWN_PART)
    remarks = _read_remarks(reader, raw.get("remarks", []))
    if raw.get("answer_hash") != _hash(raw):
        reader.refuse("answer_hash", words.CHANGED)
    if reader.offences or move is None or revision is None:
        raise PackageRefused(reader.offences)
    answer = Answer(move, texts["at"], texts["by"], texts["note"], revision, remarks)
    return AnswerFile(form, texts["facility"], texts["school_year"], texts["check_code"], answer)


def _read_remarks(reader: PartReader, raw: Any) -> tuple[PlacedRemark, ...]:
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
            remarks.append(PlacedRemark(place, text))
    return tuple(remarks)


def refuse_of_another(content: Content, file: AnswerFile) -> None:
    """Raises Refused when an answer file is for another report than this one."""
    own = str(content.roster.facility.get("code") or "")
    known = sent(content, content.last_sent)
    if file.facility != own:
        raise Refused(words.OTHER_FACILITY.format(theirs=file.facility, own=own))
    if file.form is not content.form:
        raise Refused(words.OTHER_FORM.format(theirs=file.form.name, own=content.form.name))
    if file.school_year != str(content.year):
        raise Refused(words.OTHER_SCHOOL_YEAR.format(theirs=file.school_year, own=content.year))
    if known and known.number == file.answer.revision and known.code and file.check_code != known.code:
        raise Refused(
            words.OTHER_FIGURES.format(
                theirs=file.check_code, number=known.number, own=known.code, receiver=receiver_of(content)
            )
        )
