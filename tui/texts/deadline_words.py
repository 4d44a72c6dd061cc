"""The words of dates and people: the end of the title line, the contact card."""

from forms.model.record import FieldRole

NEXT_DATE = {
    "training": ("Tập huấn {day}", "{time}"),
    "send": ("Hạn nộp {day}",),
    "review": ("{receiver.name} rà soát {since}–{day}",),
    "answer": ("Xem ý kiến của {receiver.name}",),
    "resend": ("Gửi lại {day}",),
    "rest": ("{state}",),
}
"""What comes next, by step; the narrower the line, the more is left out from the right."""
REVIEW_UNTIL = ("{receiver.name} rà soát đến {day}",)
DATE_PASSED = {"send": ("Hạn nộp {day} đã qua",), "resend": ("Ngày gửi lại {day} đã qua",)}
DAYS_LEFT = "còn {days} ngày"
DAY_IS_TODAY = "hôm nay"

CARD_NEXT = "Tiếp theo: {text}."
CARD_PASSED = "Hạn đã qua: dữ liệu vẫn nguyên, cứ làm tiếp; báo người liên hệ dưới đây rồi gửi."
CARD = (
    (
        (FieldRole.CONTACT, "Phụ trách chung, liên hệ khi có vướng mắc: {value}"),
        (FieldRole.CONTACT_PHONE, "điện thoại {value}"),
        (FieldRole.CONTACT_ZALO, "Zalo {value}"),
    ),
    ((FieldRole.CHECKER, "Kiểm tra báo cáo mầm non: {value}"),),
    (
        (FieldRole.TRAINING, "Tập huấn: ngày {value}"),
        (FieldRole.TRAINING_TIME, "lúc {value}"),
        (FieldRole.TRAINING_PLACE, "tại {value}"),
        (FieldRole.TRAINING_BRING, "mang theo {value}"),
    ),
    ((FieldRole.LAST_DAY, "Nộp báo cáo: chậm nhất ngày {value}"),),
    (
        (FieldRole.REVIEW_FROM, "{receiver.name} rà soát, phản hồi: từ ngày {value}"),
        (FieldRole.REVIEW_TO, "đến ngày {value}"),
    ),
    ((FieldRole.RESEND, "Bị từ chối: sửa, gửi lại chậm nhất ngày {value}"),),
    (
        (FieldRole.LETTER_NUMBER, "Công văn số {value}"),
        (FieldRole.LETTER_DAY, "ngày {value}"),
        (FieldRole.OFFICE, "{value}"),
        (FieldRole.SIGNER, "người ký {value}"),
    ),
    ((FieldRole.SYSTEM_URL, "Hệ thống CSDL toàn ngành: {value}"),),
    ((FieldRole.NEWS_URL, "Thông tin của Sở: {value}"),),
)
"""The lines of the contact card: what the letter tells, each with its words; what is not known is left out."""
CARD_CHANGE = "Có công văn mới: F10, «Công văn, hạn nộp, người liên hệ» để sửa."
NO_CAMPAIGN = (
    "Năm học này chưa có công văn trong phần mềm. Khi có: F10, «Công văn, hạn nộp, người liên hệ» để ghi "
    "ngày và người liên hệ; ở đó F10 để nhận từ tệp."
)

LOOKING_ONLY = "CHỈ XEM"
