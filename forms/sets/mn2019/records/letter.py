"""The letter that asks for the reports: dates and people (849/GDĐT-CSVC §1, §4, §5.2, §6). Not a record of the report."""

from forms.model.record import RecordType
from forms.sets.mn2019.records.fields import date, text

# fmt: off
FIELDS = (
    date("last_day", "Ngày cuối nộp báo cáo", group="Hạn nộp", help="Ngày cuối gửi báo cáo có ký tên, đóng dấu; công văn ghi «trước» một ngày thì đó là ngày liền trước."),
    date("review_from", "Rà soát từ ngày", group="Hạn nộp", help="Ngày nơi nhận bắt đầu rà soát số liệu và phản hồi trên Hệ thống."),
    date("review_to", "Rà soát đến ngày", group="Hạn nộp", help="Ngày nơi nhận kết thúc rà soát, phản hồi."),
    date("resend", "Ngày cuối gửi lại", group="Hạn nộp", help="Ngày cuối gửi lại báo cáo khi bị từ chối hoặc được mở khóa."),
    date("training", "Ngày tập huấn", group="Tập huấn", help="Ngày tập huấn các nhóm trẻ, lớp mẫu giáo."),
    text("training_time", "Giờ tập huấn", 20, group="Tập huấn", help="Giờ bắt đầu, ví dụ 08 giờ."),
    text("training_place", "Nơi tập huấn", 200, group="Tập huấn", help="Địa điểm tập huấn các nhóm trẻ, lớp mẫu giáo."),
    text("training_bring", "Mang theo", 200, group="Tập huấn", help="Những thứ công văn yêu cầu mang theo khi đi tập huấn."),
    text("contact_name", "Người phụ trách chung", 100, group="Người liên hệ", help="Người của nơi nhận phụ trách chung, liên hệ khi có vướng mắc."),
    text("contact_phone", "Điện thoại liên hệ", 30, group="Người liên hệ", help="Số điện thoại để hỏi khi có vướng mắc, giữ số 0 ở đầu."),
    text("contact_zalo", "Zalo", 30, group="Người liên hệ", help="Số Zalo để hỏi khi có vướng mắc."),
    text("checker", "Người kiểm tra báo cáo mầm non", 100, group="Người liên hệ", help="Người của nơi nhận theo dõi tiến độ, kiểm tra số liệu mầm non."),
    text("letter", "Số công văn", 50, group="Công văn", help="Số và ký hiệu của công văn yêu cầu báo cáo."),
    date("letter_day", "Ngày công văn", group="Công văn", help="Ngày ghi trên công văn."),
    text("office", "Nơi nhận báo cáo", 200, group="Công văn", help="Tên đầy đủ của nơi nhận báo cáo; in trên báo cáo."),
    text("office_short", "Gọi tắt nơi nhận", 30, group="Công văn", help="Tiếng gọi ngắn của nơi nhận trong phần mềm: Phòng, UBND phường, Sở."),
    text("place", "Địa danh", 100, group="Công văn", help="Tên quận, huyện; in trước ngày tháng trên báo cáo."),
    text("signer", "Người ký", 100, group="Công văn", help="Người ký công văn."),
    text("signer_title", "Chức danh người ký", 50, group="Công văn", help="Chức danh của người đứng đầu nơi nhận; ghi ở chỗ ký của biểu tổng hợp."),
    text("system_url", "Địa chỉ Hệ thống CSDL toàn ngành", 200, group="Công văn", help="Địa chỉ trang của Hệ thống để báo cáo."),
    text("news_url", "Trang thông tin của Sở", 200, group="Công văn", help="Địa chỉ trang có thông tin mới về Hệ thống."),
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
