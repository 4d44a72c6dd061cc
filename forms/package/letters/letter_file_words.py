"""What is wrong with a file that holds no letter; each stands after the path where it was met."""

NO_LETTER = "không phải tệp công văn của nhomtre (cần «{format}»)"
EMPTY = "không có nội dung nào của công văn"
UNKNOWN_PART = "mục không có trong tệp công văn"
NO_SUCH_DAY = "«{text}» không phải ngày có thật, cần dạng «2019-09-30»"
NO_SUCH_VALUE = "«{text}» không dùng được ở mục này"
TOO_LONG = "quá dài ({length} ký tự, tối đa {most})"
