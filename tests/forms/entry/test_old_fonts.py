"""Text in the encodings of old fonts: conversion, detection by column, possible syllables."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest

from forms.entry.old_fonts import (
    Encoding,
    convert,
    detect,
    detect_cell,
    detect_font,
    draws_capitals,
    old_cells,
    old_text,
)
from forms.entry.syllables import is_syllable
from tests.system_programs import missing, tool

TCVN3, VNI = Encoding.TCVN3, Encoding.VNI

TCVN3_BYTES = {
    "ĂÂÊÔƠƯĐ": "A1 A2 A3 A4 A5 A6 A7",
    "ăâêôơưđ": "A8 A9 AA AB AC AD AE",
    "àảãáạ": "B5 B6 B7 B8 B9",
    "ằẳẵắặ": "BB BC BD BE C6",
    "ầẩẫấậ": "C7 C8 C9 CA CB",
    "èẻẽéẹ": "CC CE CF D0 D1",
    "ềểễếệ": "D2 D3 D4 D5 D6",
    "ìỉĩíị": "D7 D8 DC DD DE",
    "òỏõóọ": "DF E1 E2 E3 E4",
    "ồổỗốộ": "E5 E6 E7 E8 E9",
    "ờởỡớợ": "EA EB EC ED EE",
    "ùủũúụ": "EF F1 F2 F3 F4",
    "ừửữứự": "F5 F6 F7 F8 F9",
    "ỳỷỹýỵ": "FA FB FC FD FE",
}
TO_TCVN3 = {
    letter: bytes.fromhex(code).decode("latin-1")
    for letters, codes in TCVN3_BYTES.items()
    for letter, code in zip(letters, codes.split(), strict=True)
}

VNI_SPELLINGS = {
    "áàảãạ": "aù aø aû aõ aï",
    "âấầẩẫậ": "aâ aá aà aå aã aä",
    "ăắằẳẵặ": "aê aé aè aú aü aë",
    "éèẻẽẹ": "eù eø eû eõ eï",
    "êếềểễệ": "eâ eá eà eå eã eä",
    "íìỉĩị": "í ì æ ó ò",
    "óòỏõọ": "où oø oû oõ oï",
    "ôốồổỗộ": "oâ oá oà oå oã oä",
    "ơớờởỡợ": "ô ôù ôø ôû ôõ ôï",
    "úùủũụ": "uù uø uû uõ uï",
    "ưứừửữự": "ö öù öø öû öõ öï",
    "ýỳỷỹỵđ": "yù yø yû yõ î ñ",
}
TO_VNI = {
    letter: spelling
    for letters, spellings in VNI_SPELLINGS.items()
    for letter, spelling in zip(letters, spellings.split(), strict=True)
}
TO_VNI |= {letter.upper(): spelling.upper() for letter, spelling in TO_VNI.items()}


def written(text: str, encoding: Encoding) -> str:
    """*text* as an old file has it; capitals that TCVN3 does not have are small."""
    spellings = TO_TCVN3 if encoding is TCVN3 else TO_VNI
    return "".join(spellings.get(char, spellings.get(char.lower(), char)) for char in text)


@pytest.mark.parametrize(
    ("encoding", "text", "converted"),
    [
        (TCVN3, "NguyÔn ThÞ Thuú Trang, §ç V¨n §øc", "Nguyễn Thị Thuỳ Trang, Đỗ Văn Đức"),
        (TCVN3, "Tr\u00ad¬ng Mü H¹nh (tæ 5)", "Trương Mỹ Hạnh (tổ 5)"),
        (TCVN3, "tr\u00adêng mÇm non B¾c Kh«ng Tªn", "trường mầm non Bắc Không Tên"),
        (TCVN3, "Hµ NéI", "HÀ NỘI"),
        (VNI, "Nguyeãn Thò Thuyø Trang", "Nguyễn Thị Thuỳ Trang"),
        (VNI, "Ñoã Vaên Ñöùc, Tröông Myõ Haïnh", "Đỗ Văn Đức, Trương Mỹ Hạnh"),
        (VNI, "NGUYEÃN THÒ ÑÖÔÏC", "NGUYỄN THỊ ĐƯỢC"),
        (VNI, "Aâu AÂu Ñöôøng", "Âu Âu Đường"),
    ],
)
def test_known_texts(encoding: Encoding, text: str, converted: str) -> None:
    assert convert(text, encoding) == converted


@pytest.mark.promise("R16")
@pytest.mark.parametrize(("letter", "spelling"), TO_TCVN3.items())
def test_a_letter_of_tcvn3(letter: str, spelling: str) -> None:
    assert convert(f"h{spelling}n", TCVN3) == f"h{letter}n"


@pytest.mark.tools
def test_tcvn3_agrees_with_the_system() -> None:
    iconv = tool("iconv")
    if b"TCVN" not in subprocess.run([iconv, "-l"], capture_output=True, check=True).stdout:
        missing("an iconv that knows TCVN")
    # letters apart: iconv would join a letter and a mark of its own
    encoded = b" ".join(bytes([code]) for code in range(0xA1, 0xFF))
    command = [iconv, "-f", "TCVN", "-t", "UTF-8"]
    decoded = subprocess.run(command, input=encoded, capture_output=True, check=True).stdout.decode()
    letters = 0
    for char, theirs in zip(encoded.decode("latin-1").split(" "), decoded.split(" "), strict=True):
        # the fonts have neither toned capitals nor separate marks
        is_letter = theirs in "ĂÂĐÊÔƠƯ" or theirs.islower()
        letters += is_letter
        assert convert(char, TCVN3) == (theirs if is_letter else char)
    assert letters == 74


def test_every_letter_has_a_spelling_in_vni() -> None:
    assert len(TO_VNI) == 134
    for letter, spelling in TO_VNI.items():
        assert convert(f"h{spelling}n", VNI) == f"h{letter}n"


def test_a_capital_of_vni_may_have_a_small_mark() -> None:
    for letter, spelling in TO_VNI.items():
        if len(spelling) == 2:
            assert convert(spelling[0] + spelling[1].lower(), VNI) == letter


@pytest.mark.promise("R16")
def test_letters_of_vni_in_a_row() -> None:
    letters = list(TO_VNI)
    random.Random(3).shuffle(letters)
    text = "".join(letters)
    assert convert(written(text, VNI), VNI) == text


@pytest.mark.parametrize("encoding", Encoding)
@pytest.mark.parametrize("text", ["", "Lop Mam 1, 12,5 m2; a@b.vn", "Nguyễn Thị Ựt", "日本 “…” ƒ €", "°"])
def test_what_is_not_of_the_encoding_stays(encoding: Encoding, text: str) -> None:
    assert convert(text, encoding) == text


@pytest.mark.parametrize("text", ["ù û", "hï", "eê", "iù", "bÃ"])
def test_a_mark_of_vni_without_its_letter_stays(text: str) -> None:
    assert convert(text, VNI) == text


def test_the_result_is_nfc_for_decomposed_text_too() -> None:
    for encoding, text in [(TCVN3, "NguyÔn ThÞ Hång"), (VNI, "Nguyeãn Thò Hoàng")]:
        assert convert(normalize("NFD", text), encoding) == "Nguyễn Thị Hồng"
    assert convert(normalize("NFD", "Nguyễn"), VNI) == "Nguyễn"
    assert convert("ª\u0301", TCVN3) == "ế"


POSSIBLE = """
    a ạ ăn Ân ấm ắc yến yêu ý Y ốc ướt uống uyên oai ỉa nghĩa nghiêng nghe nguyễn ngoèo ngoáy người ngủ
    gì gìn giếng giết già giữ giỏi ga gửi ghế ghi quý quyết quốc quạu quỳnh quang que khuya khuỷu khuếch
    mùa mía mưa hươu rượu cười tuổi quả của cá kỷ kẹo kiên kạn thuở huế xoong moóc loạt xoăn tuýt hoạch
    hòa hoà thúy thuý khỏe khoẻ hoàn huỳnh đẹp ịch ếch
