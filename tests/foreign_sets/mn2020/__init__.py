"""The preschool form of 54 mã số that stood in a screen of the national system in July 2020: one table, a page long.

Its records are those of 01-MN-ĐN: the same system asked for them in the same year.
"""
