"""How a backup stands to the dossier of its school year: which of the two goes on from the other, or that neither does."""

from typing import NamedTuple

from forms.dossier.erased_records import erased_records
from forms.model.declared import Enum
from forms.model.errors import DamagedFile
from forms.store.backups.backup_file import Backup
from forms.store.chain.head_file import Head
from forms.store.chain.history import Way
from forms.store.chain.journal_lines import scan
from tui.jobs.workspace import Workspace


class Standing(Enum):
    """What the histories of both say of a backup."""

    SAME = "it is of the last change"
    OLDER = "the dossier went on from it"
    BEFORE_ERASURE = "the dossier went on from it, and a record was erased since"
    NEWER = "it goes on from the dossier"
    AFTER_ERASURE = "it goes on from the dossier, and a record that is still here was erased since"
    APART = "neither goes on from the other"
    UNKNOWN = "the history of the dossier cannot be read"


class Relation(NamedTuple):
    """The *standing* of a backup, whose last change is *there*, to the dossier, whose last change is *here*."""

    standing: Standing
    there: Head
    here: Head


def relation(workspace: Workspace, backup: Backup) -> Relation:
    """How *backup* stands to the dossier that is there. Raises NoDossier, StorageError."""
    year = backup.content.year
    with workspace.open(write=False, year=year) as session:
        here = session.head
    return Relation(_standing(workspace, backup, here), backup.head, here)


def _standing(workspace: Workspace, backup: Backup, here: Head) -> Standing:
    if here == backup.head:
        return Standing.SAME
    journals = [data for name, data in backup.files.items() if name.endswith(".journal")]
    if any(here == (line.change.seq, line.mark.line) for data in journals for line in scan(data).lines):
        return Standing.NEWER
    if any(erased.went_over(*here) for erased in erased_records(backup.content)):
        return Standing.AFTER_ERASURE
    try:
        way = workspace.store.way_over(backup.content.year, backup.head)
    except DamagedFile:
        return Standing.UNKNOWN
    return _OF_WAY.get(way, Standing.APART)


_OF_WAY: dict[Way | None, Standing] = {Way.OVER: Standing.OLDER, Way.BEFORE_ERASURE: Standing.BEFORE_ERASURE}
