"""Saves a workbook with fixed times, so that equal reports are equal bytes: openpyxl stamps the time of saving."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from exports.workbooks.openpyxl_rows import BookWriter, Results

_USUAL_NAME = re.compile(r"xl/(?:comments/comment([0-9]+)\.xml|drawings/commentsDrawing([0-9]+)\.vml)")
"""What openpyxl calls the parts of comments; some readers find them only under the names that Excel gives."""
_LINKS = (".rels", "[Content_Types].xml")


class FixedZip(ZipFile):
    """A zip whose members bear one day."""

    def __init__(self, file: BytesIO, day: date) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        # a zip knows no day before 1980
        self._time = (max(day.year, 1980), day.month, day.day, 0, 0, 0)

    @classmethod
    def of(cls, book: Workbook, day: date, results: Results) -> bytes:
        """*book* saved, its formulas with their *results*."""
        file = BytesIO()
        with cls(
            file, day
        ) as archive:  # openpyxl's own save() would put the time of saving into the properties
            BookWriter(book, archive, results).save()
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
