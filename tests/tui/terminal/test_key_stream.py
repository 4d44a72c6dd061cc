"""Any byte, any sequence, cut anywhere: each key of each terminal is the key, everything else is nothing; never text."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.key_stream import (
    MOST_SEQUENCE,
    PATIENCE,
    Click,
    Event,
    KeyStream,
    NotUtf8,
    Pasted,
    Stroke,
    TerminalReply,
)
from tui.texts.help.keys import label_of

ENTER = Stroke("enter")
IDLE = None
"""In place of bytes: nothing comes for as long as the stream waits."""


def happened(*pieces: bytes | None, is_st: bool = False) -> list[Event]:
    stream = KeyStream(is_st=is_st)
    return [event for piece in pieces for event in (stream.expire() if piece is IDLE else stream.feed(piece))]


def names(*pieces: bytes | None, is_st: bool = False) -> list[str]:
    """The names of the keys; an answer of a terminal is ``-``."""
    return [event.name if isinstance(event, Stroke) else "-" for event in happened(*pieces, is_st=is_st)]


@pytest.mark.parametrize(
    ("terminal", "sequences"),
    [
        ("xterm", "f1=OP f2=OQ f3=OR f4=OS f5=[15~ f10=[21~ f12=[24~ up=[A home=[H end=[F up=OA home=OH delete=[3~"),
        ("rxvt", "f1=[11~ f4=[14~ home=[7~ end=[8~ shift+up=[a ctrl+up=Oa ctrl+delete=[3^ ctrl+shift+delete=[3@ shift+delete=[3$"),
        ("the Linux console", "f1=[[A f5=[[E f6=[17~ home=[1~ end=[4~ insert=[2~ pageup=[5~ pagedown=[6~"),
        ("PuTTY as SCO", "f2=[N f5=[Q f8=[T f12=[X insert=[L pagedown=[G home=[H end=[F"),
        ("PuTTY as VT100+", "f5=OT f9=OX f12=O[ enter=OM 7=Ow"),
        ("others", "shift+tab=[Z ctrl+left=[1;5D shift+f5=[15;2~ space=[32;2u enter=[27;2;13~ enter=[13;2u shift+tab=[9;2u"),
    ],
)  # fmt: skip
def test_the_keys_of_terminals(terminal: str, sequences: str) -> None:
    for pair in sequences.split():
        name, _, sequence = pair.partition("=")
        data = b"\x1b" + sequence.encode()
        assert names(data) == [name], f"{terminal}: {sequence}"
        for cut in range(1, len(data)):
            assert names(data[:cut], data[cut:]) == [name], f"{terminal}: {sequence} cut at {cut}"


def test_f1_as_sco_and_a_click_begin_alike() -> None:
    assert names(b"\x1b[M", IDLE, b"x") == ["f1", "x"]
    assert names(b"\x1b[Mx", IDLE) == ["f1", "x"]
    assert names(b"\x1b[M\rx") == ["f1", "enter", "x"]


def test_delete_and_insert_of_st_are_no_letters() -> None:
    assert names(b"\x1b[Px\x1b[4hx", is_st=True) == ["delete", "x", "insert", "x"]
    assert names(b"\x1b[Px") == ["-", "x"]


@pytest.mark.parametrize(
    "answer",
    [
        b"\x1b[?1;2c", b"\x1b[>41;379;0c", b"\x1b[0n", b"\x1b[24;80R", b"\x1b[?2026;2$y", b"\x1b[8;24;80t", b"\x1b[?1u",
        b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:0000/0000/0000\x07", b"\x1bP>|XTerm(379)\x1b\\", b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b[<0;12;3M", b"\x1b[<0;12;3m", b"\x1b[M !!", b"\x1b[I", b"\x1b[O", b"\x1b[201~", b"\x1b[999~", b"\x1bOz",
    ],
)  # fmt: skip
def test_what_a_terminal_answers_types_nothing(answer: bytes) -> None:
    for cut in range(len(answer)):
        events = happened(b"a" + answer[:cut], answer[cut:] + b"b")
        typed = [event for event in events if isinstance(event, Stroke)]
        assert typed == [Stroke("a", "a"), Stroke("b", "b")], answer[:cut]


def test_an_answer_is_handed_on() -> None:
    assert happened(b"\x1b]11;rgb:ff/ff/ff\x07") == [TerminalReply("]11;rgb:ff/ff/ff")]


def test_a_lone_escape_is_the_key_once_nothing_follows() -> None:
    stream = KeyStream(escape_delay=0.1)
    assert stream.feed(b"7\x1b") == [Stroke("7", "7")]
    assert stream.wait == 0.1
    assert stream.expire() == [Stroke("escape")]
    assert stream.wait is None
    assert stream.feed(b"8") == [Stroke("8", "8")]


def test_the_rest_of_a_key_that_comes_too_late_is_still_the_key() -> None:
    assert names(b"\x1b", IDLE, b"[A") == ["escape", "up"]
    assert names(b"\x1b", IDLE, b"OPx") == ["escape", "f1", "x"]
    assert names(b"\x1b", IDLE, b"x", b"[A") == ["escape", "x", "[", "A"]


def test_escape_and_enter_typed_ahead_are_two_keys_and_alt_types_nothing() -> None:
    assert names(b"\x1b\r\x1b\t\x1b\x1b[A") == ["escape", "enter", "escape", "tab", "escape", "up"]
    assert happened("\x1bx\x1bế\x1b8\x1b\x7f".encode()) == [
        Stroke("alt+x"), Stroke("alt+ế"), Stroke("alt+8"), Stroke("alt+backspace"),
    ]  # fmt: skip


def test_enter_before_and_after_the_terminal_is_raw() -> None:
    assert happened(b"\n\r") == [ENTER, ENTER]
    assert happened(b"\r\n\r\n") == [ENTER, ENTER]
    assert happened(b"\r", b"\n") == [ENTER]


@pytest.mark.parametrize(
    "data", [b"\xe9", b"\xc3", b"\x9b", b"\xff\xfe", b"\xe1\xba", b"\xed\xa0\x80", b"\xc0\xaf"]
)
def test_bytes_of_another_encoding_are_dropped_and_told(data: bytes) -> None:
    events = happened(b"a" + data + b"b", IDLE)
    assert [event for event in events if isinstance(event, Stroke)] == [Stroke("a", "a"), Stroke("b", "b")]
    assert sum(event.bytes_dropped for event in events if isinstance(event, NotUtf8)) == len(data)


def test_a_letter_cut_between_two_reads_is_one() -> None:
    data = "ễ".encode()
    assert happened(data[:1], data[1:2], data[2:]) == [Stroke("ễ", "ễ")]
    assert happened(data[:2], IDLE, b"x") == [NotUtf8(2), Stroke("x", "x")]


@pytest.mark.promise("R14")
def test_a_paste_is_one_text_without_sequences_in_it() -> None:
    text = "Lê\tThị\r\n\x1b[31mĐỏ\x1b[0m\x1b]0;x\x07\x01\x9b"
    data = b"\x1b[200~" + text.encode() + b"\x1b[201~a"
    for cut in range(len(data)):
        events = happened(data[:cut], data[cut:])
        assert events == [Pasted("Lê\tThị\r\nĐỏ"), Stroke("a", "a")], cut


def test_a_paste_without_an_end_is_given_when_no_more_comes() -> None:
    stream = KeyStream()
    assert stream.feed(b"\x1b[200~abc") == []
    assert stream.wait == PATIENCE
    assert stream.expire() == [Pasted("abc")]
    assert stream.feed(b"d") == [Stroke("d", "d")]


def test_a_sequence_that_never_ends_is_given_up() -> None:
    assert names(b"\x1b]11;rgb", IDLE, b"x") == ["x"]
    assert names(b"\x1b[12", IDLE, b"x") == ["x"]
    assert names(b"\x1b[12\x1b[A") == ["up"]
    assert names(b"\x1b]11;rgb\r") == ["enter"]
    assert names(b"\x1b]" + b"y" * (MOST_SEQUENCE + 1), b"x") == ["x"]


PIECES = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.sampled_from(
            [
                b"\x1b",
                b"\x1b[",
                b"\x1bO",
                b"\x1b]11;",
                b"\x1b[200~",
                b"\x1b[201~",
                b"\x1b[?1;2c",
                "ễ".encode(),
            ]
        ),
        st.none(),
    ),
    max_size=20,
)


@pytest.mark.promise("R14")
@given(PIECES)
def test_no_bytes_make_a_control_character_or_an_error(pieces: list[bytes | None]) -> None:
    stream = KeyStream()
    events = [
        event for piece in pieces for event in (stream.expire() if piece is None else stream.feed(piece))
    ]
    while stream.wait is not None:
        events += stream.expire()
    for event in events:
        if isinstance(event, Stroke) and event.char is not None:
            assert len(event.char) == 1
            assert category(event.char) != "Cc"
        if isinstance(event, Pasted):
            assert all(char in "\t\r\n" or category(char) != "Cc" for char in event.text)
    # whatever came before, the next key is a key
    assert stream.feed(b"\r")[-1:] == [ENTER] or stream.wait is None


@given(st.text(alphabet="aáễ1 ", max_size=30), st.integers(1, 5))
def test_text_comes_through_however_it_is_cut(text: str, size: int) -> None:
    data = text.encode()
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    assert "".join(event.char or "" for event in happened(*pieces) if isinstance(event, Stroke)) == text


@pytest.mark.promise("R14")
@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200f", "\u200b", "\u200d", "\ufeff", "\u2028", "\ue000", "\x85"]
)
def test_what_turns_hides_or_controls_is_no_key(char: str) -> None:
    assert happened(char.encode(), b"\x1b" + char.encode(), b"a") == [Stroke("a", "a")]


def test_a_blank_that_does_not_break_is_a_blank() -> None:
    assert happened("\u00a0".encode()) == [Stroke("space", " ")]


@given(st.binary(max_size=60))
def test_every_character_typed_can_be_printed_and_every_key_named(data: bytes) -> None:
    for event in happened(data, IDLE):
        if isinstance(event, Stroke):
            assert event.char is None or event.char.isprintable()
            assert label_of(event.name).isprintable()
        elif isinstance(event, Click):
            assert event.column >= 0
            assert event.line >= 0


@pytest.mark.parametrize(
    ("data", "event"),
    [
        (b"\x1b[<0;10;5M", Click(9, 4)),
        (b"\x1b[<2;1;1M", Click(0, 0)),
        (b"\x1b[<0;10;5m", None),
        (b"\x1b[<32;10;5M", None),
        (b"\x1b[<64;10;5M", Stroke("up")),
        (b"\x1b[<65;10;5M", Stroke("down")),
        (b"\x1b[M *%", Click(9, 4)),
        (b"\x1b[M#*%", None),
        (b"\x1b[<;;M", Click(0, 0)),
    ],
)
def test_the_mouse(data: bytes, event: Event | None) -> None:
    wanted = [event] if event else []
    assert happened(data) == wanted
    for cut in range(1, len(data)):
        assert happened(data[:cut], data[cut:]) == wanted
