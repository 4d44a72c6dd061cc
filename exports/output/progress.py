"""How far the making of a file is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how many steps, pages or files of how many are done."""
