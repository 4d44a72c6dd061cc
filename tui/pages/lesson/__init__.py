"""The lesson's own pages: its tasks; going to a copy of invented data, leaving it, making it anew."""
