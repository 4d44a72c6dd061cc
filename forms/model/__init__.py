"""The shapes in which a form is declared, and the values that its records hold.

Tables, records, rules, conditions, issues; text, numbers and dates. Nothing here knows a particular form.
"""
