"""The pages of the app: pure Python, no terminal library. A page takes keys in order and gives lines."""
