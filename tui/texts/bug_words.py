"""The words about a bug: what is safe, where the log lies."""

BUG = "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn nguyên. Nhật ký (không ghi tên trẻ): {log}"
BUG_NO_LOG = "Chương trình gặp lỗi ngoài dự kiến và không ghi được nhật ký. Dữ liệu đã lưu vẫn nguyên."
