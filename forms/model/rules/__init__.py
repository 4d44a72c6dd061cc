"""The shapes of rules: on tables, on records, the norms that they read, and the book that holds those of a form.

A rule is data; who carries it out stands in ``forms.report.checking``.
"""
