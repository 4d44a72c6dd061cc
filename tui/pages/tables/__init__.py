"""The official tables on screen, and the records behind a figure."""
