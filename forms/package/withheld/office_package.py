"""Writing a report as the package for the office: what is typed, every figure, how many records and issues there are.

Beside the parts that both formats have (``facility``, ``cells``, ``reasons``, ``notes``, ``reviewed``, ``explanations``,
``taken_at``, state and sending) it holds ``figures`` as ``Figures.as_json`` gives them, ``counts`` (``records``: place of a list
→ how many; ``issues``: ``errors``, ``warnings``, ``missing``) and ``records`` (``withheld``: true; ``hash``: ``records_hash``).
None of these, nor ``package_hash``, may be missing; no list, ``doubts`` or ``taken`` may be there.

Free words that tell who somebody is are replaced by ``withheld_words.LEFT_OUT``. What the profile says of the facility
and its head, and who confirmed the sending, are of the report itself and stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from forms.dossier.content import Content, PartName, Path, Tree
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts
from forms.dossier.place_names import exists, read_place
from forms.model.declared import Frozen
from forms.model.issue import issue_counts
from forms.package.package_keys import CELL_TEXTS, OFFICE_FORMAT
from forms.package.withheld.named_people import NamedPeople
from forms.package.withheld.taken_figures import taken_of
from forms.package.withheld.withheld_words import LEFT_OUT
from forms.package.writer import laid_out, package_hash, package_parts, records_hash
from forms.report.figures import Figures
from forms.report.report import Report

_FREE_WORDS: tuple[PartName, ...] = (*CELL_TEXTS, "explanations")


class WithoutRecords(Frozen):
    """What of *content* goes to the office, with its *figures*; the *past* is what its people were known by before."""

    content: Content
    figures: Figures
    past: PersonFacts = UNKNOWN

    @cached_property
    def words(self) -> Mapping[Path, str]:
        """What somebody typed in words of one's own, and where."""
        return {
            path: text
            for part in _FREE_WORDS
            for path, text in _texts((part,), self.content.part(part))
            if part != "explanations" or self._stands(path[-1])
        }

    @cached_property
    def left_out(self) -> tuple[Path, ...]:
        """Where words stand that tell who somebody is: they do not go."""
        if not self.words:
            return ()
        people = NamedPeople(self.content, self.past)
        return tuple(path for path, text in self.words.items() if people.are_in(text))

    @cached_property
    def reduced(self) -> Content:
        """The content as whoever reads the package has it."""
        return self.without_words(self.in_its_words)

    def without_words(self, content: Content) -> Content:
        """*content*, this one or what goes of it, without the words that tell who somebody is."""
        tree = content.tree
        for path in self.left_out:
            tree = _replaced(tree, path)
        return Content(tree)

    @cached_property
    def in_its_words(self) -> Content:
        """The same with all words, of which some do not go."""
        form = self.content.form
        tree = {
            key: part for key, part in self.content.tree.items() if key not in (*form.list_places, "doubts")
        }
        explained = {
            rule: self._standing(places) for rule, places in self.content.part("explanations").items()
        }
        tree["explanations"] = {rule: places for rule, places in explained.items() if places}
        tree["withheld"] = {"hash": records_hash(self.content)}
        if self.content.taken_at:
            tree |= {"taken": taken_of(self.figures.as_json(), form, self.figures.block)}
        return Content(tree)

    def _standing(self, places: Tree) -> Tree:
        return {place: text for place, text in places.items() if self._stands(place)}

    def _stands(self, explained: str) -> bool:
        """Whether the place of an explanation is one of this report: a package that was taken in may have named it by any words."""
        place = read_place(explained, self.content.form)
        return place is not None and exists(place, self.content)


def write_for_office(report: Report, past: PersonFacts = UNKNOWN) -> str:
    """The package for the office of *report*, of whose people *past* was known: one JSON text, the same for the same report."""
    content, figures = report.content, report.figures
    whole = package_parts(WithoutRecords(content, figures, past).reduced)
    kept_back = (*content.form.list_places, "taken")
    parts = {key: part for key, part in whole.items() if key not in kept_back}
    parts["format"] = OFFICE_FORMAT
    parts["figures"] = figures.as_json()
    parts["counts"] = {
        "records": content.counts,
        "issues": issue_counts(report.issues),
    }
    parts["records"] = {"withheld": True, "hash": records_hash(content)}
    parts["package_hash"] = package_hash(parts)
    return laid_out(parts)


def _texts(path: Path, part: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, Mapping):
        for key, below in part.items():
            yield from _texts((*path, key), below)


def _replaced(tree: Tree, path: Path) -> dict[str, Any]:
    step, *rest = path
    return {**tree, step: _replaced(tree[step], tuple(rest)) if rest else LEFT_OUT}
