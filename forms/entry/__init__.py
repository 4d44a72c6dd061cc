"""What people type, paste or bring in rows, as edits of records: nothing is written here, the caller commits."""