"""

IMPOSSIBLE = [
    *["", "x", "ngh", "w", "fa", "zin", "jo", "ba1", "b-a", "Müller", "François", "test", "windows", "class"],
    *["NguyÔn", "Nguyeãn", "Thuyø", "ThÞ", "Haø", "§øc", "aé", "lùôn"],
    *["cac", "cạch̀", "càc", "tảt", "hõp", "tich", "đep"],  # stops take sắc or nặng
    *["kgi", "ce", "cí", "ngê", "gha", "ngho", "gê", "quu", "giy", "byên"],
    *[
        "gìa",
        "muà",
        "miá",
        "hóan",
        "huýên",
        "ngừơi",
        "ruợu",
        "cừoi",
        "tiếế",
        "ngóay",
        "báì",
        "aù",
        "huếé",
        "hóà",
    ],
    *["ămn", "ưp", "êng", "âo", "ôu", "iên̂g", "oom", "b̀a"],
]


@pytest.mark.parametrize("word", POSSIBLE.split())
def test_possible_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", IMPOSSIBLE)
def test_impossible_syllables(word: str) -> None:
    assert not is_syllable(word)


ONSETS = "b ch d đ h kh l m n nh ph r s t th tr v x"
# a tone stands before the stroke
OPEN = """
    a/ ă/n ă/ng â/n â/u â/y a/i a/o a/m a/nh e/ e/n e/o ê/ ê/n ê/u ê/nh i/ i/n i/nh i/a iê/n iê/u iê/m
    o/ o/n o/i o/ng ô/ ô/n ô/i ô/ng ơ/ ơ/n ơ/i ơ/m u/ u/n u/i u/ng u/a uô/n uô/i uô/ng
    ư/ ư/ng ư/a ươ/n ươ/ng ươ/i ươ/u uyê/n uâ/n uê/ uy/nh oa/n oa/i oa/ng oă/n
