"""Files out and in: the print, the workbooks, foreign workbooks read, what facilities sent added up. Knows forms, never a screen.

Floors: ``output`` (files written), ``processes`` (started in one way), ``layout`` (a table laid out once),
``printing``, ``reading`` (bytes to cells), ``workbooks`` (written, and our report workbook read back), ``intake``
(cells to records), ``official`` (the downloaded file filled), ``district``.
"""
