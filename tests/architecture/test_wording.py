"""What an owner is shown: Vietnamese, no code of a rule, ranges with a dash, whole sentences.

Every text is looked at: the literals of the homes of words, the help of every command, the pages as the goldens hold them.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from forms.sets import newest
from tests.architecture.house import ROOT, VIETNAMESE
from tests.architecture.test_words import HOMES
from tui.cli.command_registry import COMMANDS
from tui.cli.parser import parse
from tui.texts import desk_words
from tui.texts.revisions import sending_words

ENGLISH = (
    "cell code column command date day default detail dir directory draft empty error file folder issue name option "
    "package path place record report revision row rule sheet status template text unknown user value warning year yes "
    "YYYY MM DD"
)
"""Words that slip in; names of programs and kinds of files (Excel, PDF, JSON) are none of them."""
BEFORE, AFTER = r"(?<![\w{./<=«-])", r"(?![\w}.=/-])"
KINDS = {
    "English": re.compile(f"{BEFORE}(?:{'|'.join(ENGLISH.split())}){AFTER}", re.IGNORECASE),
    "a name of the code": re.compile(rf"{BEFORE}[a-z]+(?:_[a-z]+)+{AFTER}"),
    "a rule's id": re.compile(r"(?<![\w{])[EWX]\d\d(?!\w)"),
    "a hyphen in a range": re.compile(r"(?<![\w/.\[…-])(?:\d{1,3}|\{\w+\})-(?:\d{1,3}|\{\w+\})(?![\w.-])"),
    "a capital inside": re.compile(r"(?<=[\w,] )(?:Tuổi|Tháng)\b"),
    "telegraph style": re.compile(r"\brồi thì\b|\bthì (?:F\d|không sửa)", re.IGNORECASE),
    "bytes": re.compile("từng byte"),
}
NAMES_OF_ITS_OWN = (
    "tệp có mật khẩu nên không đọc được → mở bằng excel, bỏ mật khẩu (file, info, protect workbook)",  # menus of Excel
    desk_words.INPUT_METHODS["telex"].lower(),  # «dd» are two keys
    sending_words.WRONG_EXPLAIN.lower(),  # «--explain W02=...» is what is to be typed
)
OFFICIAL = tuple(
    sorted(
        {
            *(row.label for table in newest().tables for row in table.rows),
            *(
                item.name
                for record in newest().records
                for field in record.fields
                if field.catalogue
                for item in field.catalogue.items
            ),
        },
        key=len,
        reverse=True,
    )
)
"""The form's and the code lists' own wording, which stays as it is."""


@cache
def own(text: str) -> str:
    """*text* without official wording."""
    for name in OFFICIAL:
        if len(name) > 4 and name in text:
            text = text.replace(name, "")
    return text


def slips(text: str) -> list[tuple[str, str]]:
    """What is wrong in *text*, by kind."""
    if text.lower().startswith(NAMES_OF_ITS_OWN):
        return []
    return [
        (kind, match.group())
        for kind, pattern in KINDS.items()
        for match in pattern.finditer(text)
        if pattern.search(own(text))
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("không ghi được path", "English"),
        ("--data DIR", "English"),
        ("không có dấu (package_hash)", "a name of the code"),
        ("Giải trình W40", "a rule's id"),
        ("trẻ 3-4 tuổi", "a hyphen in a range"),
        ("rà soát {since}-{day}", "a hyphen in a range"),
        ("nhóm trẻ 3–12 Tháng của lớp", "a capital inside"),
        ("Gửi rồi thì không sửa.", "telegraph style"),
    ],
)
def test_a_slip_is_seen(text: str, kind: str) -> None:
    assert kind in {seen for seen, _ in slips(text)}


@pytest.mark.parametrize(
    "text",
    ["năm học 2019-2020", "Sheet «{sheet}»"[6:], "{path}", "ví dụ 2019-09-19", "tệp .json", "3–4 tuổi"],
)
def test_a_good_text_has_none(text: str) -> None:
    assert slips(text) == []


def test_the_words() -> None:
    wrong = [
        (module.name, text.lineno, found)
        for module in HOMES
        for text in module.texts
        if VIETNAMESE.search(str(text.value)) and (found := slips(str(text.value)))
    ]
    assert wrong == []


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_the_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([*filter(None, [command]), "--help"])
    text = capsys.readouterr().out
    assert text
    assert slips(text) == []


def test_the_pages() -> None:
    paths = sorted((ROOT / "tests/golden").glob("*.txt"))
    assert len(paths) > 40
    lines = (
        (path.name, re.sub("«[^»]*…$", "", line))  # a quotation that is cut at the edge
        for path in paths
        for line in path.read_text("utf-8").splitlines()
    )
    assert [(name, line, found) for name, line in lines if (found := slips(line))] == []
