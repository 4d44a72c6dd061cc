"""Text in the encodings of old fonts: conversion, detection by column, possible syllables."""

from __future__ import annotations

import random
import subprocess
from unicodedata import normalize

import pytest

from forms.entry.old_fonts import (
    Encoding,
    convert,
    detect,
    detect_font,
    is_syllable,
)
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
        (TCVN3, "Hµ NéI", "Hà NộI"),
        (VNI, "Nguyeãn Thò Thuyø Trang", "Nguyễn Thị Thuỳ Trang"),
        (VNI, "Ñoã Vaên Ñöùc, Tröông Myõ Haïnh", "Đỗ Văn Đức, Trương Mỹ Hạnh"),
        (VNI, "NGUYEÃN THÒ ÑÖÔÏC", "NGUYỄN THỊ ĐƯỢC"),
        (VNI, "Aâu AÂu Ñöôøng", "Âu Âu Đường"),
    ],
)
def test_known_texts(encoding: Encoding, text: str, converted: str) -> None:
    assert convert(text, encoding) == converted


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
