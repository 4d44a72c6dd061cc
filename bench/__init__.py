"""Measurements as ratios and counts, all taken in one run: ``python -m bench``."""
