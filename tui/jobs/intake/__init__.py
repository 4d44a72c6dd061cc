"""Taking in: packages, workbooks of records, pasted blocks; and our records into the file that was downloaded."""
