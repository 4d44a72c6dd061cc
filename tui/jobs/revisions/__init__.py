"""Revisions of a report: sent, answered, compared, verified; the remarks that are still open."""
