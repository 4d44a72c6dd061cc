"""A terminal that answers is never sent more than it can show soon; one that does not is never waited for."""

from __future__ import annotations

from tui.terminal.lean.pace import ASK_AFTER, MOST_UNDERWAY, QUESTION, Pace

SCREEN, DIGIT = "x" * MOST_UNDERWAY, "7"


def answering() -> Pace:
    """A pace of a terminal that has answered once."""
    pace = Pace(is_asked=True)
    assert pace.question_behind(SCREEN) == QUESTION
    assert not pace.is_full  # it may be one that never answers
    pace.answered()
    return pace


def test_it_is_asked_behind_a_screen_and_behind_many_digits() -> None:
    pace = answering()
    asked = [pace.question_behind(DIGIT) for _ in range(ASK_AFTER)]
    assert asked == [""] * (ASK_AFTER - 1) + [QUESTION]
    assert not pace.is_full
    assert pace.question_behind(DIGIT) == ""  # one question at a time


def test_a_screen_waits_for_the_one_before() -> None:
    pace = answering()
    pace.question_behind(SCREEN)
    assert pace.is_full
    pace.answered()
    assert not pace.is_full


def test_digits_go_on_while_an_answer_is_under_way_until_there_are_many() -> None:
    pace = answering()
    pace.question_behind("x" * ASK_AFTER)
    for _ in range(MOST_UNDERWAY - ASK_AFTER):
        assert not pace.is_full
        pace.question_behind(DIGIT)
    assert pace.is_full


def test_what_it_takes_is_counted_in_bytes() -> None:
    pace = answering()
    pace.question_behind("ế" * (MOST_UNDERWAY // 3))
    assert pace.is_full


def test_who_stops_answering_is_given_up() -> None:
    pace = answering()
    pace.question_behind(SCREEN)
    pace.give_up()
    assert not pace.is_full
    assert pace.question_behind(SCREEN) == ""


def test_nobody_is_asked_where_nothing_is_far() -> None:
    pace = Pace(is_asked=False)
    assert pace.question_behind(SCREEN) == ""
    assert not pace.is_full
