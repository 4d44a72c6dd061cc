"""Whether a backup or a kept generation is whole, and how it stands to the dossier here: also over an erasure."""

from pathlib import Path

from exports.district.verification import Finding, Verdict
from forms.model.errors import Refused, StorageError
from forms.store.backups.backup_file import Backup
from tui.jobs.keeping.lineage import Standing, relation
from tui.jobs.keeping.sources import state_in
from tui.jobs.workspace import Workspace
from tui.texts.revisions import verify_words as words


def verdict_on_state(workspace: Workspace, path: Path) -> Verdict | None:
    """The verdict on the state in the file; None when it is no backup and no generation. Raises StorageError.

    That it is whole is told; what agrees is only its history with the one here.
    """
    try:
        source = state_in(path, training=workspace.training)
    except Refused as error:
        return Verdict(None, None, (Finding(False, str(error)),))
    if source is None:
        return None
    assert source.backup is not None
    content, head = source.backup.content, source.backup.head
    name = content.facility.get("name") or words.NAMELESS
    whole = words.STATE_WHOLE.format(title=source.title, name=name, year=content.year, seq=head.seq)
    return Verdict(None, None, (Finding(None, whole), _against_here(workspace, source.backup)))


def _against_here(workspace: Workspace, backup: Backup) -> Finding:
    year = backup.content.year
    if backup.is_training != workspace.training:
        return Finding(False, words.OTHER_KIND)
    if year not in workspace.store.years():
        return Finding(None, words.NOTHING_HERE.format(year=year))
    try:
        here, found = workspace.present(year), relation(workspace, backup)
    except StorageError:
        return Finding(None, words.NOTHING_HERE.format(year=year))
    own, other = here.facility.get("code"), backup.content.facility.get("code")
    if found.standing is Standing.APART and own != other:
        return Finding(
            False, words.OTHER_FACILITY.format(there=other or words.NO_CODE, here=own or words.NO_CODE)
        )
    agrees, sentence = _SENTENCES[found.standing]
    return Finding(agrees, sentence.format(there=found.there.seq, here=found.here.seq))


_SENTENCES: dict[Standing, tuple[bool | None, str]] = {
    Standing.SAME: (True, words.STANDS_SAME),
    Standing.OLDER: (True, words.STANDS_OLDER),
    Standing.BEFORE_ERASURE: (True, words.STANDS_BEFORE_ERASURE),
    Standing.NEWER: (True, words.STANDS_NEWER),
    Standing.AFTER_ERASURE: (True, words.STANDS_AFTER_ERASURE),
    Standing.APART: (False, words.STANDS_APART),
    Standing.UNKNOWN: (None, words.STANDS_UNKNOWN),
}
