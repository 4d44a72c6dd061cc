"""Whether a package is as it was written: by its own hashes, which tell of changes and prove no author."""

from typing import NamedTuple

from forms.dossier.content import Content
from forms.package.adopt import carried
from forms.package.reader import Package, package_of, parsed
from forms.package.withheld.taken_figures import is_of_its_cells
from forms.package.writer import laid_out, package_hash, records_hash
from forms.report.figures import FiguresOf


class Seal(NamedTuple):
    """What agrees: the whole with its hash, the records with theirs (None: it has none), the text as it is laid out.

    *figures*: those that a package without records carries with those that its cells give; None for any other.
    """

    whole: bool | None
    records: bool | None
    layout: bool
    figures: bool | None = None

    @property
    def is_broken(self) -> bool:
        """Whether something was changed after it was written."""
        return False in (self.whole, self.records, self.figures)


def read_sealed(data: bytes) -> tuple[Package, Content, Seal]:
    """The package in a file, the content that it carries, and whether both are as they were written.

    Raises PackageRefused with every offence.
    """
    raw = parsed(data)
    package = package_of(raw)
    content = carried(package)
    whole, records = package.parts.get("package_hash"), package.parts.get("records_hash")
    return (
        package,
        content,
        Seal(
            whole == package_hash(raw) if whole else None,
            records == records_hash(content) if records else None,
            laid_out(raw).encode("utf-8", "surrogatepass") == data,
            is_of_its_cells(package.parts.get("figures", {}), FiguresOf()(content).as_json())
            if content.withholds_records
            else None,
        ),
    )
