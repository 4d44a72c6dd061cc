"""The lines below a page: what is said is never cut while there is room, old text does no harm on a screen."""

from __future__ import annotations

import pytest

from forms.dossier.roster import SchoolYear
from forms.model.errors import DossierInUse
from forms.model.issue import Severity
from forms.model.text import HARMFUL
from forms.store.holding import holding_words
from forms.store.holding.holder import Holder, in_a_sentence, in_use
from tui.desk.canvas import Role, left, line_of, plain, right
from tui.desk.frame import FOOT_LINES, MOST_FOOT_LINES, foot_of
from tui.texts.sessions import sharing_words

WIDTH = 80


def foot(said: str, *messages: str, width: int = WIDTH) -> list[str]:
    found = foot_of(None, "Giải thích", said, tuple((Severity.ERROR, m) for m in messages), width).lines
    assert FOOT_LINES <= len(found) <= MOST_FOOT_LINES
    return [plain(line) for line in found]


@pytest.mark.parametrize("width", [60, 70, 79, 80])
@pytest.mark.parametrize("name", ["may", "m" * 200])
@pytest.mark.parametrize("tty", ["", "/dev/pts/12"])
@pytest.mark.parametrize("remote", [True, False])
@pytest.mark.parametrize("message", [[], ["mã 197 vượt mã 196"]])
def test_the_sentence_about_a_lock_keeps_its_end(
    width: int, name: str, tty: str, remote: bool, message: list[str]
) -> None:
    holder = Holder("1234567", name, name, tty, "2019-09-19T08:12:00+07:00", remote)
    who = in_use(SchoolYear(2019), holder)
    for sentence in (str(DossierInUse(who, holding_words.ADVICE)), sharing_words.HELD_HERE.format(who=who)):
        shown = foot(sentence, *message, width=width)
        assert " ".join(" ".join(shown).split()).find(" ".join(sentence.split())) >= 0


@pytest.mark.parametrize("width", [60, 70, 79, 80])
@pytest.mark.parametrize(
    "sentence", [sharing_words.ASKED, sharing_words.REFUSED, sharing_words.GAVE_WAY, sharing_words.LOST]
)
def test_what_two_sessions_tell_each_other_keeps_its_end_however_long_their_names_are(
    sentence: str, width: int
) -> None:
    name = in_a_sentence("m" * 200)
    told = sentence.format(user=name, host=name, seconds="30", year="2019-2020")
    assert " ".join(" ".join(foot(told, width=width)).split()).endswith(told)


def test_a_short_sentence_leaves_room_for_the_explanation_and_a_message() -> None:
    assert foot("Đã lưu lúc 14:05.", "sai") == ["Giải thích", "Đã lưu lúc 14:05.", "LỖI: sai"]
    assert foot("lỗi 3/7", "sai") == ["Giải thích", "lỗi 3/7 · LỖI: sai", ""]
    assert foot("", "chữ " * 30)[0] == "Giải thích"
    assert foot("")[0] == "Giải thích"


def test_a_sentence_takes_the_line_of_the_explanation_before_one_of_the_body() -> None:
    said = "từ " * 40 + "hết."
    shown = foot(said, "sai")
    assert len(shown) == FOOT_LINES and shown[-1] == "LỖI: sai"
    assert " ".join(shown[:2]) == said
    assert len(foot(said, "chữ " * 30 + "cuối")) == FOOT_LINES + 1


@pytest.mark.parametrize(("words", "lines"), [(10, 3), (30, 3), (55, 4), (75, 5), (95, 6)])
def test_a_message_is_whole_below_the_explanation(words: int, lines: int) -> None:
    message = "chữ " * words + "hết."
    shown = foot("", message)
    assert len(shown) == lines and shown[0] == "Giải thích"
    assert " ".join(" ".join(shown[1:]).split()) == f"LỖI: {message}"


def test_what_is_longer_than_all_lines_is_read_in_parts() -> None:
    message = "LỖI: " + " ".join(f"từ{number}" for number in range(200))
    first = foot_of(None, "Giải thích", "", ((None, message),), WIDTH)
    read: list[str] = []
    for part in range(first.parts):
        shown = [
            plain(line)
            for line in foot_of(None, "Giải thích", "", ((None, message),), WIDTH, part=part).lines
        ]
        assert len(shown) == MOST_FOOT_LINES and shown[0] == "Giải thích"
        assert shown[-1] == f"Ctrl+E: xem tiếp (phần {part + 1} trong {first.parts})"
        read += shown[1:-1]
    assert " ".join(" ".join(read).split()) == message
    again = foot_of(None, "Giải thích", "", ((None, message),), WIDTH, part=first.parts)
    assert again == first


def test_what_a_terminal_would_obey_is_one_sign_and_one_cell() -> None:
    evil = "a\x1b[2J\u202eb\u200b\udcff"
    assert plain(line_of([(evil, Role.TEXT)], 20)) == f"a{HARMFUL}[2J{HARMFUL}b{HARMFUL}{HARMFUL}"
    assert len(left(evil, 12)) == len(right(evil, 12)) == 12
    assert plain(line_of([("Nguyễn Thị Mẫu\u0301", Role.TEXT)], 20)) == "Nguyễn Thị Mẫu\u0301"
