"""The letters of the office: files in ``cong-van`` beside the arrivals, as facilities are given them, one a school year and form."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from exports.district.arriving.arriving_files import (
    LETTERS_FOLDER,
    NotRead,
    bytes_of,
)
from exports.output.output_files import write_whole
from forms.dossier.campaign import campaign_of
from forms.dossier.content import Content, apply
from forms.model.errors import NhomtreError
from forms.package.letters.letter_file import LetterFile, edits_to, read_letter, write_letter
from forms.sets import name_to_write
from forms.store.system import (
    system_calls,
)

SUFFIX = ".json"


class UnreadLetter(NamedTuple):
    """A file in the folder that holds no letter, and why."""

    path: Path
    reason: str


class _File(NamedTuple):
    changed: int
    name: str
    size: int
    path: Path


class OfficeLetters:
    """The letters beside the arrivals in *folders*, written into the first one. Of two for the same year and form the newer file holds."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._folders = tuple(dict.fromkeys(folder / LETTERS_FOLDER for folder in folders))
        self._known: tuple[object, tuple[LetterFile, ...], tuple[UnreadLetter, ...]] | None = None

    def in_force(self, content: Content) -> Content:
        """*content* with the letter of its school year, where the office has one; what it does not say is told by no other letter."""
        file = next(
            (file for file in self._read()[0] if file.form is content.form and file.year == content.year),
            None,
        )
        return content if file is None else apply(content, edits_to(content, file.record))

    @property
    def unread(self) -> tuple[UnreadLetter, ...]:
        """The files that hold no letter."""
        return self._read()[1]

    def keep(self, content: Content) -> None:
        """Write the letter of *content*; one that says nothing goes. Raises StorageError."""
        campaign, form = campaign_of(content), content.form
        of_set = f"_{form.id}-{form.version}" if name_to_write(form) else ""
        path = self._folders[0] / f"cong-van_{content.year}{of_set}{SUFFIX}"
        if campaign is None:
            system_calls.remove(path)
        else:
            write_whole(path, write_letter(LetterFile(form, content.year, campaign.record)).encode())

    def stamp(self) -> object:
        """Another value as soon as a letter has come, gone or changed."""
        return [file[:3] for file in self._files()]

    def _read(self) -> tuple[tuple[LetterFile, ...], tuple[UnreadLetter, ...]]:
        stamp = self.stamp()
        if self._known is None or self._known[0] != stamp:
            letters, unread = [], []
            for _, _, _, path in sorted(self._files(), reverse=True):
                try:
                    letters.append(read_letter(bytes_of(path)))
                except (NotRead, NhomtreError) as error:
                    unread.append(
                        UnreadLetter(path, "; ".join(map(str, getattr(error, "offences", (error,)))))
                    )
            self._known = stamp, tuple(letters), tuple(unread)
        return self._known[1:]

    def _files(self) -> Iterator[_File]:
        for folder in self._folders:
            with suppress(OSError):
                for name in system_calls.names(folder):
                    path = folder / name
                    if path.suffix.lower() == SUFFIX and not name.startswith("."):
                        stat = path.stat()
                        yield _File(stat.st_mtime_ns, name, stat.st_size, path)
