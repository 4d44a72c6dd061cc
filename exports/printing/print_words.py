"""The words of the print around the declared tables."""

SUBJECT = "Biểu {form}, {code}"
EDITION_LINE = "{revision}. Biểu {form}, năm học {year}"
RECEIVING_UNIT = "Đơn vị nhận báo cáo: {office}"
CODE_AND_RECEIVING_UNIT = "Mã trường học: {code}. Đơn vị nhận báo cáo: {office}"
LETTER_NUMBER = "Số: ............."
MADE_WITH = "{form}. {program}"
PAGE = "Lề trên để đóng gáy. Trang {page}/{pages}"
NOT_APPLICABLE = "Không áp dụng"
NOTES_JOINED = ". "
TABLE_GOES_ON = "Biểu {number} (tiếp theo)"
ANNEX_GOES_ON = "{title} (tiếp theo)"
UNPRINTABLE = "{what} có ký tự không in được: {signs}. Chưa ghi gì."

FONT_NOT_READ = (
    "Không đọc được phông chữ của chương trình: {why}. Chưa in được; dữ liệu không bị thay đổi."
    " Hãy cài lại chương trình."
)