"""
STOPPED = "a/c a/ch ă/t â/t â/p e/t ê/t ê/ch i/ch iê/t o/c ô/t ơ/p u/t u/c uô/c ư/c ươ/c uyê/t uâ/t oa/t"


def syllable(rng: random.Random) -> str:
    """An invented syllable that begins with a capital."""
    stopped = rng.random() < 0.3
    rime = rng.choice((STOPPED if stopped else OPEN).split())
    tone = rng.choice("\u0301\u0323" if stopped else ["", *"\u0300\u0309\u0303\u0301\u0323"])
    return normalize("NFC", rng.choice(ONSETS.split()) + rime.replace("/", tone)).capitalize()


def column(rng: random.Random, rows: int) -> list[str]:
    """Invented names of three syllables."""
    return [" ".join(syllable(rng) for _ in range(3)) for _ in range(rows)]


def test_invented_syllables_are_possible() -> None:
    rng = random.Random(5)
    made = {syllable(rng) for _ in range(5000)}
    assert len(made) > 2000
    assert [word for word in made if not is_syllable(word)] == []


@pytest.mark.parametrize("encoding", Encoding)
def test_invented_names_come_back(encoding: Encoding) -> None:
    for name in column(random.Random(7), 500):
        back = convert(written(name, encoding), encoding)
        assert back == name if encoding is VNI else back.lower() == name.lower()


@pytest.mark.slow
@pytest.mark.parametrize("encoding", Encoding)
def test_legacy_columns_are_found(encoding: Encoding) -> None:
    rng = random.Random(11)
    columns = [column(rng, rng.randint(5, 9)) for _ in range(300)]
    found = [detect([written(name, encoding) for name in names]) for names in columns]
    assert found.count(encoding) >= 297
    other = VNI if encoding is TCVN3 else TCVN3
    assert found.count(other) == 0


@pytest.mark.parametrize("encoding", Encoding)
def test_decomposed_legacy_columns_are_found(encoding: Encoding) -> None:
    old = [written(name, encoding) for name in column(random.Random(29), 6)]
    assert detect([normalize("NFD", name) for name in old]) is encoding


def test_letters_of_tcvn3_that_look_like_signs() -> None:
    assert detect(["Qu©n", "B×nh", "Gi¸p", "H\u00ad¬ng", "L· Hµ"]) is TCVN3


@pytest.mark.slow
@pytest.mark.parametrize("rows", [1, 2, 6])
def test_unicode_columns_are_kept(rows: int) -> None:
    rng = random.Random(13)
    for _ in range(300):
        names = column(rng, rows)
        assert detect(names) is None
        assert detect([normalize("NFD", name) for name in names]) is None


def test_ambiguous_cells_are_kept() -> None:
    # each is a possible syllable as it is and in an old encoding
    assert convert("Vò", VNI) == "Vị"
    assert convert("Lê", TCVN3) == "Lờ"
    for cell in ["Lê", "Bùi", "Vò", "Hoàng", "Hòa", "Lý", "Tô"]:
        assert detect([cell]) is None
        assert detect(["Nguyễn Thử Một", cell, "Trần Thử Hai"]) is None


@pytest.mark.parametrize("encoding", Encoding)
def test_names_without_marks_among_legacy_ones(encoding: Encoding) -> None:
    names = [
        "Nguyễn Thử Một",
        "Lan Anh",
        "Trần Mẫu Bốn",
        "Minh Trang",
        "Phạm Giả Bảy",
        "Mai Hoa",
        "Đỗ Văn Mẫu",
    ]
    assert detect([written(name, encoding) for name in names]) is encoding
    few = ["Lan Anh Mai", "Minh Trang", "Hoa Nam Long", "Nguyễn Tuấn", "Phạm Dung"]
    assert detect([written(name, encoding) for name in few]) is encoding


@pytest.mark.parametrize("encoding", Encoding)
def test_most_of_a_mixed_column_decides(encoding: Encoding) -> None:
    names = column(random.Random(17), 10)
    old = [written(name, encoding) for name in names]
    assert detect(old[:8] + names[8:]) is encoding
    assert detect(old[:2] + names[2:]) is None


@pytest.mark.parametrize("encoding", Encoding)
def test_a_value_counts_once_however_often_it_stands(encoding: Encoding) -> None:
    old = written("Tày", encoding)
    assert detect(["Kinh"] * 30 + [old]) is encoding
    assert detect(["Kinh", "Tày"] * 30 + [old]) is None


@pytest.mark.parametrize("encoding", Encoding)
def test_other_things_in_a_legacy_column(encoding: Encoding) -> None:
    names = [written(name, encoding) for name in column(random.Random(19), 6)]
    others = ["", "0", "12/3/2019", "thu@vi-du.vn", "Total", "2×3", "£5", "François", "Müller"]
    assert detect(names + others) is encoding


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", " "],
        ["Nguyen Thu Mot", "Tran Thu Hai", "Le Thu Ba"],
        ["name", "full name", "date of birth", "Windows class", "thu@vi-du.vn"],
        ["12", "3,5", "1/9/2019", "±2", "2×3", "4×5", "£5", "£10", "½", "×", "ë", "5µm", "8µl"],
        ["Müller", "François", "São Paulo", "José García", "Zoë", "Søren", "Thaï", "Björn"],
        ["Anna Mai", "Jan Smit", "Tom Ford", "Mai Lan", "Thaï"],
        ["Nguyễn Thử Một", "Müller", "François", "Trần Thử Hai", "Thaï"],
        ["Bö", "Tö"],  # Bử, Tử or Bư, Tư
        ["Иван", "日本", "ไทย", "Ελένη"],
    ],
)
def test_never_detected(texts: list[str]) -> None:
    assert detect(texts) is None


@pytest.mark.parametrize("read_as", ["latin-1", "cp1252", "cp1258"])
def test_other_mojibake_is_not_detected(read_as: str) -> None:
    names = column(random.Random(23), 20)
    assert detect([name.encode().decode(read_as, "replace") for name in names]) is None


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", TCVN3),
        (".VnTimeH", TCVN3),
        (".VNARIAL", TCVN3),
        ("VNI-Times", VNI),
        ("vni-helve", VNI),
        ("Times New Roman", None),
        ("Vni", None),
        ("Vntime", None),
        ("", None),
    ],
)
def test_fonts(font: str, encoding: Encoding | None) -> None:
    assert detect_font(font) is encoding


# Cell by cell

NAMES = ["Nguyễn Thị Mẫu", "Trần Văn Thử", "Lê Mẫu Hoà", "Phạm Thị Giả", "Đỗ Mẫu"]


def meant(*texts: str, font: str | None = None) -> list[str | None]:
    return [old.after if old else None for old in old_cells([(text, font) for text in texts]).cells]


@pytest.mark.parametrize("encoding", Encoding)
def test_one_old_name_among_unicode_ones_is_found(encoding: Encoding) -> None:
    for name in column(random.Random(31), 300):
        old = written(name, encoding)
        if is_unclear(old):
            continue
        found = meant(*NAMES[:2], old, *NAMES[2:])
        assert [*found[:2], *found[3:]] == [None] * 5
        assert found[2] == (name if encoding is VNI else convert(old, TCVN3)), name


def is_unclear(text: str) -> bool:
    """Whether every word may stand as it is, or both encodings read as many of them."""
    words = [word for word in text.split() if not is_syllable(word)]
    read = [sum(is_syllable(convert(word, encoding)) for word in words) for encoding in Encoding]
    return not words or read[0] == read[1]


@pytest.mark.parametrize("encoding", Encoding)
def test_one_unicode_name_among_old_ones_stays(encoding: Encoding) -> None:
    names = column(random.Random(37), 8)
    old = [written(name, encoding) for name in names]
    assert meant(*old[:4], "Trần Văn Thử", *old[4:])[4] is None


@pytest.mark.parametrize(
    ("texts", "encoding"),
    [
        (["NguyÔn ThÞ Thïy Tr©m", "Phan Mẫu Bé", "Trần Mẫu Em"], None),
        (["NguyÔn ThÞ Thïy Tr©m", "Phan Mẫu Bé"], None),
        (["NguyÔn ThÞ Thïy Tr©m", "Ph¹m MÉu Bè", "Trần Mẫu Em"], TCVN3),
        (["NguyÔn ThÞ Thïy Tr©m", "Lan Anh"], TCVN3),
        (["Phaïm Lan", "Traïch Mai", "Lan Anh"], VNI),
    ],
)
def test_a_column_is_old_where_most_of_its_cells_are(texts: list[str], encoding: Encoding | None) -> None:
    assert old_cells([(text, None) for text in texts]).encoding is encoding


def test_both_old_encodings_in_one_column() -> None:
    tcvn3, vni = (written("Trần Văn Mẫu", encoding) for encoding in Encoding)
    assert meant(tcvn3, vni, "Nguyễn Thị Thử") == ["Trần Văn Mẫu", "Trần Văn Mẫu", None]


def test_a_word_that_is_unclear_is_read_as_its_column() -> None:
    assert meant("Vò Lan", "Trần Mẫu", "Lê Mẫu") == [None, None, None]
    assert meant("Vò Lan", "TrÇn V¨n MÉu", "NguyÔn ThÞ Thö") == ["Vũ Lan", "Trần Văn Mẫu", "Nguyễn Thị Thử"]


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("NGUYÔN THÞ HåNG", "NGUYỄN THỊ HỒNG"),
        ("TRÇN V¡N ¦íC", "TRẦN VĂN ƯỚC"),
        ("L£ THÞ ¸NH", "LÊ THỊ ÁNH"),
        ("§ç THÞ MÉU", "ĐỖ THỊ MẪU"),
        ("TP. Hµ NéI", "TP. HÀ NỘI"),
        ("§Æng V¨n Tó, TP HCM", "Đặng Văn Tú, TP HCM"),
        ("KP 4, ph\xadêng Gß VÊp", "KP 4, phường Gò Vấp"),
        ("Hµ MÉu", "Hà Mẫu"),
        ("Hµ VÜ", "Hà Vĩ"),
    ],
)
def test_capitals_of_tcvn3(text: str, capitals: str) -> None:
    assert convert(text, TCVN3) == capitals


def test_words_that_do_not_tell_are_in_capitals_where_the_column_is() -> None:
    assert meant("Hµ VÜ", "TRÇN V¡N ¦íC", "NGUYÔN THÞ HåNG")[0] == "HÀ VĨ"
    assert meant("Hµ VÜ", "TrÇn V¨n ¦íc", "NguyÔn ThÞ Hång")[0] == "Hà Vĩ"


def test_a_font_of_capitals_says_so_of_the_whole_cell() -> None:
    assert meant("NguyÔn ThÞ Hång", "Lan Anh", font=".VnTimeH") == ["NGUYỄN THỊ HỒNG", "LAN ANH"]
    assert meant("NguyÔn ThÞ Hång", "Lan Anh", font=".VnTime") == ["Nguyễn Thị Hồng", None]
    cells = [("Trần Văn Thử", "Arial"), ("Vò Lan", ".VnTimeH"), ("Lê Mẫu", None), ("Đỗ Mẫu", None)]
    assert [old and old.after for old in old_cells(cells).cells] == [None, "VŨ LAN", None, None]


@pytest.mark.parametrize(
    ("font", "capitals"),
    [(".VnTimeH", True), (".VnArialH ", True), (".VNBOOKH", True), (".VnTime", False), ("VNI-Helveh", False)],
)
def test_fonts_of_capitals(font: str, capitals: bool) -> None:
    assert draws_capitals(font) is capitals


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("N÷", "Nữ"),
        ("Tµy", "Tày"),
        ("Ph¹m V¨n MÉu", "Phạm Văn Mẫu"),
        ("Phaïm Vaên Maãu", "Phạm Văn Mẫu"),
        ("12 ®\xadêng NguyÔn Tr·i, P. 5, Q. 5, TP HCM", "12 đường Nguyễn Trãi, P. 5, Q. 5, TP HCM"),
        ("Soá 3, aáp Maãu, xaõ Ñoâng", "Số 3, ấp Mẫu, xã Đông"),
        ("§T: 0900000001 (mÑ)", "ĐT: 0900000001 (mẹ)"),
    ],
)
def test_one_text_by_itself(text: str, after: str) -> None:
    found = old_text(text)
    assert found
    assert found.after == after


UNICODE = """
    Nguyễn Thị Hoàng|Lê Hoà|Lê Tô|Tô Lâm Anh|Võ Ngô|Hà Thu|Vò Lan|Lý Cù Là|Bùi Thó|Tôn Nữ Mai|La Văn Cầu|Lò Thị Ún|Ngô Quý
    H'Hen Mẫu Niê|Y Bhiêr Niê|K'Brếu|Rơ Châm Mẫu|Siu Bléh|Đinh Gôl|Điểu Krông|Kpă Mlô|Bkrông Êban|Êñuôl|Ây Nuê|Ksor H'Lan
    Ê Đê|Êđê|Mnông|Mlô|Gié Triêng|Xtiêng|Brâu|Lô Lô|Pà Thẻn|Bố Y|Cơ Lao|Sán Dìu|Kháng|Chăm
    Đ/c: 12 Lê Lợi|SĐT mẹ|ĐT: 0900000001|ÔB nội|TP.HCM|KP 3, P. Tân Thới Nhất|Q. Gò Vấp|TT Hóc Môn|UBND xã Mẫu|THCS Lê Quý Đôn
    cb01@example.vn|lê.mẫu@example.vn|andré@example.fr|Lan · Mai|Nam·Nu|“Bé Na”|«Lan»|Sữa®|Bé Na™|x²|12 m²|5 µm|±2 kg|½ ngày|37°C|2×3
    Lop Mam|L01|MG1|A1·B2|N/A|OK|Ô 5|Âu Cơ|Ý|Óc|Hoà Bình (cũ)|Hòa|Thuý|Quý Mão|Võ Võ
    André|Hélène|François|Zoé|Zoë|Chloé|Noël|Anaïs|Loïc|Naïm|Aïcha|Thaï|Haïti|Raphaël|Gaël|Maël|Théo|Léa|Inès|Éloïse|Jérôme
    Mai Noël|André Mai|Loïc Martin|Zoé Nguyen|François Tran|Hélène Le|Noémie Pham|Chloé Anh|Léa Lan|Théo Nguyen
    José García|Núñez|Peña|Iñigo|Muñoz|Ñandú|Señor|São Paulo|João Gonçalves|Conceição|Luís|Inês|Antônio|Mãe
    Müller|Jürgen|Björn|Jörg|Käthe|Böhm|Größe|Köln|Zürich|Öz|Gül|Jäger|Weiß|Strauß|Hägg|Åsa|Åke|Øystein|Søren|Håkon|Sæther|Þór|Ægir
    O’Connor|D'Souza|Anne-Marie|Jean-Luc|Mc Donald|Smith|Total|Windows|Excel|class|birth date|café|naïve|fiancée|résumé|crème brûlée
    12/3 Lê Lợi|Số 5, ấp Mẫu, xã Tân Hà|12 Hà Huy Tập|Tổ 5, KP Hoà Bình|12 Tô Ký, Q. 12|Lô C, cư xá Mẫu|Âu Cơ, Tân Phú|Hẻm 5, Lò Siêu
    Ngô Quyền|Tôn Đức Thắng|Lê Văn Tám|Lâm Đồng|Hoà Bình|Thanh Hoá|Hà Nam|Cao Bằng|Lai Châu|Cà Mau|Bà Rịa|Đà Nẵng|Đắk Nông|Kon Tum
    công nhân|bán hàng|nội trợ|CNV|GV|tự do|làm nông|thợ hồ|kế toán|lái xe ôm|Thiên Chúa|Hoà Hảo|Cao Đài|Tin Lành|không|có|nam|nữ|trai
    Bé|Bò|Bí|Cún|Tôm|Tí|Tèo|Na|Su|Ken|Bin|Mít|Thỏ|Gấu|Sóc|Nhím|Kim Ngân|Ánh|Ân|Ý Nhi|Ái Vy|Ô Mai|Út Bé|Cô Ba|Bà Tư|Chú Tám
    NguyễnVăn|Nguyêñ|Phuơng|Thaó|Haì|Hoaì|Mùôi|ngừoi|thuỷ|khoẻ|hoè|Ðặng|Ðoàn Mai|Ðinh Lan|Đak Lak|Đăk Lăk
"""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_what_people_write_today_is_never_taken_for_old(change: Callable[[str], str], form: Any) -> None:
    texts = [text for line in UNICODE.strip().splitlines() for text in line.strip().split("|")]
    assert len(texts) > 200
    assert [text for text in texts if detect_cell(normalize(form, change(text)))] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_invented_unicode_names_are_never_taken_for_old(rows: int) -> None:
    for seed in range(200):
        names = column(random.Random(seed), rows)
        assert meant(*names) == [None] * rows


@pytest.mark.parametrize("read_as", ["latin-1", "cp1252", "cp1258"])
def test_other_mojibake_is_left_alone_cell_by_cell(read_as: str) -> None:
    for name in column(random.Random(41), 200):
        assert old_text(name.encode().decode(read_as, "replace")) is None
