"""The lines of a journal: one change each, with a checksum and that of the line before.

A line is canonical JSON with two members behind it: ``prev``, the sum of the line before (empty: nothing is before it), and
``sum``, 16 hex digits of the SHA-256 of the line without it::

    {"at":"2019-09-19T14:05:03","edits":[[["facility","phone"],null,"0901"]],"kind":"edit",...,"prev":"","sum":"0f..."}

So a line stands for all before it. The first line of a dossier names its set: ``"form":"mn2019/1"``; one that names none is of the set of
all that name none. Lines of versions before schema 2 have no ``prev``. An edit is ``[path, old, new]`` or
``[path, old, new, index]``. Where an edit replaces a whole list of records, old and new are lists of ``[ref, record]``:
the order of entry counts.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from forms.dossier.content import Edit
from forms.dossier.dossier import Change, Kind
from forms.model.declared import Enum, Frozen
from forms.model.values import NotJson, dumps, loads
from forms.sets.form_set import FormSet
from forms.store.system.garbage import uncollected

_BEFORE = b',"prev":"'
_MARK = b',"sum":"'
_SUM_DIGITS = 16
_TAIL = len(_MARK) + _SUM_DIGITS + len(b'"}\n')
_LINK = len(_BEFORE) + _SUM_DIGITS + len(b'"')
_HEAD = b'{"at":"'
_NUMBER = b',"seq":'


class BadLine(Exception):
    """The bytes are not a line of a journal."""


class Mark(NamedTuple):
    """A place behind a whole line: its offset in bytes and the checksum of the line before it (empty: not known)."""

    offset: int = 0
    line: str = ""


START = Mark()


class Line(NamedTuple):
    """A good line: its change, what it says to be the sum of the line before (None: of an old version), the mark behind it."""

    change: Change
    before: str | None
    mark: Mark


def encode_change(change: Change, form: FormSet, before: str) -> bytes:
    """The line of a *change* of a report of *form*, with its newline, behind the line of sum *before*.

    Raises ValueError for what JSON cannot hold.
    """
    members: dict[str, Any] = {
        "seq": change.seq,
        "at": change.at,
        "who": change.who,
        "kind": change.kind.value,
        "reason": change.reason,
        "edits": [_encode_edit(edit, form) for edit in change.edits],
    }
    if change.form:
        members["form"] = change.form
    text = dumps(members)[:-1].encode() + _BEFORE + before.encode() + b'"'
    return text + _MARK + _digest(text + b"}") + b'"}\n'


def sum_of(line: bytes) -> str:
    """The checksum that a line given with its newline bears."""
    return line[-3 - _SUM_DIGITS : -3].decode("ascii", "replace")


def sum_before(line: bytes) -> str | None:
    """The sum of the line before, as a line given with its newline says it; None when it says none."""
    _, mark, text = line[-_TAIL - len(_BEFORE) - _SUM_DIGITS - 1 : -_TAIL].rpartition(_BEFORE)
    return text[:-1].decode("ascii", "replace") if mark else None


def heading_of(line: bytes) -> tuple[int, str]:
    """Number and time (ISO) of the change of one line, which is not looked at further. Raises BadLine."""
    time = line[len(_HEAD) :].partition(b'"')[0]
    # behind it stand texts, and in a text a quotation mark has a backslash before it
    number = line.rpartition(_NUMBER)[2].partition(b",")[0]
    if not line.startswith(_HEAD) or not number.isdigit():
        raise BadLine
    return int(number), time.decode("ascii", "replace")


def decode_change(line: bytes) -> Change:
    """The change of one line given with its newline. Raises BadLine."""
    body = _body(line)
    try:
        fields = loads(body)
        edits = tuple(_decode_edit(*edit) for edit in fields["edits"])
        kind = Kind(fields["kind"])
        form = fields.get("form", "")
        return Change(fields["seq"], fields["at"], fields["who"], edits, fields["reason"], kind, form)
    except (NotJson, KeyError, TypeError, ValueError) as error:
        raise BadLine from error


def _body(line: bytes) -> bytes:
    """The line without its checksum, which agrees. Raises BadLine."""
    body = line[:-_TAIL] + b"}"
    if line[-_TAIL:] != _MARK + _digest(body) + b'"}\n':
        raise BadLine
    return body


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:_SUM_DIGITS].encode()


def _encode_edit(edit: Edit, form: FormSet) -> list[Any]:
    old, new = edit.old, edit.new
    if len(edit.path) == 1 and edit.path[0] in form.list_places:
        old, new = _pairs(old), _pairs(new)
    return [edit.path, old, new] if edit.rank is None else [edit.path, old, new, edit.rank]


def _decode_edit(steps: list[str], old: Any, new: Any, index: int | None = None) -> Edit:
    path = tuple(steps)
    if len(path) == 1:
        old, new = _mapping(old), _mapping(new)
    return Edit(path, old, new, index)


def _pairs(value: Any) -> Any:
    return [[ref, record] for ref, record in value.items()] if isinstance(value, Mapping) else value


def _mapping(value: Any) -> Any:
    return dict(value) if isinstance(value, list) else value


class End(Enum):
    """What stands behind the good lines of a journal."""

    CLEAN = "nothing"
    TORN = "a last line without its newline: it was being written"
    DAMAGED = "a line that does not hold what was written, or does not follow the one before"


class Scan(Frozen):
    """The good lines of a piece of journal, and what ended them."""

    lines: tuple[Line, ...]
    end: End


def scan(data: bytes, start: int = 0) -> Scan:
    """Read lines up to the first that is torn, damaged or does not follow; *start* is the offset of *data*."""
    with uncollected():
        return _scan(data, start)


def _scan(data: bytes, start: int) -> Scan:
    lines: list[Line] = []
    at = 0
    while at < len(data):
        newline = data.find(b"\n", at)
        if newline < 0:
            return Scan(tuple(lines), _unfinished(data[at:]))
        raw = data[at : newline + 1]
        try:
            change = decode_change(raw)
        except BadLine:
            return Scan(tuple(lines), End.DAMAGED)
        at = newline + 1
        line = Line(change, sum_before(raw), Mark(start + at, sum_of(raw)))
        if lines and not follows(line, lines[-1]):
            return Scan(tuple(lines), End.DAMAGED)
        lines.append(line)
    return Scan(tuple(lines), End.CLEAN)


def follows(line: Line, last: Line) -> bool:
    """Whether *line* can stand behind *last*: the next number, and its sum, which only an old line behind an old one lacks."""
    is_next = line.change.seq == last.change.seq + 1
    if line.before is None:
        return is_next and last.before is None
    return is_next and line.before == last.mark.line


def _unfinished(rest: bytes) -> End:
    is_beginning = rest[: len(_HEAD)] == _HEAD[: len(rest)] and b"\0" not in rest
    return End.TORN if is_beginning else End.DAMAGED


def damage_end(data: bytes) -> int:
    """Where the last damage in whole lines ends: every line behind it holds what was written and follows the one before.

    0 when there is none. Asks the sums alone, so that it costs little.
    """
    if _is_whole(data):
        return 0
    good_from = at = 0
    last: bytes | None = None
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[at:end]
        try:
            _body(line)
        except BadLine:
            good_from, last = end, None
        else:
            before = sum_before(line)
            if last is not None and before != (sum_before(last) if before is None else sum_of(last)):
                good_from = at
            last = line
        at = end
    return good_from


def _is_whole(data: bytes) -> bool:
    """Whether all of *data* is chained lines that hold what was written; an old line is looked at more closely.

    Thousands are asked at a start: nothing is called here that can be done in place.
    """
    last = None
    for line in data[:-1].split(b"\n"):
        digest = hashlib.sha256(line[: 1 - _TAIL] + b"}").hexdigest()[:_SUM_DIGITS].encode()
        if line[1 - _TAIL :] != _MARK + digest + b'"}':
            return False
        if last is not None and line[-_LINK - _TAIL + 1 : 1 - _TAIL] != last:
            return False
        last = _BEFORE + digest + b'"'
    return data[-1:] == b"\n"


def end_of_line(data: bytes, line_sum: str) -> int:
    """Where the newest line of that sum ends in *data*; 0 when there is none."""
    tail = _MARK + line_sum.encode() + b'"}\n'
    at = data.rfind(tail) if line_sum else -1
    return at + len(tail) if at >= 0 else 0
