"""Saves a workbook with fixed times and with the results of its formulas, so that equal reports are equal bytes.

openpyxl stamps the time of saving and leaves the results of formulas out; programs that only read, as on
telephones, would show empty totals.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from exports.output import output_words
from forms.store.system import system_calls

_FORMULA = re.compile(
    rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*/>|(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v></v>'
)

_USUAL_NAME = re.compile(r"xl/(?:comments/comment([0-9]+)\.xml|drawings/commentsDrawing([0-9]+)\.vml)")
"""What openpyxl calls the parts of comments; some readers find them only under the names that Excel gives."""
_LINKS = (".rels", "[Content_Types].xml")


def _temporary_folder() -> str:
    """Where the system keeps temporary files, as far as there is such a folder."""
    try:
        return tempfile.gettempdir()
    except OSError:
        return output_words.NO_FOLDER_THERE


class FixedZip(ZipFile):
    """A zip whose members bear one day; *computed* is member → address → result of the formula there."""

    def __init__(self, file: BytesIO, day: date, computed: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        # a zip knows no day before 1980
        self._time = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
        self._computed = computed

    @classmethod
    def of(cls, book: Workbook, day: date, computed: Mapping[str, Mapping[str, str]]) -> bytes:
        """*book* saved. Raises StorageError when the temporary folder of the system is full or not there."""
        file = BytesIO()
        # openpyxl writes every sheet aside, first; its save() would put the time of saving into the properties
        told = system_calls.as_storage_error(output_words.NO_TEMPORARY_FOLDER, folder=_temporary_folder())
        with told, cls(file, day, computed) as archive:
            ExcelWriter(book, archive).save()
        return file.getvalue()

    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **kwargs: Any) -> None:
        """Add a member."""
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        if name.endswith(_LINKS):
            data = _with_usual_names(data if isinstance(data, bytes) else data.encode())
        member = ZipInfo(_USUAL_NAME.sub(_usual_name, name), self._time)
        member.compress_type = ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        super().writestr(member, data, *args, **kwargs)

    def write(self, filename: Any, arcname: Any = None, *args: Any, **kwargs: Any) -> None:
        """Add a file: a sheet that openpyxl wrote aside."""
        data = Path(filename).read_bytes()
        results = self._computed.get(str(arcname))
        if results:
            data = _FORMULA.sub(lambda match: _with_result(match, results), data)
        self.writestr(arcname, data)


def _usual_name(match: re.Match[str]) -> str:
    return f"xl/comments{match[1]}.xml" if match[1] else f"xl/drawings/vmlDrawing{match[2]}.vml"


def _with_usual_names(data: bytes) -> bytes:
    """Links from a sheet begin at its folder, the list of parts at the root: as Excel writes both."""
    names = _USUAL_NAME.sub(_usual_name, data.decode())
    return (
        names.replace('Target="/xl/comments', 'Target="../comments')
        .replace('Target="/xl/drawings/vml', 'Target="../drawings/vml')
        .encode()
    )


def _with_result(match: re.Match[bytes], results: Mapping[str, str]) -> bytes:
    formula, address = (match[1], match[2]) if match[1] else (match[3], match[4])
    return formula + b"<v>" + results[address.decode()].encode() + b"</v>"
