"""What a disk makes of a file: a bit turned round, the end cut off, pages of zeros or of something else, bytes twice."""

from __future__ import annotations

from random import Random

PAGE = 512
KINDS = ("flip", "cut", "zeros", "noise", "twice", "empty")


def damaged(raw: bytes, random: Random) -> tuple[str, bytes]:
    """What happened, and the bytes that are there then; others than *raw*, of which there is at least one."""
    while True:
        kind = random.choices(KINDS, (40, 20, 12, 12, 12, 4))[0]
        at = random.randrange(len(raw))
        page = slice(at // PAGE * PAGE, at // PAGE * PAGE + PAGE)
        match kind:
            case "flip":
                made = raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]
            case "cut":
                made = raw[:at]
            case "zeros":
                made = raw[: page.start] + bytes(len(raw[page])) + raw[page.stop :]
            case "noise":
                made = raw[: page.start] + random.randbytes(len(raw[page])) + raw[page.stop :]
            case "twice":
                made = raw[:at] + raw[max(at - PAGE, 0) :]
            case _:
                made = b""
        if made != raw:
            return f"{kind} at {at}", made
