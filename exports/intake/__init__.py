"""Cells of a workbook that someone filled in, as rows of records: which heading is which field."""
