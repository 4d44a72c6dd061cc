"""The names of the pages: what ``host.open`` takes beside a place of the report. ``tui/pages/registry.py`` has the pages."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """A page, or what begins with a question and then shows one."""

    HOME = "home"
    FIRST_START = "first_start"
    YEARS = "years"
    DRAFT = "draft"
    ISSUES = "issues"
    MISSING = "missing"
    TABLE = "table"
    TAKE = "take"
    RECORDS_BEHIND = "records_behind"
    RECORD_LIST = "record_list"
    FORM = "form"
    QUICK_ENTRY = "quick_entry"
    MANY = "many"
    IMPORT = "import"
    FILL = "fill"
    FILL_PLAN = "fill_plan"
    INTAKE = "intake"
    ROLL = "roll"
    SENDING = "sending"
    SIGN_OFF = "sign_off"
    REPLIES = "replies"
    ANSWER = "answer"
    ANSWER_QUESTIONS = "answer_questions"
    DIFFERENCES = "differences"
    EXPORT = "export"
    OFFICE = "office"
    OFFICE_FOLDER = "office_folder"
    FACILITIES = "facilities"
    OFFICE_FILES = "office_files"
    ARRIVAL = "arrival"
    GUEST = "guest"
    FACILITIES_BEHIND = "facilities_behind"
    HELP = "help"
    MENU = "menu"
