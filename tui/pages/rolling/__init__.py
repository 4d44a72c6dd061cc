"""Chuyển hồ sơ lên năm học mới: everything is shown and decided first."""
