"""The four records: facility, class, child, staff, in the order of a package; and the letter, which is beside them."""

from forms.model.record import RecordType
from forms.sets.mn2019.records import children, classes, facility, letter, staff

FACILITY: RecordType = facility.RECORD
CLASS: RecordType = classes.RECORD
CHILD: RecordType = children.RECORD
STAFF: RecordType = staff.RECORD
CAMPAIGN: RecordType = letter.RECORD

RECORDS: tuple[RecordType, ...] = (FACILITY, CLASS, CHILD, STAFF)
LISTS: tuple[RecordType, ...] = (CLASS, CHILD, STAFF)
RECORD_BY_KEY: dict[str, RecordType] = {record.key: record for record in RECORDS}
RECORD_BY_PLACE: dict[str, RecordType] = {record.place: record for record in RECORDS}
FORM_BY_PLACE: dict[str, RecordType] = {**RECORD_BY_PLACE, CAMPAIGN.place: CAMPAIGN}
"""What is filled in as a form: the records of the report, and the letter, which is none."""
