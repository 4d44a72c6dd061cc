"""Why an official file is not filled, in plain Vietnamese: what is wrong and what to do."""

from typing import Literal

from exports.reading.refusal_words import SAVE_AS

FillRefusalCode = Literal[
    "no_headings",
    "headings_twice",
    "two_sheets",
    "no_room",
    "no_room_above",
    "encoding",
    "disordered",
    "file_changed",
    "records_changed",
]

FILL_REFUSALS: dict[FillRefusalCode, str] = {
    "no_headings": "Không trang nào của tệp có dòng tiêu đề của hồ sơ lớp, trẻ hay nhân sự trong {rows} dòng đầu → "
    "chọn đúng tệp tải từ hệ thống; nếu tiêu đề nằm thấp hơn thì xóa bớt dòng ở trên.",
    "headings_twice": "Trang «{sheet}» có dòng tiêu đề hai lần (dòng {first} và dòng {second}) nên không biết điền vào "
    "bảng nào → giữ lại một bảng, chuyển bảng kia sang tệp khác.",
    "two_sheets": "Hai trang «{first}» và «{second}» cùng là {record} nên không biết điền vào trang nào → "
    "giữ lại một trang.",
    "no_room": "Trang «{sheet}» không đủ chỗ: điền xong sẽ quá dòng {most} → xóa bớt dòng cũ trong tệp.",
    "no_room_above": "Trang «{sheet}» thiếu {more} dòng trống ở trên dòng {end} (dòng cộng, chữ ký) → mở tệp trong Excel, "
    "chèn thêm {more} dòng trống vào trên dòng đó, lưu lại rồi điền.",
    "encoding": f"Trang «{{sheet}}» ghi bằng bảng mã lạ ({{encoding}}), điền vào có thể hỏng chữ → {SAVE_AS}.",
    "disordered": f"Trang «{{sheet}}» có dòng hoặc ô không theo thứ tự, điền vào có thể sai chỗ → {SAVE_AS}.",
    "file_changed": "Tệp đã đổi từ lúc xem trước → xem trước lại rồi điền.",
    "records_changed": "Hồ sơ đã đổi từ lúc xem trước → xem trước lại rồi điền.",
}
"""Sentence by code."""
