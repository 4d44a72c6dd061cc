"""The properties of the report workbook: what it is, for people and for whoever reads it back."""

from __future__ import annotations

from typing import Any

from openpyxl.packaging.custom import BoolProperty, IntProperty, StringProperty

from exports.layout.document import Document
from exports.layout.report_facts import ReportFacts
from exports.workbooks.file_properties import AUTHOR, describe
from exports.workbooks.report.printed_zeros import NO_BLOCK, exceptions_of
from forms.sets import name_to_write

FORM_PROPERTY = "set"
"""The property that names the set of a report; one without it is of the set of those that name none."""


def set_properties(book: Any, document: Document) -> None:
    """Set the properties of Office and our own."""
    _set_properties(book, document.facts)
    _set_custom_properties(book, document)


def _set_properties(book: Any, facts: ReportFacts) -> None:
    describe(book, facts.title, facts.today, facts.name or AUTHOR)
    properties = book.properties
    properties.lastModifiedBy = AUTHOR
    described = f"{facts.code_title} {facts.marked_code}. {facts.revision_text}"
    properties.description = f"{described}. {facts.sending}" if facts.sending else described
    properties.contentStatus = facts.marks or None
    properties.version = None if facts.draft else str(facts.revision)


def _set_custom_properties(book: Any, document: Document) -> None:
    """What the check code is computed from beside the cells; when and by whom it was sent; of how many it is the sum."""
    facts, figures = document.facts, document.figures
    properties: list[StringProperty | IntProperty | BoolProperty] = [
        StringProperty(name=name, value=text)
        for name, text in (
            ("form", facts.form.code),
            (FORM_PROPERTY, name_to_write(facts.form)),
            ("facility_code", document.facility_code or ""),
            ("school_year", facts.school_year),
            ("check_code", facts.check_code),
            ("block", figures.block or NO_BLOCK),
            ("exceptions", exceptions_of(figures)),
        )
        if text
    ]
    properties += [
        IntProperty(name="revision", value=facts.revision),
        BoolProperty(name="draft", value=facts.draft),
        BoolProperty(name="training", value=facts.training),
    ]
    properties += [
        StringProperty(name=name, value=text)
        for name, text in (("sent_at", facts.sent_at), ("sent_by", facts.sent_by))
        if text
    ]
    if document.facilities is not None:
        properties.append(IntProperty(name="facilities", value=document.facilities))
    for custom in properties:
        book.custom_doc_props.append(custom)
