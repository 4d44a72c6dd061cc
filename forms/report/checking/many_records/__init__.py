"""Kiểm tra of lists of records: what the rules said is remembered, and of many records those are found first that they may speak of."""
