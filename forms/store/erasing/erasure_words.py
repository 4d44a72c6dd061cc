"""What the store tells of erasing: whole sentences, each with what is safe. ``{why}`` is a clause of ``system_words``."""

NO_SUCH_RECORD = "Hồ sơ năm học {year} không có {place}. Chưa xóa gì."
NOT_ERASED = "Chưa xóa được: {why}. Không có gì thay đổi; hồ sơ vẫn còn nguyên."
