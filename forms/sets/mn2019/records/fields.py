"""Short constructors of fields, so that a record reads one field a line."""

from typing import TypedDict, Unpack

from forms.model.condition import Condition
from forms.model.record import NEVER, Field, FieldRole, FieldType, Required
from forms.model.value_format import Format
from forms.sets.mn2019.catalogues import catalogue


class More(TypedDict, total=False):
    """What every field may add: its column in the upload workbook, exchange name, group, help, format, role, what narrows its codes."""

    upload: tuple[int, str]
    exchange: str
    group: str
    help: str
    computed: bool
    refers: str
    format: Format
    plain: bool
    role: FieldRole
    narrowed_by: tuple[tuple[str, str], ...]


def text(key: str, label: str, max_length: int, required: Required = NEVER, **more: Unpack[More]) -> Field:
    """A text of at most *max_length* characters (NFC)."""
    return Field(key, label, FieldType.TEXT, max_length, required=required, **more)


def integer(key: str, label: str, max_length: int, required: Required = NEVER, **more: Unpack[More]) -> Field:
    """A whole number, 0 or more, written with at most *max_length* characters."""
    return Field(key, label, FieldType.INT, max_length, required=required, **more)


def decimal(key: str, label: str, max_length: int, required: Required = NEVER, **more: Unpack[More]) -> Field:
    """A number, 0 or more, with at most 3 decimals."""
    return Field(key, label, FieldType.DECIMAL, max_length, required=required, **more)


def date(key: str, label: str, required: Required = NEVER, **more: Unpack[More]) -> Field:
    """A day."""
    return Field(key, label, FieldType.DATE, required=required, **more)


def yes_no(key: str, label: str, required: Required = NEVER, **more: Unpack[More]) -> Field:
    """Có or Không."""
    return Field(key, label, FieldType.BOOL, catalogue=catalogue("yes_no"), required=required, **more)


def choice(
    key: str,
    label: str,
    codes: str,
    max_length: int,
    required: Required = NEVER,
    coded_when: Condition | None = None,
    free_text_max_length: int | None = None,
    **more: Unpack[More],
) -> Field:
    """A code of the list *codes*; free text while *coded_when* does not hold."""
    return Field(
        key,
        label,
        FieldType.CHOICE,
        max_length,
        catalogue(codes),
        required,
        coded_when=coded_when,
        free_text_max_length=free_text_max_length,
        **more,
    )
