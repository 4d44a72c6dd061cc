"""Revisions of a report: sent, answered, compared; the remarks that are still open."""
