"""Kiểm tra: the declared rules carried out. One entry, ``checker``; one module for each way of looking."""
