"""Taking in: packages, workbooks of records, pasted blocks, each shown before it is taken."""
