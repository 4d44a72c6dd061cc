"""The words about sets, whichever they are."""

UNKNOWN_SET = "biểu mẫu «{name}» không có trong phiên bản nhomtre này (có: {known})"
