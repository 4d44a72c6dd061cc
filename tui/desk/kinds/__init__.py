"""The kinds of pages: one with a grid to type into, a list, steps, one that waits. Subjects are in ``tui/pages``."""
