"""The backup of one dossier as bytes: a ZIP file, uncompressed, that any system opens.

::

    sao-luu.json                             what it is (``Backup``), for programs
    DOC-TRUOC.txt                            what it is, for people
    2019-2020.json                           the rest as in a data folder: unpacked, it is one
    backups/2019-2020.000001-000345.journal
    backups/2019-2020.ban-2.json
    exports/2019-2020/ban-2/...

The comment of the ZIP file, its last bytes, is the checksum of all before it: one that lacks its end is told from one that
is damaged. Later formats must keep comment, first member and the ``format`` in it.
"""

import hashlib
import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.errors import DamagedFile, NewerSchema, Refused
from forms.model.text import format_moment
from forms.model.values import NotJson, dumps, loads
from forms.store.backups import backup_words
from forms.store.chain.head_file import Head, read_head
from forms.store.chain.journal_lines import End, scan
from forms.store.documents import content_of
from forms.store.main_file import decode_main
from forms.store.system import platform_calls

_KIND, _NUMBER = "nhomtre-backup", 1
_ABOUT = "sao-luu.json"
_SEAL = b"sha256:"
_SEAL_WIDTH = len(_SEAL) + hashlib.sha256().digest_size * 2
_FIRST_ENTRY = b"PK\x03\x04"
_NAME_AT = 30
"""Where the name of the first member begins."""


class Backup(NamedTuple):
    """A dossier as it was at one moment: its content, the head of its history, and its *files* by their names in a data folder."""

    content: Content
    head: Head
    at: str
    is_training: bool
    files: Mapping[str, bytes]


def main_name(year: SchoolYear) -> str:
    """The member that holds the content, in the form of a main file."""
    return f"{year}.json"


def encode_backup(backup: Backup) -> bytes:
    """The whole file."""
    content = backup.content
    form, facility = content.form, content.facility
    about = {
        "format": f"{_KIND}/{_NUMBER}",
        "school_year": str(content.year),
        form.facility.place: {key: facility[key] for key in ("code", "name") if key in facility},
        "at": backup.at,
        "head": str(backup.head),
        "state": content.state,
        "revision": content.last_sent,
        "training": backup.is_training,
    }
    read_me = backup_words.READ_ME.format(
        form=form.code,
        report=form.report_name,
        name=facility.get("name", backup_words.NAMELESS),
        year=content.year,
        at=format_moment(backup.at),
        seq=backup.head.seq,
        main=main_name(content.year),
    )
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        when = datetime.fromisoformat(backup.at).timetuple()[:6]
        members = {_ABOUT: _text(dumps(about, indent=1)), backup_words.READ_ME_NAME: _text(read_me)}
        for name, data in (members | dict(backup.files)).items():
            member = ZipInfo(name, (max(when[0], 1980), *when[1:]))
            member.external_attr = platform_calls.FILE_MODE << 16
            archive.writestr(member, data)
        archive.comment = bytes(_SEAL_WIDTH)
    raw = buffer.getvalue()[:-_SEAL_WIDTH]
    return raw + _seal(raw)


def _text(text: str) -> bytes:
    """For the editors of Windows, too."""
    return text.replace("\n", "\r\n").encode()


def _seal(raw: bytes) -> bytes:
    return _SEAL + hashlib.sha256(raw).hexdigest().encode()


def is_backup(raw: bytes) -> bool:
    """Whether it is one, or was before it was damaged or cut off."""
    begins = raw.startswith(_FIRST_ENTRY) and raw[_NAME_AT:].startswith(_ABOUT.encode())
    return begins or _has_end(raw)


def _has_end(raw: bytes) -> bool:
    return re.fullmatch(_SEAL + rb"[0-9a-f]+", raw[-_SEAL_WIDTH:]) is not None


def decode_backup(raw: bytes, name: str) -> Backup:
    """The backup in the file *name*, every byte of it checked. Raises Refused when it is none, cut off, damaged or newer."""
    if not is_backup(raw):
        raise Refused(backup_words.NO_BACKUP.format(name=name))
    if not _has_end(raw):
        raise Refused(backup_words.CUT_OFF.format(name=name))
    damaged = Refused(backup_words.DAMAGED.format(name=name))
    if raw[-_SEAL_WIDTH:] != _seal(raw[:-_SEAL_WIDTH]):
        raise damaged
    try:
        files = _members(raw)
        about = loads(files.pop(_ABOUT))
        kind, _, number = about["format"].partition("/")
        if kind == _KIND and int(number) > _NUMBER:
            raise Refused(backup_words.NEWER.format(name=name))
        del files[backup_words.READ_ME_NAME]
        backup = _backup(about, files, name)
    except NewerSchema as error:
        raise Refused(str(error)) from error
    except (BadZipFile, NotJson, DamagedFile, KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged from error
    return backup


def _members(raw: bytes) -> dict[str, bytes]:
    """What is packed in it. Raises ValueError for what this program does not write: packed tighter, or twice under a name."""
    with ZipFile(io.BytesIO(raw)) as archive:
        members = archive.infolist()
        if any(member.compress_size != member.file_size for member in members):
            raise ValueError
        files = {member.filename: archive.read(member) for member in members}
        if len(files) != len(members):
            raise ValueError
    return files


def _backup(about: Any, files: dict[str, bytes], own: str) -> Backup:
    """What is in the file called *own*. Raises as ``decode_backup`` catches: what does not belong together is no backup."""
    year = SchoolYear.parse(about["school_year"])
    head = read_head(about["head"])
    if year is None or head is None or not all(belongs(name, year) for name in files):
        raise ValueError
    header, tables = decode_main(files[main_name(year)], own)
    content = content_of(tables)
    if content.year != year or Head(header.seq, header.mark.line) != head:
        raise ValueError
    for name, data in files.items():
        if name.endswith(".journal"):
            history = scan(data)
            last = history.lines[-1]
            if history.end is not End.CLEAN or Head(last.change.seq, last.mark.line) != head:
                raise ValueError
    return Backup(content, head, datetime.fromisoformat(about["at"]).isoformat(), about["training"], files)


def belongs(name: str, year: SchoolYear) -> bool:
    """Whether a file of that name is one of the dossier of *year*, in its data folder and nowhere else."""
    own = re.escape(str(year))
    kinds = (
        rf"{own}\.(json|handovers)",
        rf"backups/{own}\.(\d{{6,}}-\d{{6,}}\.journal|ban-\d+\.json)",
        rf"exports/{own}/ban-\d+/[^/\\:\0]+",
    )
    return any(re.fullmatch(kind, name) for kind in kinds) and not name.endswith(("/.", "/.."))
