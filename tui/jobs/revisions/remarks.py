"""The office's remarks where the work is: as issues that F9 walks, and as banners at their places."""

from __future__ import annotations

from collections.abc import Iterable

from forms.dossier.content import Content
from forms.dossier.place_names import (
    title_of,
)
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.package.answers import remarks_left
from tui.texts.revisions import reply_words


def remark_issues(content: Content) -> list[Issue]:
    """The remarks that are not ticked off yet, each at its place."""
    if content.is_frozen or not content.last_sent:
        return []
    return [
        Issue(
            reply_words.REMARK_RULE,
            Severity.REMARK,
            title_of(remark.place, content),
            remark.text,
            remark.place,
        )
        for remark in remarks_left(content)
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
