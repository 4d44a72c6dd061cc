"""The issues: everything that the check found, what blocks sending."""
