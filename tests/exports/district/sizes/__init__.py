"""Sizes of facilities beside each other."""
