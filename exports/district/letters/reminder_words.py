"""The words of the reminder to those that have not sent."""

MESSAGE = (
    "{office} đề nghị cơ sở gửi {report} {year}{deadline}.{late}"
    " Trong phần mềm, làm bước «{step}» rồi gửi gói số liệu vừa lập."
)
DEADLINE = " (hạn nộp {day})"
IS_OVER = " Đến nay chưa nhận được báo cáo của cơ sở."
CONTACT = "Khi cần hỏi, liên hệ {name}, điện thoại {phone}."
LIST = "CƠ SỞ CHƯA GỬI: {count}, tính đến {day}"
WARD = "{ward} ({count})"
NO_WARD = "Chưa rõ phường, xã"
LINE = "  {number}. {name} (mã {code}): {phone}"
NO_PHONE = "chưa có số điện thoại"
