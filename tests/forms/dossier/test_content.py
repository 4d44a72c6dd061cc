"""What a content tells of its records without linking them is what the roster tells."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content
from tests.builders import empty, example, facility, public, without


@pytest.mark.parametrize("content", [example(), public(), without("children/c0002")(example()), empty()])
def test_entries_are_those_of_the_roster_in_its_order(content: Content) -> None:
    content = Content(content.tree)
    told = [(place, record) for kind in content.form.records for place, record in content.entries(kind)]
    assert "roster" not in vars(content)
    assert told == [(subject.place, subject.record) for subject in content.roster.everyone()]


def test_a_content_without_a_record_is_empty_whatever_its_profile_says() -> None:
    assert (empty().is_empty, empty().is_blank) == (True, True)
    named = facility(name="Nhóm Mẫu")(empty())
    assert (named.is_empty, named.is_blank) == (True, True)
    assert (example().is_empty, example().is_blank) == (False, False)
