"""Records of which any field may hold anything: right, wrong, of another class, not known."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from forms.dossier.content import Content
from forms.model.values import Value
from tests.builders import example, unread

VALUES: tuple[Value, ...] = (
    "01", "02", "04", "16", "79", "760", "26740", "Trẻ Mẫu", "trẻ mẫu 1", "x" * 600, "2016-09-30", "2017-02-30", "0900000001",
    "079188000004", "NT1", "MG1", "", True, False, 1, 0, 3, 1990, Decimal(1), Decimal("1990.0"), Decimal("2.5"), unread("?"), unread("không biết"),
)  # fmt: skip
"""1, True and the number 1 of another class equal each other, and mean different things."""


def damaged(seed: int, *, children: int) -> Content:
    """The example with so many children, twenty classes and half as many people, whose fields were filled by chance."""
    chance, tree = Random(seed), dict(example().tree)
    form, counts = example().form, {"child": children, "class": 20, "staff": children // 2}
    for record in form.lists:
        patterns = list(tree[record.place].values())
        keys = [field.key for field in record.fields if not field.computed]
        tree[record.place] = {
            f"{record.letter}{number:04}": {
                **patterns[number % len(patterns)],
                **{
                    key: chance.choice(VALUES) for key in chance.sample(keys, chance.choice((0, 0, 1, 4, 12)))
                },
            }
            for number in range(1, counts[record.key] + 1)
        }
    return Content(tree)
