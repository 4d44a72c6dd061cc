"""Erasing a record of a dossier for good: asked first whether what was sent needs it, then all files at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from forms.dossier.content import Content
from forms.model.declared import Frozen
from forms.model.errors import StorageError
from forms.store import store_words
from forms.store.chain.head_file import Head
from forms.store.chain.journal_lines import Mark
from forms.store.erasing import erasure_words
from forms.store.erasing.rewriting import Rewriting, rewrite
from forms.store.holding.holder import signature
from forms.store.main_file import Header, MainFile, read_main
from forms.store.revisions import Revisions
from forms.store.store_writer import open_to_write
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths


class Need(Frozen):
    """A revision that was sent and needs a record, *until* the day before which it does."""

    number: int
    until: date


def need_of(paths: YearPaths, content: Content, place: str, today: date) -> Need | None:
    """The sent revision that needs the record at *place* on *today*; None when none does.

    That is the one that is with the office, or was approved by it, until the next school year begins: its figures must be
    explained record by record when they are asked about. Raises StorageError.
    """
    year = content.year
    until = date(year.start + 1, content.form.new_year_month, 1)
    if not content.is_frozen or today >= until:
        return None
    kept = Revisions(paths).content(content.revision) or content
    part, ref = place.split("/")
    return Need(content.revision, until) if ref in kept.records(part) else None


def foresee_erasure(paths: YearPaths, content: Content, head: Head, place: str) -> Rewriting:
    """What erasing the record at *place* would come to in the dossier that holds *content* at *head*. Changes nothing.

    Where no writer has repaired the journal yet, less of the history may go than is told. Raises StorageError, DamagedFile, NewerSchema.
    """
    state = MainFile(Header(0, head.seq, Mark(0, head.line), ""), content)
    with system_calls.as_storage_error(erasure_words.NOT_ERASED):
        return rewrite(paths, state, place, "", "", "")


def erase_record(
    paths: YearPaths, place: str, reason: str, clock: Callable[[], datetime], who: str | None = None
) -> Rewriting:
    """Erase the record at *place* from everything that is kept of the school year; what was done.

    At whatever moment it ends, the dossier is the one before or the one after, which the next opening completes. Raises StorageError,
    whose text says which, DossierInUse, DamagedFile, NewerSchema.
    """
    writer, recovery = open_to_write(paths, clock)
    try:
        Revisions(paths).settle(recovery.content)
        writer.fold(again=bool(recovery.notices))
        with (
            system_calls.as_storage_error(erasure_words.NOT_ERASED),
            # what is given away meanwhile is noted behind it
            system_calls.one_at_a_time(paths.handovers_lock),
        ):
            state = read_main(paths.main)
            if state is None:
                raise StorageError(erasure_words.NO_SUCH_RECORD.format(year=paths.year, place=place))
            at = system_calls.stamp(clock())
            rewriting = rewrite(paths, state, place, at, who or signature(), reason)
            # files that are open cannot be replaced everywhere
            writer.journal.close()
            _replace(paths, rewriting)
    finally:
        writer.release()
    return rewriting


def _replace(paths: YearPaths, rewriting: Rewriting) -> None:
    half_done = store_words.HALF_ERASED
    try:
        paths.erasure.decide(rewriting.files, rewriting.gone)
    except OSError as error:
        why = system_calls.reason(error)
        try:
            sentence = half_done if paths.erasure.is_decided else erasure_words.NOT_ERASED
        except OSError:
            sentence = erasure_words.NOT_KNOWN
        raise StorageError(sentence.format(year=paths.year, why=why)) from error
    with system_calls.as_storage_error(half_done, year=paths.year):
        paths.erasure.settle()
