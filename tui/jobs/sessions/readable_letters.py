"""Which letters can be read on this terminal: as asked for, else as somebody at one of its kind said once.

What was said is kept beside the dossiers, a line for each TERM: «linux unmarked».
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from forms.store.system import system_calls
from tui.jobs.sessions.letter_set import LetterSet

FILE = ".letters"
LARGEST = 4096
"""Bytes that are read of it."""
DOUBTFUL = ("linux", "vt", "ansi", "cons")
"""How the TERM of terminals begins whose fonts may lack Vietnamese letters."""


class ReadableLetters:
    """The letters that the screen is drawn with. Without a *folder* nothing is kept, and nobody is asked."""

    def __init__(
        self, letters: LetterSet | None = None, *, folder: Path | None = None, term: str = ""
    ) -> None:
        self._folder, self._term = folder, term
        said = letters or self._said().get(term)
        self.is_to_be_asked = said is None and folder is not None and term.startswith(DOUBTFUL)
        """Whether nobody knows if Vietnamese letters can be read here."""
        self.drawn = said or LetterSet.WHOLE

    def turn(self) -> None:
        """Without marks, or with them again; where only ASCII can be shown that stays."""
        if self.drawn is not LetterSet.ASCII:
            self.choose(LetterSet.WHOLE if self.drawn is LetterSet.UNMARKED else LetterSet.UNMARKED)

    def choose(self, letters: LetterSet) -> None:
        """Draw those, here and at the next start on such a terminal; a folder that takes no file makes that ask again."""
        self.drawn, self.is_to_be_asked = letters, False
        if self._folder is None:
            return
        lines = (f"{term} {chosen}\n" for term, chosen in {**self._said(), self._term: letters}.items())
        path, temporary = self._folder / FILE, self._folder / (FILE + ".tmp")
        with suppress(OSError):
            system_calls.remove(temporary)
            with system_calls.temporary_file(temporary, "".join(lines).encode()):
                system_calls.replace(temporary, path)

    def _said(self) -> Mapping[str, LetterSet]:
        if self._folder is None:
            return {}
        try:
            text = system_calls.read_beginning(self._folder / FILE, LARGEST).data.decode("utf-8", "replace")
        except OSError:
            return {}
        known = {letters: letters for letters in LetterSet.every()}
        lines = (line.rpartition(" ") for line in text.splitlines())
        return {term: known[LetterSet(name)] for term, _, name in lines if LetterSet(name) in known}
