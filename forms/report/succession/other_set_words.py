"""What has no counterpart in the set that a dossier is carried over into."""

LIST = "«{title}»: {count} mục không chuyển, biểu mẫu mới không có"
FIELDS = "«{title}»: biểu mẫu mới không có {labels}"
ROWS = "{table}: không có dòng tương ứng với mã số {rows}; không so được với năm trước"
