"""The steps of a report that several pages have: profile and lists, tables, check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial

from forms.entry.record_edits import is_untouched
from forms.model.issue import Issue, Severity, blocking
from forms.model.place import Place
from forms.model.table import Table
from forms.report.figures import is_empty
from tui.desk.kinds.steps_page import NOT_YET, STEP_DONE, State, Steps, state_of
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.texts import home_words, issue_words


def add_records(steps: Steps, host: Host[ShownReport]) -> None:
    """The profile and the lists."""
    content, at = host.work.content, _by_record(host.work)
    add_profile(steps, host)
    for record in content.form.lists:
        count = len(content.records(record.place))
        steps.add(
            record.title,
            record.counted.format(count=count),
            state_of(at[record.place], STEP_DONE if count else NOT_YET),
            home_words.HOME_LIST.format(what=record.title.lower()),
            _goes(host, Place(record=record.place)),
        )


def _by_record(report: ShownReport) -> Mapping[str, list[Issue]]:
    """The profile or a list → its issues."""
    at: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in report.issues:
        at[(issue.place.record or "").partition("/")[0]].append(issue)
    return at


def add_profile(steps: Steps, host: Host[ShownReport]) -> None:
    """The profile alone."""
    content = host.work.content
    facility = content.form.facility
    unseen = [key for key in facility.reviewed if content.value(("reviewed", key)) is None]
    left = State(home_words.REVIEW_LEFT.format(count=len(unseen)), Severity.WARNING) if unseen else STEP_DONE
    steps.add(
        facility.title,
        home_words.REVIEWED_OF.format(
            count=len(facility.reviewed) - len(unseen), total=len(facility.reviewed)
        ),
        State(home_words.BEGIN_HERE)
        if is_untouched(content)
        else state_of(_by_record(host.work)[facility.place], left),
        home_words.HOME_FACILITY,
        _goes(host, Place(record=facility.place)),
    )


def add_tables(steps: Steps, host: Host[ShownReport]) -> None:
    """The five tables."""
    for table in host.work.content.form.tables:
        steps.add(
            home_words.TABLE_STEP.format(number=table.number, title=table.tab_title),
            "",
            _state_of_table(host.work, table),
            home_words.HOME_TABLE.format(title=table.title),
            _goes(host, Place(table.id)),
        )


def _goes(host: Host[ShownReport], where: Place | PageName) -> Callable[[], None]:
    return partial(host.open, where)


def _state_of_table(report: ShownReport, table: Table) -> State:
    issues = [issue for issue in report.issues if issue.place.table == table.id]
    if issues:
        return state_of(issues)
    if is_empty(report.figures, table):
        optional = report.content.roster.facility.get("ownership") in table.optional_for
        return State(home_words.NOT_APPLICABLE) if optional else NOT_YET
    return STEP_DONE


def add_check(steps: Steps, host: Host[ShownReport]) -> None:
    """What is missing and wrong."""
    issues = host.work.issues
    missing = sum(issue.is_missing for issue in issues)
    some = 0 < missing < len(blocking(issues))
    steps.add(
        home_words.CHECK_TITLE,
        issue_words.MISSING_LEFT.format(missing=missing) if some else "",
        NOT_YET if is_untouched(host.work.content) else state_of(issues),
        issue_words.ISSUES_HELP,
        _goes(host, PageName.ISSUES),
    )
