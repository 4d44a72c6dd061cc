"""The words that Excel prints on every page of a workbook."""

FOOTER_PAGE = "Trang &P/&N"
"""Excel puts in the number of the page and how many there are."""
FOOTER_PROGRAM_PAGE = "{program}. " + FOOTER_PAGE
