"""The four records: facility, class, child, staff, in the order of a package; and the letter, which is beside them."""

from forms.model.record import RecordType
from forms.sets.mn2019.records import children, classes, facility, letter, staff

FACILITY: RecordType = facility.RECORD
CLASS: RecordType = classes.RECORD
CHILD: RecordType = children.RECORD
STAFF: RecordType = staff.RECORD
CAMPAIGN: RecordType = letter.RECORD

LISTS: tuple[RecordType, ...] = (CLASS, CHILD, STAFF)
