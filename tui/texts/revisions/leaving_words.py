"""What is said of what leaves this computer with a report that is sent."""

RECORDS_STAY = "Gói cho {receiver.spoken} chỉ có số liệu; hồ sơ của {records} ở lại máy này."
RECORDS_LEAVE = "Gói dữ liệu mang theo cả hồ sơ của {records}:"
FIELDS_LEAVE = "  {list}: {fields}"
FIELD = "{label} {count}"
WORDS_STAY = (
    "{count} chỗ có lời ghi tên người nên lời không gửi kèm, {receiver.spoken} thấy «{instead}»: {places}."
)

OFFICE_PACKAGE = "Gói cho {receiver.spoken}"
FIGURES_ONLY = "chỉ số liệu; hồ sơ ở lại máy này"
WORDS_WITH_NAMES = "lời có tên người: không gửi kèm"

HELP_WITH_RECORDS = "gói dữ liệu mang theo cả hồ sơ nhóm, lớp, trẻ, nhân sự; không ghi thì gói chỉ có số liệu"
