"""The words of the report workbook beside the declared tables: official ones, and ours where the export has none."""

ERRORS = "Errors"
ERROR_TITLES = ("Sheet", "Cell", "Error", "Detail")
"""The sheet of the issues as the official export names it."""
EXPLANATION_TITLE = "Giải trình"
REPORTING_PLACEHOLDER = "Sở GDĐT tỉnh……….."
"""What the official export shows instead of a reporting unit."""
