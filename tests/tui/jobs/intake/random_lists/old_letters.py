"""Texts as old fonts have them. The tables are those of the standard, written here a second time."""

from __future__ import annotations

from unicodedata import normalize

_SMALL = (
    "àảãáạ ăằẳẵắặ âầẩẫấậ èẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ đ",
    "µ¶·¸¹ ¨»¼½¾Æ ©ÇÈÉÊË ÌÎÏÐÑ ªÒÓÔÕÖ ×ØÜÝÞ ßáâãä «åæçèé ¬êëìíî ïñòóô \u00adõö÷øù úûüýþ ®",
)
_TCVN3 = {
    **dict(zip(*(part.replace(" ", "") for part in _SMALL), strict=True)),
    **dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)),
}
_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_HATS = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_BOWLS = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_DOTLESS = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def tcvn3(text: str) -> str:
    """As TCVN3; capitals with a tone have no letters of their own there and are written small."""
    return "".join(
        _TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in normalize("NFC", text)
    )


def vni(text: str) -> str:
    """As VNI-Windows: a letter, then its mark."""
    return "".join(map(_vni, normalize("NFC", text)))


def _vni(letter: str) -> str:
    small = letter.lower()
    if small in _DOTLESS:
        return _DOTLESS[small] if letter == small else _DOTLESS[small].upper()
    base, *marks = list(normalize("NFD", small))
    tone = next((mark for mark in marks if mark in _TONES), "")
    if "\u0302" in marks:
        written = base + _HATS[tone]
    elif "\u0306" in marks:
        written = base + _BOWLS[tone]
    else:
        horned = "\u031b" in marks
        base = {"o": "ô", "u": "ö"}[base] if horned else base
        written = base + (_TONES[tone] if tone else "")
    return written if letter == small else written.upper()
