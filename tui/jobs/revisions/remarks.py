"""What the office and the national system say, where the work is: as issues that F9 walks, and as banners at their places."""

from __future__ import annotations

from collections.abc import Iterable

from forms.dossier.content import Content
from forms.dossier.place_names import (
    title_of,
)
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.package.answers import remarks_left
from forms.package.complaints import complaints_left
from tui.texts.revisions import reply_words


def remark_issues(content: Content) -> list[Issue]:
    """The remarks of the office, then what the national system complains about, all that is not ticked off yet, each at its place."""
    given = [
        (Severity.REMARK, reply_words.REMARK_RULE, remarks_left(content)),
        (Severity.COMPLAINT, reply_words.COMPLAINT_RULE, complaints_left(content)),
    ]
    return [
        Issue(rule, severity, title_of(remark.place, content), remark.text, remark.place)
        for severity, rule, remarks in given
        for remark in remarks
    ]


def remarks_at(remarks: Iterable[Issue], here: Place) -> list[Issue]:
    """Those of *remarks* whose place is *here* or around it: a remark at a table holds for its cells."""
    return [
        remark
        for remark in remarks
        if all(
            own in (None, now) or _is_list_of(own, now) for own, now in zip(remark.place, here, strict=True)
        )
    ]


def _is_list_of(own: str, here: str | None) -> bool:
    return here is not None and here.partition("/")[0] == own
