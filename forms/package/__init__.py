"""The package: a dossier as one JSON file of format ``nhomtre/1``."""

from forms.package.adopt import adopt, carried
from forms.package.parts import Offence, PackageRefused
from forms.package.reader import FORMAT, MAX_BYTES, Package, read
from forms.package.seal import Seal, read_sealed
from forms.package.writer import records_hash, write

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "Offence",
    "Package",
    "PackageRefused",
    "Seal",
    "adopt",
    "carried",
    "read",
    "read_sealed",
    "records_hash",
    "write",
]
