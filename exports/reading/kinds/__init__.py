"""Kinds of files that hold a table and are no .xlsx: told by their content, read into the same cells, within the same limits."""
