"""The records: lists, forms, quick entry, many at once, choosing a code."""
