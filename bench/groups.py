"""Facilities of any size."""

from __future__ import annotations

import random

from forms.dossier.content import Content, empty_content
from forms.model.values import Value
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.sets import newest

CHILD = newest().record_by_key["child"]
AT = "2019-09-19T08:00:00+07:00"


def group_of(children: int) -> Content:
    """The training group with that many children, 25 to a class in the mean, of the ages that the class is for."""
    content = adopt(training_package(), empty_content(training_year()), AT)
    pattern = list(content.records("children").values())
    classes = list(content.records("classes").values())
    chance = random.Random(children)
    groups = {
        f"k{number:04}": {**classes[number % len(classes)], "code": f"L{number}", "name": f"Lớp {number}"}
        for number in range(1, max(children // 25, len(classes)) + 1)
    }
    alike: dict[Value, list[Value]] = {}
    for number, group in enumerate(groups.values(), 1):
        alike.setdefault(classes[number % len(classes)]["code"], []).append(group["code"])
    roll = {
        f"c{number:04}": {
            **pattern[number % len(pattern)],
            "name": f"Trẻ Mẫu {number}",
            "class_code": chance.choice(alike[pattern[number % len(pattern)]["class_code"]]),
        }
        for number in range(1, children + 1)
    }
    last = {**content.part("last_ref"), "k": len(groups), "c": children}
    return Content({**content.tree, "classes": groups, "children": roll, "last_ref": last})
