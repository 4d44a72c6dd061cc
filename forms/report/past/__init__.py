"""What was changed in a report: every value, when, by whom and why, worked out of its changes."""
