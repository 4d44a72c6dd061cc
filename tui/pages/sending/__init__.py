"""Printing, exporting, signing off; what was sent, what the office answered, what differs."""
