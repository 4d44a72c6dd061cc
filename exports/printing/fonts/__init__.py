"""The fonts of the print, Bieu Mau Serif: subsets of Liberation Serif 2.1.5 (SIL Open Font License, see LICENSE)."""

from importlib.resources import files

FOLDER = files(__name__)
FILES = {
    "": FOLDER / "BieuMauSerif-Regular.ttf",
    "B": FOLDER / "BieuMauSerif-Bold.ttf",
    "I": FOLDER / "BieuMauSerif-Italic.ttf",
    "BI": FOLDER / "BieuMauSerif-BoldItalic.ttf",
}
"""Style → file."""
