"""The package: a dossier as one JSON file of format ``nhomtre/1``."""

from forms.package.adopt import adopt
from forms.package.parts import Offence, PackageRefused
from forms.package.reader import FORMAT, MAX_BYTES, Package, read
from forms.package.writer import records_hash, write

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "Offence",
    "Package",
    "PackageRefused",
    "adopt",
    "read",
    "records_hash",
    "write",
]
