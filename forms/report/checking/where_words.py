"""Where an issue is, as a sentence about it begins."""

from forms.model.rules.rule import (
    Where,
)

WHERE: dict[Where, str] = {
    Where.CELL: "{table}, mã {row}, cột {column}",
    Where.BLOCK: "{table}, mã {row}, {block}",
    Where.ROW: "{table}, mã {row}",
    Where.RECORD: "{record} «{name}»",
    Where.FIELD: "{record} «{name}», mục {field}",
    Where.BORN: "{record} «{name}», ngày sinh {birth_date}",
    Where.AGED: "{record} «{name}» ({age})",
    Where.PROFILE_FIELD: "{record}, mục {field}",
    Where.TABLE: "{table}",
    Where.LIST: "{list}",
}
