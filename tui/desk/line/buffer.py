"""The line being typed: text and cursor. Keys change it one by one; nothing is normalised before it is left."""

from __future__ import annotations

MAX_TYPED = 2_000
"""Characters after which typing is not taken any more; longer texts come by import."""


class Buffer:
    """A text and the place of the cursor in it, counted in code points as input methods do."""

    def __init__(self, text: str = "", at: int = 0) -> None:
        self.text = text
        self.at = at

    @classmethod
    def of(cls, text: str) -> Buffer:
        """The text as it is, the cursor behind it."""
        return cls(text, len(text))

    def clear(self) -> None:
        """Nothing is typed yet."""
        self.text, self.at = "", 0

    def insert(self, text: str) -> bool:
        """Put *text* at the cursor; False when the line is full."""
        if len(self.text) + len(text) > MAX_TYPED:
            return False
        self.text = self.text[: self.at] + text + self.text[self.at :]
        self.at += len(text)
        return True

    def press(self, key: str) -> bool:
        """Carry out an editing key; False when it is none."""
        match key:
            case "backspace" if self.at:
                self.text = self.text[: self.at - 1] + self.text[self.at :]
                self.at -= 1
            case "delete":
                self.text = self.text[: self.at] + self.text[self.at + 1 :]
            case "left":
                self.at = max(self.at - 1, 0)
            case "right":
                self.at = min(self.at + 1, len(self.text))
            case "home":
                self.at = 0
            case "end":
                self.at = len(self.text)
            case "backspace":
                pass
            case _:
                return False
        return True
