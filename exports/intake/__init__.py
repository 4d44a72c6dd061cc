"""Cells of a workbook that someone filled in, as rows of records: which heading is which field.

A row has four names on its way, here and in ``forms.entry``: a ``ForeignRow`` holds cells as they are seen
(``exports.reading``); under ``Headings`` it becomes a ``SourceRow``, the texts of one record, and the rows of one list
are a ``Source``, whether from a workbook or pasted; compared with the dossier it is a ``ReadRow``: added, changed, the
same or refused, with what is to be said of it.
"""
