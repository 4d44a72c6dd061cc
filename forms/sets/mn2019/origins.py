"""Where each part of the set was taken from, and how surely it is what was in force in September 2019."""

from forms.sets.form_set import Origin

_LIKELY = "có ở bản 2020-2021; năm 2019 cũng vậy là suy ra"

ORIGINS = (
    Origin("biểu, dòng, mã số", "bản xuất biểu 01-MN-ĐN, năm học 2020-2021", _LIKELY),
    Origin("hồ sơ, danh mục", "mô tả dữ liệu của Hệ thống, 26/10/2020", _LIKELY),
    Origin("cách tính từng ô", "lời của biểu và của danh mục", "suy ra"),
    Origin("quy tắc kiểm tra", "lời của biểu; định mức", "suy ra; quy tắc của Hệ thống chưa biết"),
    Origin("định mức theo năm học", "các văn bản ghi ở từng định mức", "qua trang tin; từ 15/2/2022 chưa rõ số trẻ tối đa của một cơ sở"),
    Origin("trạng thái, trả lời", "trang hướng dẫn của Hệ thống, 17/7/2019", "tên trạng thái suy ra"),
    Origin("công văn, hạn nộp", "công văn 849/GDĐT-CSVC, 13/9/2019", "đúng văn bản; năm học khác nhận từ tệp"),
    Origin("bản in", "biểu; thể thức văn bản", "phần đầu, phần ký tự trình bày"),
)  # fmt: skip
