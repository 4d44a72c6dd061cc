"""The files of a school year written anew without a record: what each holds then, and which ones go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from forms.dossier.content import Content, apply
from forms.dossier.dossier import Change, Kind
from forms.dossier.erased_records import SUM_DIGITS, ErasedRecord, noting
from forms.dossier.mentions.past_records import record_states
from forms.model.declared import Frozen
from forms.model.errors import DamagedFile, StorageError
from forms.store.backups.backup_file import is_backup
from forms.store.chain.head_file import Head, encode_head
from forms.store.chain.history import lines_to
from forms.store.chain.journal_lines import Line, Mark, encode_change, sum_of
from forms.store.documents import tables_of
from forms.store.drafts.draft import BadDraft, decode_draft
from forms.store.erasing import erasure_words
from forms.store.erasing.redaction import Redaction, traces_of
from forms.store.handing.handovers import renamed
from forms.store.main_file import Header, MainFile, encode_main, read_main
from forms.store.revisions import EXPORTS, holds_sent_files
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths

_PIN = r"\.ban-(\d+)\.json"
_PACKAGE = ".json"
_PRINT, _WORKBOOK, _PACKED = ".pdf", ".xlsx", ".zip"
_FIRST_BYTES = 1 << 12
"""They tell what kind of file it is."""


class Rewriting(Frozen):
    """*files* by their names in the data folder, the names that are *gone*, the *content* that stays, the line of it.

    *exports* are those of the gone names that stand among the exports, *backups* those of backups; *loses_history*: it could not be read, and goes.
    """

    files: Mapping[str, bytes]
    gone: Sequence[str]
    content: Content
    erased: ErasedRecord
    exports: Sequence[str]
    backups: Sequence[str]
    loses_history: bool


def rewrite(paths: YearPaths, state: MainFile, place: str, at: str, by: str, reason: str) -> Rewriting:
    """All files of the dossier in the *state*, the newest one, without the record at *place*, which *by* erases at *at*.

    A history that cannot be read goes. Raises StorageError when there never was one, DamagedFile, NewerSchema, OSError.
    """
    return _Rewriter(paths, state, place).result(at, by, reason)


class _Rewriter:
    """Looks at every file once."""

    def __init__(self, paths: YearPaths, state: MainFile, place: str) -> None:
        self._paths = paths
        self._state = state
        self._place = place
        self._form = state.content.form
        self._head = Head(state.header.seq, state.header.mark.line)
        self._lines = _lines(paths, self._head)
        self._generations = list(self._kept_generations())
        self._pins = dict(self._kept_pins())
        part, self._ref = place.split("/")
        contents = (state.content, *self._pins.values(), *(kept.content for _, kept in self._generations))
        states = [
            *(content.records(part).get(self._ref, {}) for content in contents),
            *record_states((line.change for line in self._lines), place, self._form),
        ]
        if not any(states):
            raise StorageError(erasure_words.NO_SUCH_RECORD.format(year=paths.year, place=place))
        others = Content({**state.content.tree, part: {**state.content.records(part)}})
        others.tree[part].pop(self._ref, None)
        self._list = part
        self._traces = traces_of(states, self._form.record_by_place[part], others)
        self._redaction = Redaction(place, self._traces, self._form)
        self._files: dict[str, bytes] = {}
        self._gone: list[str] = []
        self._sent_gone: dict[str, list[str]] = {}

    def result(self, at: str, by: str, reason: str) -> Rewriting:
        """Everything, worked out."""
        chain = self._rewritten_lines()
        sums = {line.mark.line: new for line, new in zip(self._lines, map(sum_of, chain), strict=True)}
        last = sum_of(chain[-1]) if chain else self._head.line
        self._exports()
        backups = self._backups_here()
        content = self._redaction.content(self._state.content)
        erased = self._erased(sums, last, at, by, reason)
        edit = noting(content, erased)
        change = Change(self._head.seq + 1, at, by, (edit,), erased.reason, Kind.MOVE)
        chain.append(encode_change(change, self._form, last))
        content = apply(content, [edit])
        paths, head = self._paths, Head(change.seq, sum_of(chain[-1]))
        first = self._lines[0].change.seq if self._lines else change.seq
        self._put(paths.rolled(first, change.seq), b"".join(chain))
        for path, kept in self._generations:
            self._generation(path, kept, sums)
        for path, kept_content in self._pins.items():
            header = read_main(path)
            assert header is not None
            self._put(path, _main(header.header, self._redaction.content(kept_content)))
        number = max([self._state.header.generation, *(g.number for g in paths.generations())]) + 1
        self._put(paths.main, _main(Header(number, head.seq, Mark(0, head.line), at), content))
        self._put(paths.head, encode_head(head))
        self._drafts()
        given = system_calls.or_none(system_calls.read_bytes, paths.handovers) or b""
        if (without := renamed(given, self._redaction.text)) != given:
            self._put(paths.handovers, without)
        self._whatever_else()
        exports = [name for name in self._gone if name.startswith(f"{EXPORTS}/")]
        is_lost = bool(self._head.seq and not self._lines)
        return Rewriting(self._files, self._gone, content, erased, exports, backups, is_lost)

    def _put(self, path: Path, data: bytes) -> None:
        self._files[self._name(path)] = data

    def _name(self, path: Path) -> str:
        return path.relative_to(self._paths.folder).as_posix()

    def _rewritten_lines(self) -> list[bytes]:
        changes = self._redaction.changes(line.change for line in self._lines)
        before = (self._lines[0].before or "") if self._lines else ""
        chain = []
        for change in changes:
            chain.append(encode_change(change, self._form, before))
            before = sum_of(chain[-1])
        return chain

    def _erased(self, sums: Mapping[str, str], last: str, at: str, by: str, reason: str) -> ErasedRecord:
        other = [line for line in self._lines if sums[line.mark.line] != line.mark.line]
        return ErasedRecord(
            self._place,
            at,
            by,
            self._redaction.text(reason),
            str(self._head),
            str(Head(self._head.seq, last)),
            other[0].change.seq if other else self._head.seq + 1,
            "".join(line.mark.line[:SUM_DIGITS] for line in other),
            self._sent_gone,
        )

    def _kept_generations(self) -> Iterator[tuple[Path, MainFile]]:
        for generation in self._paths.generations():
            try:
                kept = read_main(generation.path)
            except DamagedFile:
                continue
            if kept is not None:
                yield generation.path, kept

    def _generation(self, path: Path, kept: MainFile, sums: Mapping[str, str]) -> None:
        """A generation of this history behind the line that it had; one of another goes."""
        header = kept.header
        line = sums.get(header.mark.line) or ("" if not header.seq else None)
        if line is not None:
            again = Header(header.generation, header.seq, Mark(0, line), header.at)
            self._put(path, _main(again, self._redaction.content(kept.content)))

    def _kept_pins(self) -> Iterator[tuple[Path, Content]]:
        for name in system_calls.names(self._paths.backups):
            if re.fullmatch(re.escape(str(self._paths.year)) + _PIN, name):
                pin = self._paths.backups / name
                kept = read_main(pin)
                if kept is not None:
                    yield pin, kept.content

    def _exports(self) -> None:
        """Of what was made for people goes what tells of the record, and what cannot be looked into."""
        folder = self._paths.exports / str(self._paths.year)
        for name in system_calls.names(folder):
            path = folder / name
            if path.is_dir():
                told = self._telling(path)
                self._gone += [self._name(path / file) for file in told]
                if told and holds_sent_files(path):
                    self._sent_gone[name.rpartition("-")[2]] = told
            else:
                self._goes_where_it_tells(path)
        for name in system_calls.names(self._paths.exports):
            self._goes_where_it_tells(self._paths.exports / name)

    def _backups_here(self) -> list[str]:
        """Backups are made to be carried away; one that lies in the data folder goes where it tells of the record."""
        own, before = f"{self._paths.year}.", len(self._gone)
        for folder in (self._paths.folder, self._paths.backups):
            for name in system_calls.names(folder):
                path = folder / name
                if not name.startswith(own) and path.is_file() and _is_packed(path):
                    self._goes_where_it_tells(path)
        return self._gone[before:]

    def _goes_where_it_tells(self, path: Path) -> None:
        if self._tells(path) is not False:
            self._gone.append(self._name(path))

    def _telling(self, folder: Path) -> list[str]:
        """The files of a folder that tell of the record: a print tells what the workbook beside it does."""
        names = [path.relative_to(folder).as_posix() for path in system_calls.files_below(folder)]
        told = {name: self._tells(folder / name) for name in names}
        books = [told[name] for name in names if name.endswith(_WORKBOOK)]
        for name in names:
            if name.endswith(_PRINT) and books:
                told[name] = any(tells is not False for tells in books)
        return [name for name in names if told[name] is not False]

    def _tells(self, path: Path) -> bool | None:
        if not path.is_file():
            return False
        data = system_calls.read_bytes(path)
        if path.suffix == _PACKAGE and f'"ref":"{self._ref}"'.encode() in data.replace(b" ", b""):
            return True
        return self._traces.are_in_file(path.name, data)

    def _drafts(self) -> None:
        for name in system_calls.names(self._paths.folder):
            if name.startswith(f"{self._paths.draft.name}"):
                path = self._paths.folder / name
                if self._is_about(system_calls.read_bytes(path)):
                    self._gone.append(name)

    def _is_about(self, data: bytes) -> bool:
        try:
            draft = decode_draft(data)
        except BadDraft:
            return True
        is_own = draft.path[0] == self._list and draft.path[1] in (self._ref, "")
        return is_own or self._traces.are_in(f"{draft.text}\n{draft.old}")

    def _whatever_else(self) -> None:
        """What was set aside cannot be written anew; of the journals one is left."""
        paths = self._paths
        own = f"{paths.year}."
        names = [
            f"{paths.backups.name}/{name}"
            for name in system_calls.names(paths.backups)
            if name.startswith(own)
        ]
        self._gone += [name for name in (self._name(paths.journal), *names) if name not in self._files]


def _lines(paths: YearPaths, head: Head) -> list[Line]:
    try:
        return lines_to(paths, head)
    except DamagedFile:
        return []


def _is_packed(path: Path) -> bool:
    return path.suffix.lower() == _PACKED or is_backup(system_calls.read_beginning(path, _FIRST_BYTES).data)


def _main(header: Header, content: Content) -> bytes:
    return encode_main(header, tables_of(content))
