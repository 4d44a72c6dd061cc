"""The time as it is stored."""

from datetime import datetime


def now() -> datetime:
    """Local time with its offset."""
    return datetime.now().astimezone()


def stamp(moment: datetime) -> str:
    """ISO, to the second."""
    return moment.isoformat(timespec="seconds")
