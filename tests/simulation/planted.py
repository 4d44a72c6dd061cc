"""Bugs that were never there: each is planted in the store while the seasons run, and must be found by them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import forms.store.backups.backup_file as backup_file
import forms.store.chain.journal_lines as journal_lines
import forms.store.recovery as recovery
import forms.store.store_writer as store_writer
import tui.jobs.keeping.restoring as restoring
from forms.dossier.dossier import Change
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.model.values import loads
from forms.store.chain.head_file import HeadFile
from forms.store.database import DossierStorage
from forms.store.documents import Tables
from forms.store.drafts.draft_file import DraftFile
from forms.store.erasing.rewriting import _Rewriter
from forms.store.holding.lock import WriterLock
from forms.store.journal import JournalFile
from forms.store.main_file import Header
from forms.store.revisions import Revisions
from forms.store.store import Session, Store
from forms.store.store_writer import WriterJournal
from forms.store.system import platform_calls, system_calls
from forms.store.system.many_files import ManyFiles
from forms.store.year_paths import YearPaths

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]


def lines_are_not_waited_for(patch: Patch) -> None:
    patch.setattr(platform_calls, "sync_data", lambda fd: None)


def folders_are_not_waited_for(patch: Patch) -> None:
    for place in ("forms.store.system.platform_calls", "forms.store.system.system_calls"):
        patch.setattr(f"{place}.sync_folder", lambda path: None)


def files_are_named_before_they_are_on_disk(patch: Patch) -> None:
    def create(path: Path, data: bytes) -> None:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, platform_calls.FILE_MODE))
        fd = os.open(path, os.O_WRONLY)
        system_calls.write_all(fd, data)
        os.close(fd)

    patch.setattr(system_calls, "create", create)


def a_change_is_folded_before_its_line_stands(patch: Patch) -> None:
    append = WriterJournal.append

    def folding_first(self: WriterJournal, change: Change) -> None:
        self.pending.append(change)
        self.seq = change.seq
        append(self, change)
        self.pending.pop()

    patch.setattr(WriterJournal, "append", folding_first)


def memory_comes_before_the_line(patch: Patch) -> None:
    append = WriterJournal.append

    def kept_quiet(self: WriterJournal, change: Change) -> None:
        with suppress(StorageError):  # the change goes on in memory
            append(self, change)

    patch.setattr(WriterJournal, "append", kept_quiet)


def the_chain_is_not_asked(patch: Patch) -> None:
    patch.setattr(journal_lines, "follows", lambda line, last: line.change.seq == last.change.seq + 1)
    patch.setattr(recovery.Recovery, "holds", lambda self, head: True)


def the_sum_of_a_line_is_not_asked(patch: Patch) -> None:
    patch.setattr(journal_lines, "_body", lambda line: line[: -journal_lines._TAIL] + b"}")
    patch.setattr(journal_lines, "_is_whole", lambda data: True)


def a_backup_is_not_checked(patch: Patch) -> None:
    def unchecked(raw: bytes, name: str) -> tuple[Header, Tables]:
        first, _, body = raw.partition(b"\n")
        fields = loads(first)
        mark = journal_lines.Mark(fields["journal"], fields["line"])
        return Header(fields["gen"], fields["seq"], mark, fields["at"], fields["chained"]), loads(body)

    patch.setattr(backup_file, "_seal", lambda raw: backup_file._SEAL + b"0" * 64)
    patch.setattr(backup_file, "decode_main", unchecked)
    patch.setattr(backup_file, "_has_end", lambda raw: True)
    patch.setattr("zipfile.ZipExtFile._update_crc", lambda self, data: None)


def whose_backup_it_is_is_not_asked(patch: Patch) -> None:
    patch.setattr(restoring, "_demand_same_kind", lambda workspace, backup: None)


def the_lock_is_not_held(patch: Patch) -> None:
    def acquire(self: WriterLock) -> None:
        self._file = system_calls.identity(self._paths.lock)

    patch.setattr(WriterLock, "acquire", acquire)
    patch.setattr(WriterLock, "demand", lambda self: None)


def the_main_file_is_not_read_back(patch: Patch) -> None:
    patch.setattr(system_calls, "demand_written", lambda path, data: None)


def a_torn_line_stays(patch: Patch) -> None:
    patch.setattr(JournalFile, "trim", lambda self: None)


def a_refused_line_stays(patch: Patch) -> None:
    patch.setattr(JournalFile, "_cut", lambda self, fd: None)


def nothing_is_undone_after_a_start(patch: Patch) -> None:
    patch.setattr(WriterJournal, "changes", lambda self: ())


def the_newest_year_is_opened_whichever_is_asked_for(patch: Patch) -> None:
    opened = Store.open

    def newest(self: Store, year: SchoolYear, *, write: bool) -> Session:
        return opened(self, max([*self.years(), year], key=lambda each: each.start), write=write)

    patch.setattr(Store, "open", newest)


def files_of_all_years_are_one_heap(patch: Patch) -> None:
    def generations(self: YearPaths) -> Any:
        years = [YearPaths(self.folder, SchoolYear(self.year.start + step)) for step in (-1, 0, 1)]
        return sorted((each for year in years for each in known(year)), key=lambda each: -each.number)

    known = YearPaths.generations
    patch.setattr(YearPaths, "generations", generations)


def generations_are_not_kept(patch: Patch) -> None:
    patch.setattr("forms.store.database.superfluous", lambda generations: generations[1:])


def the_journal_goes_before_the_main_file_stands(patch: Patch) -> None:
    def removed(self: JournalFile, target: Path) -> None:
        self._close_file()
        system_calls.remove(self.path)
        self.mark, self._file = journal_lines.Mark(0, self.mark.line), None

    patch.setattr(JournalFile, "rotate", removed)


def the_last_line_is_not_noted(patch: Patch) -> None:
    patch.setattr(HeadFile, "write", lambda self, note: None)


def a_sending_is_not_finished(patch: Patch) -> None:
    patch.setattr(Revisions, "settle", lambda self, content: [])


def what_is_sent_is_written_after_its_line(patch: Patch) -> None:
    stage = Revisions.stage

    def late(self: Revisions, number: int, *rest: Any) -> None:
        patch.setattr(
            Revisions, "publish", lambda self, number: (stage(self, number, *rest), publish(self, number))[1]
        )

    publish = Revisions.publish
    patch.setattr(Revisions, "stage", late)


def files_are_for_everyone(patch: Patch) -> None:
    for place in ("forms.store.system.system_calls", "forms.store.chain.head_file"):
        patch.setattr(
            f"{place}.FILE_MODE"
            if place.endswith("calls")
            else "forms.store.system.platform_calls.FILE_MODE",
            0o644,
        )
    patch.setattr(system_calls, "make_private", lambda fd: None)
    patch.setattr(platform_calls, "make_private", lambda fd: None)


def drafts_are_not_written(patch: Patch) -> None:
    patch.setattr(DraftFile, "_write", lambda self, draft: None)


def leftovers_stay(patch: Patch) -> None:
    patch.setattr(store_writer, "remove_leftovers", lambda paths: None)


def a_short_write_is_taken_for_whole(patch: Patch) -> None:
    patch.setattr(system_calls, "write_all", lambda fd, data: os.write(fd, data))


def a_full_disk_is_a_traceback(patch: Patch) -> None:
    append = WriterJournal.append

    def bare(self: WriterJournal, change: Change) -> None:
        try:
            append(self, change)
        except StorageError as error:
            raise OSError(errno.ENOSPC, "full") from error

    patch.setattr(WriterJournal, "append", bare)


def a_sent_report_can_be_edited(patch: Patch) -> None:
    patch.setattr("forms.dossier.dossier.refuse_frozen", lambda content: None)


def a_spoilt_main_file_is_a_new_dossier(patch: Patch) -> None:
    read = DossierStorage.read

    def forgiving(self: DossierStorage) -> Any:
        try:
            return read(self)
        except StorageError:
            return None

    patch.setattr(DossierStorage, "read", forgiving)


def who_is_gone_is_told_as_who_writes(patch: Patch) -> None:
    patch.setattr("forms.store.holding.holder.is_alive", lambda fields: True)


def what_was_put_away_goes_with_the_next_start(patch: Patch) -> None:
    patch.setattr("forms.store.drafts.draft_file.DAYS_ASIDE", -1)


def what_is_given_away_is_not_noted(patch: Patch) -> None:
    patch.setattr("tui.jobs.handing.handing_over.note_handover", lambda paths, handover: None)


def what_stands_under_a_name_is_not_looked_at(patch: Patch) -> None:
    patch.setattr("forms.store.store.demand_kinds", lambda paths: None)


def an_erasure_leaves_the_generations(patch: Patch) -> None:
    patch.setattr(_Rewriter, "_generation", lambda self, path, kept, sums: self._put(path, path.read_bytes()))


def an_erasure_is_not_decided_as_a_whole(patch: Patch) -> None:
    def decide(self: ManyFiles, files: Mapping[str, bytes], gone: Collection[str]) -> None:
        for name, data in files.items():
            system_calls.make_folder((self._folder / name).parent)
            system_calls.write_durably(self._folder / name, data, self._temporary)
        for name in gone:
            system_calls.remove(self._folder / name)

    patch.setattr(ManyFiles, "decide", decide)


PLANTS: Mapping[Plant, tuple[str, ...]] = {
    lines_are_not_waited_for: (),
    folders_are_not_waited_for: (),
    files_are_named_before_they_are_on_disk: (),
    a_change_is_folded_before_its_line_stands: (),
    memory_comes_before_the_line: (),
    the_chain_is_not_asked: ("photo", "paste"),
    the_sum_of_a_line_is_not_asked: ("spoil",),
    a_backup_is_not_checked: ("carry", "bring back"),
    whose_backup_it_is_is_not_asked: ("carry", "bring back"),
    the_lock_is_not_held: (),
    the_main_file_is_not_read_back: ("fold", "send", "answer"),
    a_torn_line_stays: ("spoil", "ruin"),
    a_refused_line_stays: (),
    nothing_is_undone_after_a_start: (),
    the_newest_year_is_opened_whichever_is_asked_for: (),
    files_of_all_years_are_one_heap: (),
    generations_are_not_kept: (),
    the_journal_goes_before_the_main_file_stands: (),
    the_last_line_is_not_noted: ("photo", "paste", "spoil"),
    a_sending_is_not_finished: (),
    what_is_sent_is_written_after_its_line: (),
    files_are_for_everyone: (),
    drafts_are_not_written: (),
    leftovers_stay: (),
    a_short_write_is_taken_for_whole: (),
    a_full_disk_is_a_traceback: (),
    a_sent_report_can_be_edited: (),
    a_spoilt_main_file_is_a_new_dossier: ("spoil",),
    who_is_gone_is_told_as_who_writes: (),
    what_was_put_away_goes_with_the_next_start: ("typing",),
    what_is_given_away_is_not_noted: ("export",),
    what_stands_under_a_name_is_not_looked_at: ("displace",),
    an_erasure_leaves_the_generations: ("erase",),
    an_erasure_is_not_decided_as_a_whole: ("erase",),
}
"""Each with the steps that are favoured, so that it is found soon; without that it takes up to some thousand steps."""
