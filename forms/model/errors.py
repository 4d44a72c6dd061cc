"""The one family of expected failures, each told in plain Vietnamese with what is safe.

User mistakes are not exceptions but issues (``forms.report.checking.checker``) or offences of a package.
"""


class NhomtreError(Exception):
    """An expected failure; its text is shown to the user as it is."""


class Refused(NhomtreError):
    """What was asked is refused; nothing has changed."""


class StorageError(NhomtreError):
    """Something could not be read or written."""


class DamagedFile(StorageError):
    """A file of the dossier does not hold what was written."""


class DossierInUse(StorageError):
    """Another process holds the dossier: a sentence says *who*, another what can be done."""

    def __init__(self, who: str, advice: str) -> None:
        super().__init__(f"{who} {advice}")
        self.who = who


class DossierGone(StorageError):
    """The files of an open dossier are not those any more that were opened: nothing more is written to them."""


class NewerSchema(StorageError):
    """The file was written by a newer version."""
