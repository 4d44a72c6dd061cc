"""The sum of a note of one line: it tells one that the disk spoilt from one that is whole."""

import hashlib

_DIGITS = 8


def short_sum(text: str) -> str:
    """Eight hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
