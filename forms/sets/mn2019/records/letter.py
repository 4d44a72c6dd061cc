"""The letter that asks for the reports: dates and people (849/GDĐT-CSVC §1, §4, §5.2, §6). Not a record of the report."""

from forms.model.record import FieldRole, RecordType
from forms.sets.mn2019.records.fields import date, text

# fmt: off
FIELDS = (
    date("last_day", "Ngày cuối nộp báo cáo", role=FieldRole.LAST_DAY, group="Hạn nộp", help="Ngày cuối gửi báo cáo có ký tên, đóng dấu; công văn ghi «trước» một ngày thì đó là ngày liền trước."),
    date("review_from", "Rà soát từ ngày", role=FieldRole.REVIEW_FROM, group="Hạn nộp", help="Ngày nơi nhận bắt đầu rà soát số liệu và phản hồi trên Hệ thống."),
    date("review_to", "Rà soát đến ngày", role=FieldRole.REVIEW_TO, group="Hạn nộp", help="Ngày nơi nhận kết thúc rà soát, phản hồi."),
    date("resend", "Ngày cuối gửi lại", role=FieldRole.RESEND, group="Hạn nộp", help="Ngày cuối gửi lại báo cáo khi bị từ chối hoặc được mở khóa."),
    date("training", "Ngày tập huấn", role=FieldRole.TRAINING, group="Tập huấn", help="Ngày tập huấn các nhóm trẻ, lớp mẫu giáo."),
    text("training_time", "Giờ tập huấn", 20, role=FieldRole.TRAINING_TIME, group="Tập huấn", help="Giờ bắt đầu, ví dụ 08 giờ."),
    text("training_place", "Nơi tập huấn", 200, role=FieldRole.TRAINING_PLACE, group="Tập huấn", help="Địa điểm tập huấn các nhóm trẻ, lớp mẫu giáo."),
    text("training_bring", "Mang theo", 200, role=FieldRole.TRAINING_BRING, group="Tập huấn", help="Những thứ công văn yêu cầu mang theo khi đi tập huấn."),
    text("contact_name", "Người phụ trách chung", 100, role=FieldRole.CONTACT, group="Người liên hệ", help="Người của nơi nhận phụ trách chung, liên hệ khi có vướng mắc."),
    text("contact_phone", "Điện thoại liên hệ", 30, role=FieldRole.CONTACT_PHONE, group="Người liên hệ", help="Số điện thoại để hỏi khi có vướng mắc, giữ số 0 ở đầu."),
    text("contact_zalo", "Zalo", 30, role=FieldRole.CONTACT_ZALO, group="Người liên hệ", help="Số Zalo để hỏi khi có vướng mắc."),
    text("checker", "Người kiểm tra báo cáo mầm non", 100, role=FieldRole.CHECKER, group="Người liên hệ", help="Người của nơi nhận theo dõi tiến độ, kiểm tra số liệu mầm non."),
    text("letter", "Số công văn", 50, role=FieldRole.LETTER_NUMBER, group="Công văn", help="Số và ký hiệu của công văn yêu cầu báo cáo."),
    date("letter_day", "Ngày công văn", role=FieldRole.LETTER_DAY, group="Công văn", help="Ngày ghi trên công văn."),
    text("office", "Nơi nhận báo cáo", 200, role=FieldRole.OFFICE, group="Công văn", help="Tên đầy đủ của nơi nhận báo cáo; in trên báo cáo."),
    text("office_short", "Gọi tắt nơi nhận", 30, role=FieldRole.OFFICE_SHORT, group="Công văn", help="Tiếng gọi ngắn của nơi nhận trong phần mềm: Phòng, UBND phường, Sở."),
    text("above", "Cơ quan cấp trên", 200, role=FieldRole.ABOVE, group="Công văn", help="Cơ quan trên nơi nhận báo cáo; in trên tên nơi nhận ở biểu tổng hợp, thư trả lời."),
    text("sum_receiver", "Nơi nhận biểu tổng hợp", 200, role=FieldRole.SUM_RECEIVER, group="Công văn", help="Nơi mà nơi nhận gửi biểu tổng hợp của các cơ sở."),
    text("place", "Địa danh", 100, role=FieldRole.PLACE, group="Công văn", help="Tên quận, huyện; in trước ngày tháng trên báo cáo."),
    text("signer", "Người ký", 100, role=FieldRole.SIGNER, group="Công văn", help="Người ký công văn."),
    text("signer_title", "Chức danh người ký", 50, role=FieldRole.SIGNER_TITLE, group="Công văn", help="Chức danh của người đứng đầu nơi nhận; ghi ở chỗ ký của biểu tổng hợp."),
    text("system_url", "Địa chỉ Hệ thống CSDL toàn ngành", 200, role=FieldRole.SYSTEM_URL, group="Công văn", help="Địa chỉ trang của Hệ thống để báo cáo."),
    text("news_url", "Trang thông tin của Sở", 200, role=FieldRole.NEWS_URL, group="Công văn", help="Địa chỉ trang có thông tin mới về Hệ thống."),
)
# fmt: on

RECORD = RecordType(
    key="campaign",
    place="campaign",
    letter="l",
    word="Công văn",
    title="Công văn, hạn nộp",
    single=True,
    fields=FIELDS,
)
