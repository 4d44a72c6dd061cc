"""Words before a name: those by which somebody is addressed, and those of a place that bears one."""

ADDRESSED_AS = (
    "bé",
    "cháu",
    "em",
    "con",
    "cô",
    "thầy",
    "chị",
    "anh",
    "bác",
    "bạn",
    "mẹ",
    "má",
    "bố",
    "ông",
    "bà",
    "chú",
    "dì",
    "cậu",
    "mợ",
    "thím",
    "dượng",
    "huynh",
)
"""A given name after one of them is one, whether it is written with a capital or not."""
ADDRESSED_BEFORE_CAPITAL = ("trẻ", "ba", "cha", "tía", "cụ")
"""After these it is one with a capital only: they stand before many other words."""
PLACED_IN = (
    *("đường", "phố", "hẻm", "ngõ", "ấp", "thôn", "xóm", "phường", "xã", "quận", "huyện", "tỉnh"),
    *("trường", "non", "viện"),
)
"""A name after one of them is that of a street, a place, a school (mầm non), a hospital."""
