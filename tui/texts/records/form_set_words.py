"""The words about the official forms that the program knows."""

SET = "Biểu {code} ({id}): {title}, {period}"
SINCE = "  dùng từ năm học {since}; năm học trước đó cũng theo biểu này"
YEARS = "  dùng từ năm học {since} đến {until}"
ORIGIN = "  {part}: {source} ({certainty})"
NORM = "  {what}, từ {since}: tối đa {most} ({document})"
NORM_UNTIL = "  {what}, từ {since} đến {until}: tối đa {most} ({document})"
NOT_KNOWN = "chưa biết"
