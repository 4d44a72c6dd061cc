"""What leaves this computer with a report that is sent: figures alone, or the records with all that they say of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content
from forms.dossier.mentions.past_records import facts_of_the_past
from forms.dossier.mentions.person_facts import PersonFacts, identifying_fields
from forms.dossier.place_names import read_place, title_of
from forms.model.place import Place
from forms.package.withheld.office_package import WithoutRecords
from forms.package.withheld.withheld_words import LEFT_OUT
from forms.report.figures import Figures
from forms.report.report import Report
from forms.store.chain.head_file import Head
from forms.store.chain.history import history
from forms.store.year_paths import YearPaths
from tui.jobs.workspace import Workspace
from tui.texts.revisions import leaving_words


def known_before(workspace: Workspace, content: Content, head: Head) -> PersonFacts:
    """What the people of *content* were known by in the history up to *head*. Raises DamagedFile, StorageError."""
    return facts_of_the_past(history(YearPaths(workspace.folder, content.year), head), content.form)


def places_left_out(content: Content, figures: Figures, past: Callable[[], PersonFacts]) -> list[Place]:
    """Where words stand that tell who somebody is, and do not go to the office; the same place once. *past* is asked where there are any."""
    report = WithoutRecords(content, figures)
    if not report.words:
        return []
    places = []
    for part, *path in report.but(past=past()).left_out:
        place = read_place(path[-1], content.form) if part == "explanations" else Place(*path)
        places.append(place or Place())
    return list(dict.fromkeys(places))


def leaving_sentences(
    report: Report, past: Callable[[], PersonFacts], *, with_records: bool
) -> Iterator[str]:
    """What is said to who sends *report*; nothing where there are no records."""
    content, figures = report.content, report.figures
    if content.is_empty:
        return
    records = content.form.counted(content.counts)
    if with_records:
        yield leaving_words.RECORDS_LEAVE.format(records=records)
        yield from _what_they_tell(content)
        return
    yield leaving_words.RECORDS_STAY.format(records=records, receiver=receiver_of(content))
    if left_out := places_left_out(content, figures, past):
        titles = "; ".join(title_of(place, content) for place in left_out)
        yield leaving_words.WORDS_STAY.format(
            count=len(left_out), instead=LEFT_OUT, places=titles, receiver=receiver_of(content)
        )


def _what_they_tell(content: Content) -> Iterator[str]:
    """Of each list the fields that tell who somebody is, with how many are filled in."""
    for record in content.form.lists:
        items = content.records(record.place).values()
        counts = {
            field.label: sum(item.get(field.key) is not None for item in items)
            for field in identifying_fields(record)
        }
        filled = ", ".join(
            leaving_words.FIELD.format(label=label, count=count) for label, count in counts.items() if count
        )
        if filled:
            yield leaving_words.FIELDS_LEAVE.format(list=record.title, fields=filled)
