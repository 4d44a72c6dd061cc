"""Workbooks that we write: texts, looks and lists that all of them share, and those of a single list."""
