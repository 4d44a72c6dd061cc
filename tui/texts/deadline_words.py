"""The words of dates and people: the end of the title line, the contact card."""

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
        ("contact_name", "Phụ trách chung, liên hệ khi có vướng mắc: {value}"),
        ("contact_phone", "điện thoại {value}"),
        ("contact_zalo", "Zalo {value}"),
    ),
    (("checker", "Kiểm tra báo cáo mầm non: {value}"),),
    (
        ("training", "Tập huấn: ngày {value}"),
        ("training_time", "lúc {value}"),
        ("training_place", "tại {value}"),
        ("training_bring", "mang theo {value}"),
    ),
    (("last_day", "Nộp báo cáo: chậm nhất ngày {value}"),),
    (
        ("review_from", "{receiver.name} rà soát, phản hồi: từ ngày {value}"),
        ("review_to", "đến ngày {value}"),
    ),
    (("resend", "Bị từ chối: sửa, gửi lại chậm nhất ngày {value}"),),
    (
        ("letter", "Công văn số {value}"),
        ("letter_day", "ngày {value}"),
        ("office", "{value}"),
        ("signer", "người ký {value}"),
    ),
    (("system_url", "Hệ thống CSDL toàn ngành: {value}"),),
    (("news_url", "Thông tin của Sở: {value}"),),
)
"""The lines of the contact card: fields of the letter, each with its words; what is not known is left out."""
CARD_CHANGE = "Có công văn mới: F10, «Công văn, hạn nộp, người liên hệ» để sửa."
NO_CAMPAIGN = (
    "Năm học này chưa có công văn trong phần mềm. Khi có: F10, «Công văn, hạn nộp, người liên hệ» để ghi "
    "ngày và người liên hệ; ở đó F10 để nhận từ tệp."
)

LOOKING_ONLY = "CHỈ XEM"
