"""Which page has which name and shows which place. All pages are known here only; each is loaded when it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from forms.dossier.place_names import (
    read_place,
)
from forms.model.place import Place
from tui.desk.page_names import PageName
from tui.texts import desk_words

if TYPE_CHECKING:
    from forms.sets.form_set import FormSet
    from tui.desk.lesson.companion import Companion
    from tui.desk.page import Host, Page

PAGES: Mapping[PageName, str] = {
    PageName.HOME: "home.home.HomePage",
    PageName.FIRST_START: "home.first_start.FirstPage",
    PageName.YEARS: "home.years.choose_year",
    PageName.DRAFT: "home.draft_text.DraftPage",
    PageName.DROPPED: "home.draft_text.choose_dropped",
    PageName.BACK_UP: "keeping.stick_choice.choose_stick",
    PageName.RESTORE: "keeping.restore_choice.RestoreChoicePage",
    PageName.RESTORE_PREVIEW: "keeping.restore_preview.RestorePreviewPage",
    PageName.CHILD_DATA: "sending.child_export.export_child",
    PageName.PRIVACY: "keeping.privacy_page.PrivacyPage",
    PageName.ERASE: "keeping.erasure_page.erase_here",
    PageName.ERASURE_PLAN: "keeping.erasure_page.ErasurePage",
    PageName.ERASED: "keeping.erasure_page.ErasedPage",
    PageName.CAME_BACK: "home.came_back_list.CameBackPage",
    PageName.ISSUES: "issues.issue_list.every_issue",
    PageName.MISSING: "issues.issue_list.missing",
    PageName.TABLE: "tables.sheet.table_of_place",
    PageName.TAKE: "tables.take_preview.take",
    PageName.RECORDS_BEHIND: "records.record_list.BehindPage",
    PageName.RECORD_LIST: "records.record_list.DossierListPage",
    PageName.FORM: "records.record_form.FormPage",
    PageName.QUICK_ENTRY: "records.quick_entry.QuickPage",
    PageName.MANY: "records.many.ManyPage",
    PageName.REMOVE: "records.record_removal.remove_in_focus",
    PageName.MOVE_IN: "records.record_list.move_in",
    PageName.IMPORT: "intake.file_prompt.ask_workbook",
    PageName.FILL: "intake.file_prompt.ask_template",
    PageName.COMPARE: "intake.file_prompt.ask_system_file",
    PageName.LETTER: "intake.file_prompt.ask_letter",
    PageName.LETTER_PREVIEW: "intake.letter_preview.LetterPreviewPage",
    PageName.COMPARISON: "sending.system_comparison.SystemComparisonPage",
    PageName.INTAKE: "intake.intake_preview.IntakePage",
    PageName.FILL_PLAN: "intake.fill_preview.FillPage",
    PageName.ROLL: "rolling.roll_preview.roll_preview",
    PageName.SENDING: "sending.sign_off.next_sending",
    PageName.SIGN_OFF: "sending.sign_off.sign_off",
    PageName.REPLIES: "sending.replies.RepliesPage",
    PageName.PORTAL: "sending.portal_list.PortalPage",
    PageName.ANSWER: "sending.answer_entry.choose_answer",
    PageName.ANSWER_AGAIN: "sending.answer_entry.correct_answer",
    PageName.ANSWER_FORM: "sending.answer_form.AnswerPage",
    PageName.DIFFERENCES: "sending.difference_list.what_differs",
    PageName.MARKS: "home.mark_list.MarksPage",
    PageName.HISTORY: "home.history_list.history_here",
    PageName.EXPORT: "sending.export_progress.export_page",
    PageName.OFFICE: "district.office_home.OfficeHome",
    PageName.OFFICE_FOLDER: "district.office_jobs.read_folder",
    PageName.FACILITIES: "district.facilities.FacilitiesPage",
    PageName.FACILITY_CHOICE: "district.facility_choice.FacilityChoicePage",
    PageName.OFFICE_FILES: "district.facilities.FilesPage",
    PageName.SUM_PARTS: "district.sum_parts.PartsPage",
    PageName.ARRIVAL: "district.guest.open_arrival",
    PageName.GUEST: "district.guest.GuestHome",
    PageName.FACILITIES_BEHIND: "district.facilities_behind.BehindSumPage",
    PageName.HELP: "help.help_page.help_of_page",
    PageName.MENU: "help.menu_page.menu_of_page",
    PageName.KEY_SHEET: "help.key_print.print_keys",
    PageName.CHOICE: "help.choice_page.ChoicePage",
    PageName.LEARN: "lesson.made_up_copies.learn",
    PageName.LEAVE_COPY: "lesson.made_up_copies.leave_copy",
    PageName.RESET_COPY: "lesson.made_up_copies.reset_copy",
    PageName.LESSON: "lesson.task_list.TaskPage",
}
"""Each a module below ``tui.pages`` and a name in it: a page, or what gives one, or asks first and gives none."""


def page_of(host: Host[Any], where: PageName | Place, *about: object) -> Page[Any] | None:
    """The page of a name, or of a place; None when something was asked or said instead."""
    if isinstance(where, Place):
        where, *about_place = _of_place(where, host.work.content.form)
        return page_of(host, where, *about_place)
    module, _, name = PAGES[where].rpartition(".")
    page: Page[Any] | None = getattr(import_module(f"{__package__}.{module}"), name)(host, *about)
    return page


def companion_of(work: Any) -> Companion | None:
    """Who goes along with a learner; None where no lesson is learnt. Raises NhomtreError."""
    if not work.workspace.is_lesson:
        return None
    learning = import_module("tui.jobs.lesson.learning").Learning(work.workspace)
    companion: Companion = import_module("tui.desk.lesson.companion").Companion(learning)
    return companion


def _of_place(place: Place, form: FormSet) -> tuple[PageName, object]:
    if place.table is not None:
        return PageName.TABLE, place
    if place.record in form.list_places:
        return PageName.RECORD_LIST, place.record
    return PageName.FORM, place.record or form.facility.place


def go(host: Host[Any], text: str) -> None:
    """Open what the command line names: a place of the report, ``issues``, ``missing``; says so when there is no such place."""
    is_page = text in (PageName.ISSUES, PageName.MISSING)
    where = PageName(text) if is_page else read_place(text, host.work.content.form)
    if where is None:
        host.say(desk_words.WRONG_PLACE.format(place=text))
    else:
        host.open(where)
