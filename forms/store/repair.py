"""Making the files of a school year fit for a writer to go on.

Nothing damaged is removed: it is moved or copied into the backups under a name with ``.hong``. Each step leaves files
from which the same state is opened, so a crash between two steps does no harm.
"""

from __future__ import annotations

from pathlib import Path

from forms.store import system_files
from forms.store.journal import JournalFile
from forms.store.layout import Layout
from forms.store.opening import Opened, Remedy


def remove_leftovers(layout: Layout) -> None:
    """Remove half-written files of writers that are gone; the lock must be held. Raises StorageError."""
    with system_files.told(f"Không đọc được thư mục {layout.folder}", "Không có gì bị thay đổi."):
        for path in layout.temporaries():
            system_files.remove(path)


def repair(layout: Layout, opened: Opened) -> JournalFile:
    """Set aside what is damaged, say so in *opened*, and return the journal to go on with. Raises StorageError."""
    journal = JournalFile(layout.journal, opened.mark)
    with system_files.told(
        f"Không cất được file hỏng của hồ sơ {layout.year}",
        "Dữ liệu không bị thay đổi; vẫn có thể mở để xem.",
    ):
        if opened.has_bad_main:
            _move_aside(layout, opened, layout.main)
        for path in opened.bad_rolled:
            _move_aside(layout, opened, path)
        if opened.remedy is Remedy.ASIDE:
            _move_aside(layout, opened, layout.journal)
        elif opened.remedy is Remedy.ROLL:
            system_files.make_folder(layout.backups)
            _move(layout.journal, layout.rolled(*opened.rolled))
        elif opened.remedy is Remedy.SPLIT:
            system_files.make_folder(layout.backups)
            target = layout.aside(layout.journal.name)
            system_files.create(target, system_files.read_bytes(layout.journal))
            system_files.sync_folder(target.parent)
            _say_kept(opened, layout.journal, target)
        if opened.remedy in (Remedy.TRIM, Remedy.SPLIT):
            journal.trim()
    return journal


def _move_aside(layout: Layout, opened: Opened, path: Path) -> None:
    system_files.make_folder(layout.backups)
    target = layout.aside(path.name)
    _move(path, target)
    _say_kept(opened, path, target)


def _move(path: Path, target: Path) -> None:
    system_files.replace(path, target)
    system_files.sync_folder(target.parent)
    system_files.sync_folder(path.parent)


def _say_kept(opened: Opened, path: Path, target: Path) -> None:
    opened.notices.append(f"File hỏng {path.name} được giữ lại ở backups/{target.name}.")
