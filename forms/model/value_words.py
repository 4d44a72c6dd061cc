"""Why a text is no JSON, for the end of a sentence; and how a table is called."""

NESTED_TOO_DEEP = "lồng quá sâu"
LINE_AND_COLUMN = "dòng {line}, cột {column}"
NOT_UTF8 = "không phải UTF-8"
KEY_TWICE = "mục «{key}» có hai lần"
TABLE_TITLE = "Biểu {number} ({tab_title})"
