"""The report workbook: the sheets of the official export, written cell by cell and read back."""
