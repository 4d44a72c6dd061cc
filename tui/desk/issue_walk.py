"""F9: from issue to issue. The cursor goes to the place of one; Esc then leads home, or to the list of issues."""

from __future__ import annotations

from typing import Any

from forms.model.issue import Issue
from forms.model.place import Place
from tui.desk.page import Host
from tui.texts import issue_words


def next_issue(host: Host[Any]) -> None:
    """The cursor on the issue after the one where it is; the first again after the last."""
    issues = host.work.to_do
    if not issues:
        host.say(issue_words.NO_ISSUES)
        return
    here = host.issue_in_hand
    number = 0
    if here is not None:
        # one that was put right has made room for the one after it
        number = (issues.index(here) + 1 if here in issues else host.issue_place) % len(issues)
    front = host.page
    if not (front.esc_leads_here or front.shows(issues[number].place)):
        host.home()
    go_to_issue(host, issues[number])
    host.say(issue_words.ISSUE_PLACE.format(place=number + 1, total=len(issues)))


def go_to_issue(host: Host[Any], issue: Issue) -> None:
    """The cursor on the place of an issue, which F9 then goes on from."""
    place = issue.place
    host.open(place if any(place) else Place(record=host.work.content.form.facility.place))
    host.issue_in_hand = issue
    host.issue_place = host.work.to_do.index(issue)
