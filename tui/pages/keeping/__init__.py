"""Sao lưu ra USB: what guards against losing the computer, from the screen."""
