"""What a check asks of the code lists stands in one file, and says what they say.

``python -m tests.forms.sets.test_code_indices`` writes it anew after a list was changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forms.model.code_list import Catalogue, index_of
from forms.sets.mn2019 import catalogues
from forms.sets.packaged_file import PackagedFile

FOLDER = Path(catalogues.__file__).parent
LISTS = sorted(path.stem for path in FOLDER.glob("*.json"))


def _indices() -> dict[str, Any]:
    return {name: index_of(json.loads((FOLDER / f"{name}.json").read_bytes())) for name in LISTS}


def test_the_file_says_what_the_lists_say() -> None:
    assert json.loads(catalogues.INDICES.read_bytes()) == _indices()


def test_a_list_answers_alike_with_the_file_and_without() -> None:
    for name in LISTS:
        alone, listed = (
            Catalogue(PackagedFile(catalogues.__name__, f"{name}.json")),
            catalogues.catalogue(name),
        )
        assert (alone.title, alone.key) == (listed.title, listed.key), name
        lies_within = index_of(json.loads((FOLDER / f"{name}.json").read_bytes()))["within"]
        for item in alone.items:
            for given in ({}, {**item.attributes}, dict.fromkeys(alone.key, "no such code")):
                asked: Callable[[str], Any] = given.get
                assert alone.has(item.code, asked) == listed.has(item.code, asked), (name, item.code)
            if lies_within:
                assert alone.attribute(item.code, lies_within) == listed.attribute(item.code, lies_within)
        assert not listed.has("no such code", lambda _: None)


if __name__ == "__main__":
    text = json.dumps(_indices(), ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"')
    (FOLDER.parent / catalogues.INDICES.name).write_text(text + "\n", encoding="utf-8")
