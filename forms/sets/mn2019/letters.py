"""The letters that are known: 849/GDĐT-CSVC, Phòng Giáo dục và Đào tạo Quận 12, 13/9/2019.

«Trước 25/9» makes 24/9 the last day to send, «05/10» the last day to send again (project choice). Another year
has no letter until its dates and people are entered.
"""

from forms.model.values import Record

LETTERS: dict[int, Record] = {
    2019: {
        "letter": "849/GDĐT-CSVC",
        "letter_day": "2019-09-13",
        "office": "Phòng Giáo dục và Đào tạo Quận 12",
        "office_short": "Phòng",
        "above": "Ủy ban nhân dân Quận 12",
        "sum_receiver": "Sở Giáo dục và Đào tạo",
        "place": "Quận 12",
        "signer": "Khưu Mạnh Hùng",
        "signer_title": "Trưởng phòng",
        "training": "2019-09-19",
        "training_time": "08 giờ",
        "training_place": "Trường THCS Nguyễn Chí Thanh",
        "training_bring": "laptop và 01 điện thoại có 3G hoặc 4G để phát sóng wifi",
        "last_day": "2019-09-24",
        "review_from": "2019-09-21",
        "review_to": "2019-09-30",
        "resend": "2019-10-05",
        "contact_name": "Ông Cao Minh Nghĩa",
        "contact_phone": "0968484791",
        "contact_zalo": "0968484791",
        "checker": "Bà Nguyễn Thị Thùy Trang",
        "system_url": "http://csdl.moet.gov.vn/",
        "news_url": "http://hcm.edu.vn/",
    }
}
"""Starting year → what its letter says."""

PROFILES: dict[int, Record] = {2019: {"region": "03", "province": "79", "district": "761"}}
"""Starting year → what can be only so for whom the letter asks: a facility in Quận 12, a part of a city."""
