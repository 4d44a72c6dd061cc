"""A second form, made up, that has nothing in common with 01-MN-ĐN: two tables, one block of its own, other ids.

It shows that a form is its folder: ``tests/architecture/test_sets.py`` carries a report of it from the first edit to
the print in a process that has never heard of 01-MN-ĐN.
"""
