"""Fills the file that the owner downloaded from the national system; every other byte of it stays."""
