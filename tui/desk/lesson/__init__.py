"""The lesson on the desk: its line at the foot of every page, the keys by name, what a presenter shows."""
