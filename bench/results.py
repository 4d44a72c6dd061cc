"""One figure beside its goal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One figure and its goal; None where it could not be measured, *detail* then says why."""

    what: str
    value: float | None
    goal: float
    detail: str = ""

    @property
    def missed(self) -> bool:
        """Whether the goal is not met."""
        return self.value is not None and self.value > self.goal

    @property
    def shown(self) -> str:
        """The figure."""
        return "-" if self.value is None else f"{self.value:.2f}"

    @property
    def goal_shown(self) -> str:
        """The goal."""
        return f"≤ {self.goal:g}"

    @property
    def verdict(self) -> str:
        """In a word."""
        return "not measured" if self.value is None else ("MISSED" if self.missed else "ok")
