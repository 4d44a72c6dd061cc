"""Every code with which a file is refused, or a problem of it named, has its sentence, and no sentence is without a code."""

from typing import get_args

from exports.official.official_words import (
    FILL_REFUSALS,
    FillRefusalCode,
)
from exports.reading.refusal_words import REFUSALS, RefusalCode
from exports.workbooks.report.book_words import (
    PROBLEMS,
    ProblemCode,
)
from forms.model.table import Figure


def test_codes_and_sentences_are_the_same() -> None:
    assert set(REFUSALS) == set(get_args(RefusalCode))
    assert set(FILL_REFUSALS) == set(get_args(FillRefusalCode))
    assert set(PROBLEMS) == {*get_args(ProblemCode), *Figure}
