"""Lessons as data: tasks that check themselves, the unfinished copy that they begin with, what the office answers in them."""
