"""Why a text is no JSON, for the end of a sentence; how a table is called; what stands where there is no value."""

NESTED_TOO_DEEP = "lồng quá sâu"
LINE_AND_COLUMN = "dòng {line}, cột {column}"
NOT_UTF8 = "không phải UTF-8"
KEY_TWICE = "mục «{key}» có hai lần"
TABLE_TITLE = "Biểu {number} ({tab_title})"

NOTHING, UNKNOWN = "không có", "chưa biết"
"""Nothing is there to be entered; something is, and has still to be asked for."""
SAID_FOR = {
    NOTHING: ("không có", "không", "ko có", "k có", "chưa có"),
    UNKNOWN: ("chưa biết", "chưa rõ", "không rõ", "không biết", "ko rõ", "ko biết"),
}
"""What people write for it, with or without marks."""
