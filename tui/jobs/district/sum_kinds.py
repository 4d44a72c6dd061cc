"""The kinds of files that are made of a sum."""

from __future__ import annotations

from exports.output.output_files import file_slug
from forms.dossier.roster import SchoolYear
from forms.model.declared import Enum
from tui.texts.district import combining_words


class SumFile(Enum):
    """What can be made of a collection: what the file is called, and its suffix."""

    PRINT = (combining_words.FILE_SUM, ".pdf")
    BOOK = (combining_words.FILE_SUM, ".xlsx")
    PROGRESS = (combining_words.FILE_PROGRESS, ".xlsx")
    REMINDER = (combining_words.FILE_REMINDER, ".txt")

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return self.value[1]

    def named(
        self, year: SchoolYear | None, part: str = "", *, is_of_approved: bool = False, of_set: str = ""
    ) -> str:
        """The file's name; *year* None when nothing was added up, *part* what of the sum it is, where it is not all, *of_set* where several sets are added up apart."""
        parts = [
            self.value[0],
            *([file_slug(part)] if part else []),
            *([combining_words.FILE_OF_APPROVED] * is_of_approved),
            *([str(year)] if year else []),
            *([of_set] if of_set else []),
        ]
        return "_".join(parts) + self.suffix
