"""The steps of a report that several pages have: profile and lists, tables, check."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from forms.entry.record_edits import is_untouched
from forms.model.issue import Issue, Severity, blocking
from forms.model.place import Place
from forms.model.record import RecordType
from forms.model.table import Table
from forms.report.figures import is_empty
from tui.desk.kinds.steps_page import NOT_YET, STEP_DONE, Stage, State, Steps, state_of
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.texts import home_words, issue_words


def add_records(steps: Steps, host: Host[ShownReport]) -> None:
    """The profile and the lists."""
    add_profile(steps, host)
    content = host.work.content
    for record in content.form.lists:
        count = len(content.records(record.place))
        what = record.counted.format(count=count)
        steps.add_checked(
            record.title,
            what,
            partial(_list_as_it_is, host.work, record, what, STEP_DONE if count else NOT_YET),
            home_words.HOME_LIST.format(what=record.title.lower()),
            _goes(host, Place(record=record.place)),
        )


def _list_as_it_is(report: ShownReport, record: RecordType, what: str, otherwise: State) -> tuple[str, State]:
    return what, state_of(_issues_in(report, record), otherwise)


def _issues_in(report: ShownReport, record: RecordType) -> list[Issue]:
    """Those of the profile or of a list."""
    own = record.place
    return [issue for issue in report.issues if (issue.place.record or "").partition("/")[0] == own]


def add_profile(steps: Steps, host: Host[ShownReport]) -> None:
    """The profile alone."""
    content = host.work.content
    facility = content.form.facility
    unseen = sum(content.value(("reviewed", key)) is None for key in facility.reviewed)
    total = len(facility.reviewed)
    what = home_words.REVIEWED_OF.format(count=total - unseen, total=total) if total else ""
    left = State(home_words.REVIEW_LEFT.format(count=unseen), Severity.WARNING) if unseen else STEP_DONE
    steps.add_checked(
        facility.title,
        what,
        partial(_profile_as_it_is, host.work, what, left),
        _opens(facility),
        _goes(host, Place(record=facility.place)),
    )


def _opens(facility: RecordType) -> str:
    if not facility.about:
        return home_words.HOME_LIST.format(what=facility.title.lower())
    return home_words.HOME_PROFILE.format(title=facility.title, about=facility.about)


def _profile_as_it_is(report: ShownReport, what: str, otherwise: State) -> tuple[str, State]:
    if is_untouched(report.content):
        return what, State(home_words.BEGIN_HERE, stage=Stage.TO_DO)
    return what, state_of(_issues_in(report, report.content.form.facility), otherwise)


def add_tables(steps: Steps, host: Host[ShownReport]) -> None:
    """The five tables."""
    for table in host.work.content.form.tables:
        steps.add_checked(
            home_words.TABLE_STEP.format(number=table.number, title=table.tab_title),
            "",
            partial(_table_as_it_is, host.work, table),
            home_words.HOME_TABLE.format(title=table.title),
            _goes(host, Place(table.id)),
        )


def _goes(host: Host[ShownReport], where: Place | PageName) -> Callable[[], None]:
    return partial(host.open, where)


def _table_as_it_is(report: ShownReport, table: Table) -> tuple[str, State]:
    issues = [issue for issue in report.issues if issue.place.table == table.id]
    if issues:
        return "", state_of(issues)
    if is_empty(report.figures, table):
        optional = report.content.roster.facility.get("ownership") in table.optional_for
        return "", State(home_words.NOT_APPLICABLE, stage=Stage.DONE) if optional else NOT_YET
    return "", STEP_DONE


def add_check(steps: Steps, host: Host[ShownReport]) -> None:
    """What is missing and wrong."""
    look, goes = partial(_check_as_it_is, host.work), _goes(host, PageName.ISSUES)
    steps.add_checked(home_words.CHECK_TITLE, "", look, issue_words.ISSUES_HELP, goes)


def _check_as_it_is(report: ShownReport) -> tuple[str, State]:
    issues = report.issues
    missing = sum(issue.is_missing for issue in issues)
    some = 0 < missing < len(blocking(issues))
    what = issue_words.MISSING_LEFT.format(missing=missing) if some else ""
    return what, NOT_YET if is_untouched(report.content) else state_of(issues)
