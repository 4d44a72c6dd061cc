"""What the store tells of erasing: whole sentences, each with what is safe. ``{why}`` is a clause of ``system_words``."""

NO_SUCH_RECORD = "Hồ sơ năm học {year} không có {place}. Chưa xóa gì."
NOT_ERASED = "Chưa xóa được: {why}. Không có gì thay đổi; hồ sơ vẫn còn nguyên."
NOT_KNOWN = "Chưa biết việc xóa hẳn ở năm học {year} có thành không: {why}. Hồ sơ còn nguyên như trước hoặc đã xóa xong; mở lại chương trình để xem."
