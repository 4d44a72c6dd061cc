"""Facilities of any size."""

from __future__ import annotations

import random

from forms.dossier.content import Content, empty_content
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year

CHILD = training_year().form.record_by_key["child"]
AT = "2019-09-19T08:00:00+07:00"


def group_of(children: int) -> Content:
    """The training group with that many children, 25 to a class."""
    content = adopt(training_package(), empty_content(training_year()), AT)
    pattern = list(content.records("children").values())
    classes = list(content.records("classes").values())
    chance = random.Random(children)
    groups = {
        f"k{number:04}": {**classes[number % len(classes)], "code": f"L{number}", "name": f"Lớp {number}"}
        for number in range(1, max(children // 25, 2) + 1)
    }
    roll = {
        f"c{number:04}": {
            **pattern[number % len(pattern)],
            "name": f"Trẻ Mẫu {number}",
            "class_code": chance.choice(list(groups.values()))["code"],
        }
        for number in range(1, children + 1)
    }
    return Content({**content.tree, "classes": groups, "children": roll})
