"""The pages of the app by subject. A page takes keys in order and gives lines; no page knows another."""
