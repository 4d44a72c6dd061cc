"""Where the command line writes: data to stdout, messages to stderr."""

import sys
from collections.abc import Iterable


def say(text: str) -> None:
    """A message to the user."""
    sys.stderr.write(text + "\n")


def show(text: str) -> None:
    """Data."""
    sys.stdout.write(text + "\n")


def notices(sentences: Iterable[str]) -> None:
    """What was noticed on opening a dossier."""
    for sentence in sentences:
        say(sentence)
