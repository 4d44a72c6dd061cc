"""The fonts of the print, Bieu Mau Serif: subsets of Liberation Serif 2.1.5 (SIL Open Font License, see LICENSE)."""

from pathlib import Path

FOLDER = Path(__file__).parent
FILES = {
    "": FOLDER / "BieuMauSerif-Regular.ttf",
    "B": FOLDER / "BieuMauSerif-Bold.ttf",
    "I": FOLDER / "BieuMauSerif-Italic.ttf",
    "BI": FOLDER / "BieuMauSerif-BoldItalic.ttf",
}
"""Style → file."""
