"""``nhomtre answer``: every move from every state, and the office's file, which is taken whole or refused plainly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Edit
from forms.dossier.place_names import (
    read_place,
)
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.model.place import Place
from forms.package.answer_file import AnswerFile, read_answer, write_answer
from forms.package.answers import Answer, PlacedRemark, answers, open_answer, remarks_left
from forms.sets import newest
from forms.sets.mn2019.states import ANSWERS, STATES
from forms.store.store import Store
from tests.tui.cli.conftest import Command, code_of, state, stored

pytestmark = pytest.mark.slow

PackageFile = Callable[[Any], str]
YEAR = SchoolYear(2019)
MOVES = {
    ("sent", "approve"): "approved",
    ("sent", "reject"): "rejected",
    ("sent", "lock"): "locked",
    ("approved", "lock"): "locked",
    ("locked", "request-unlock"): "unlock_requested",
    ("locked", "unlock"): "unlocked",
    ("unlock_requested", "unlock"): "unlocked",
}
"""The workflow's table of moves, but for the sending itself."""


@pytest.mark.slow
@pytest.mark.parametrize("now", STATES)
@pytest.mark.parametrize("move", ANSWERS)
def test_every_move_from_every_state_is_as_the_workflow_says(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, now: str, move: str
) -> None:
    example |= {"state": now, "revision": 1}
    nhomtre("import", package_file(example))
    before = stored(folder)
    run = nhomtre("answer", move, "--note", "lý do", "--by", "Bà Mẫu")
    wanted = MOVES.get((now, move))
    assert run.status == (0 if wanted else 1), run
    assert state(folder) == (wanted or now, 1)
    if wanted is None:
        assert "Không có gì thay đổi" in run.err
        assert f"bây giờ là «{STATES[now].title}»" in run.err
        assert stored(folder) == before
    else:
        assert f"Báo cáo: {STATES[wanted].title}." in run.err
        with Store(folder).open(YEAR, write=True) as session:
            assert session.dossier.undo() is None, "an answer is not undone"
            (kept,) = answers(session.dossier.content)
        assert (kept.move.id, kept.by, kept.note, kept.revision) == (move, "Bà Mẫu", "lý do", 1)


def test_the_last_answer_is_corrected_in_words_and_kind(sent: Path, folder: Path, nhomtre: Command) -> None:
    assert nhomtre("answer", "approve", "--correct").status == 1, "there is none yet"
    nhomtre("answer", "reject", "--note", "nhầm", "--at", "T4.203=đếm lại")
    run = nhomtre("answer", "reject", "--note", "đúng", "--at", "T4.203=đếm lại", "--correct")
    assert run.status == 0, run
    with Store(folder).open(YEAR, write=False) as session:
        (kept,) = answers(session.dossier.content)
    assert (kept.note, [remark.text for remark in kept.remarks]) == ("đúng", ["đếm lại"])
    assert nhomtre("answer", "approve", "--correct").status == 0
    assert state(folder) == ("approved", 1)
    assert nhomtre("answer", "unlock", "--correct").status == 1, "no answer to a report that was sent"
    assert state(folder) == ("approved", 1)


@pytest.mark.parametrize(("now", "move"), [("sent", "reject"), ("locked", "request-unlock")])
def test_what_needs_a_reason_is_refused_without_one(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, now: str, move: str
) -> None:
    nhomtre("import", package_file(example | {"state": now, "revision": 1}))
    before = stored(folder)
    for arguments in ((), ("--note", ""), ("--note", " \u200b ")):
        run = nhomtre("answer", move, *arguments)
        assert (run.status, "cần lời ghi" in run.err) == (1, True)
    assert stored(folder) == before


@pytest.mark.parametrize(
    "place",
    ["T9", "T4.999", "T4.203:NONE", "children/c9999", "children/c9999/name", "children/c0003/colour", "pupils/c1",
     "children/", "children//name", "", "203", "T4.203:", "facility/", "facility/phone/x", "\x1b[31m"],
)  # fmt: skip
def test_a_place_that_is_not_there_is_refused(sent: Path, folder: Path, nhomtre: Command, place: str) -> None:
    before = stored(folder)
    run = nhomtre("answer", "reject", "--note", "sửa", "--at", place)
    assert run.status == 1, run
    assert "Không có gì thay đổi" in run.err
    assert "\x1b" not in run.err
    assert stored(folder) == before


@pytest.mark.slow
def test_remarks_stand_at_their_places_until_they_are_ticked_off(
    sent: Path, folder: Path, nhomtre: Command
) -> None:
    places = [
        "T4",
        "T4.203",
        "T4.203:TU_THUC.permanent=bếp = 1?",
        "children/c0003=sinh năm?",
        "facility/phone",
    ]
    assert (
        nhomtre(
            "answer", "reject", "--note", "xem", *(part for place in places for part in ("--at", place))
        ).status
        == 0
    )
    with Store(folder).open(YEAR, write=True) as session:
        content = session.dossier.content
        left = remarks_left(content)
        assert [str(remark.place) for remark in left] == [place.partition("=")[0] for place in places]
        assert [remark.text for remark in left] == ["xem", "xem", "bếp = 1?", "sinh năm?", "xem"]
        session.dossier.set((*left[1].path, "done"), value=True)
        assert len(remarks_left(session.dossier.content)) == 4
    nhomtre("send", "--by", "Người Mẫu")
    with Store(folder).open(YEAR, write=False) as session:
        assert open_answer(session.dossier.content) is None


@pytest.mark.slow
def test_many_answers_keep_their_order(sent: Path, folder: Path, nhomtre: Command) -> None:
    nhomtre("answer", "lock")
    for _ in range(12):
        nhomtre("answer", "request-unlock", "--note", "sai")
        nhomtre("answer", "unlock")
        with Store(folder).open(YEAR, write=True) as session:
            session.dossier.set(("state",), "locked")
    with Store(folder).open(YEAR, write=False) as session:
        found = [answer.move.id for answer in answers(session.dossier.content)]
    assert found == ["lock", *("request-unlock", "unlock") * 12]


# The office's file


def file_for(files: Path, **changes: Any) -> AnswerFile:
    """The office's refusal of the revision in *files*; *changes* by name, of the file or of the answer."""
    remarks = (
        PlacedRemark(Place("T4", "203", "TU_THUC.permanent"), "bếp «mới»?"),
        PlacedRemark(Place(record="children/c0003", field="birth_date"), "sinh năm?"),
        PlacedRemark(Place("T2"), ""),
        PlacedRemark(Place(record="facility"), "ký, đóng dấu"),
    )
    answer = Answer(ANSWERS["reject"], "2019-09-22", "Bà Mẫu", "xem lại", 1, remarks)
    made = AnswerFile(newest(), "79761001", "2019-2020", code_of(files), answer)
    own = {key: changes.pop(key) for key in list(changes) if key in AnswerFile._fields}
    return made._replace(answer=answer.but(**changes))._replace(**own)


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str | bytes], str]:
    def write(data: str | bytes) -> str:
        path = tmp_path / "trả lời.json"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(path)

    return write


def test_a_file_is_read_as_it_was_written(sent: Path) -> None:
    for move in ("approve", "reject", "lock", "unlock"):
        for remarks in ((), file_for(sent).answer.remarks):
            for note in ("", 'một «lời» \\ " dài ' * 50):
                file = file_for(sent, move=ANSWERS[move], note=note.strip(), remarks=remarks)
                text = write_answer(file)
                assert read_answer(text.encode()) == file
                assert write_answer(read_answer(text.encode())) == text


def test_a_file_is_taken_in_as_if_it_was_typed(
    sent: Path, folder: Path, nhomtre: Command, given: Callable[..., str]
) -> None:
    file = file_for(sent)
    run = nhomtre("answer", given(write_answer(file)))
    assert (run.status, "Bị từ chối" in run.err) == (0, True)
    with Store(folder).open(YEAR, write=False) as session:
        (kept,) = answers(session.dossier.content)
    assert [remark.but(path=()) for remark in kept.remarks] == list(file.answer.remarks)
    assert kept.but(remarks=()) == file.answer.but(remarks=())
    # once
    before = stored(folder)
    assert nhomtre("answer", given(write_answer(file))).status == 1
    assert stored(folder) == before


@pytest.mark.parametrize(("first", "then"), [("approve", "reject"), ("reject", "approve")])
def test_a_file_by_which_the_office_takes_its_answer_back_takes_its_place(
    sent: Path, folder: Path, nhomtre: Command, given: Callable[..., str], first: str, then: str
) -> None:
    files = [
        write_answer(file_for(sent, move=ANSWERS[move], at=at, remarks=()))
        for move, at in ((first, "2019-09-22"), (then, "2019-09-23T09:00:00+07:00"))
    ]
    for text in files:
        assert nhomtre("answer", given(text)).status == 0
    assert state(folder) == (ANSWERS[then].target, 1)
    with Store(folder).open(YEAR, write=False) as session:
        (kept,) = answers(session.dossier.content)
    assert kept.move.id == then
    # the one that was superseded, and the same once more
    before = stored(folder)
    for text in files:
        assert nhomtre("answer", given(text)).status == 1
    assert stored(folder) == before


def test_an_approval_that_comes_when_the_refused_report_was_worked_on_changes_nothing(
    sent: Path, folder: Path, nhomtre: Command, given: Callable[..., str]
) -> None:
    assert nhomtre("answer", given(write_answer(file_for(sent, at="2019-09-22")))).status == 0
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.commit(
            [Edit(("facility", "phone"), session.dossier.content.facility.get("phone"), "02800000009")]
        )
    before = stored(folder)
    run = nhomtre("answer", given(write_answer(file_for(sent, move=ANSWERS["approve"], at="2019-09-23"))))
    assert run.status == 1 and "đã được sửa sau câu trả lời này" in run.err
    assert stored(folder) == before


OTHERS: dict[str, tuple[dict[str, Any], str]] = {
    "another revision": ({"revision": 2}, "là cho bản 2; bản gửi gần nhất là bản 1"),
    "an older revision": ({"revision": 0}, "là cho bản 0"),
    "another code": ({"check_code": "0000-0000-0000-0000"}, "phòng đã xem số liệu khác"),
    "no code": ({"check_code": ""}, "phòng đã xem số liệu khác"),
    "another facility": ({"facility": "79761002"}, "cơ sở có mã «79761002»"),
    "no facility": ({"facility": ""}, "cơ sở có mã «»"),
    "another year": ({"school_year": "2018-2019"}, "năm học «2018-2019»"),
    "a move of the facility": ({"move": ANSWERS["request-unlock"]}, "không có trả lời này"),
    "a move that does not fit": ({"move": ANSWERS["unlock"]}, "chỉ dùng khi báo cáo ở trạng thái"),
    "no reason": ({"note": "", "remarks": ()}, "cần lời ghi"),
    "no such record": (
        {"remarks": (PlacedRemark(Place(record="children/c9999"), "ai?"),)},
        "hồ sơ không có ở đây: children/c9999",
    ),
    "no such row": ({"remarks": (PlacedRemark(Place("T4", "999"), "?"),)}, "không có chỗ «T4.999»"),
    "no place": ({"remarks": (PlacedRemark(Place(), "?"),)}, "không có chỗ «»"),
    "too many remarks": ({"remarks": (PlacedRemark(Place("T4"), "?"),) * 201}, "tối đa 200"),
}


@pytest.mark.parametrize("changes", OTHERS.values(), ids=OTHERS)
def test_a_file_for_another_report_is_refused(
    sent: Path, folder: Path, nhomtre: Command, given: Callable[..., str], changes: tuple[dict[str, Any], str]
) -> None:
    before = stored(folder)
    run = nhomtre("answer", given(write_answer(file_for(sent, **changes[0]))))
    assert (run.status, run.out) == (1, "")
    assert changes[1] in run.err
    assert run.err.count("\n") == 1
    assert "Không có gì thay đổi" in run.err
    assert stored(folder) == before
    assert state(folder) == ("sent", 1)


def test_a_file_edited_by_hand_is_refused_wherever_it_was(
    sent: Path, folder: Path, nhomtre: Command, given: Callable[..., str]
) -> None:
    text = write_answer(file_for(sent))
    before = stored(folder)
    chance = Random(849)
    letters = [at for at, sign in enumerate(text) if sign.isalnum()]
    for turn in range(150):
        at = chance.choice(letters)
        sign = chance.choice([each for each in "0a9ộB" if each != text[at]])
        changed = text[:at] + sign + text[at + 1 :]
        if turn % 10:
            with pytest.raises(Refused):
                read_answer(changed.encode())
        else:
            assert nhomtre("answer", given(changed)).status == 1
    for wanted in (("xem lại", "xem lạị"), ('"at": "2019-09-22"', '"at": "2019-09-29"'), ("bếp", "phòng")):
        run = nhomtre("answer", given(text.replace(*wanted)))
        assert "tệp đã bị sửa sau khi lập; hãy xin lại tệp" in run.err
    assert stored(folder) == before


RAW = b'{"format": "nhomtre-answer/1", "move": "approve", "revision": 1%s}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\0" * 100,
        b"PK\x03\x04",
        b"\xff\xfe{}",
        b'"' + b"x" * 1_000_001,
        b"[" * 200_000,
        RAW % b"",
        RAW % b', "revision": 1',
        RAW % b', "note": "\\ud800", "answer_hash": "0"',
        RAW % b', "remarks": {}',
        RAW % b', "remarks": [5, null, {}, {"place": 5, "text": []}]',
        RAW % (b', "remarks": [{"place": "T4", "text": "", "x": ' + b"[" * 900 + b"]" * 900 + b"}]"),
        RAW % (b', "x": ' + b"[" * 900 + b"]" * 900),
        RAW % b', "answer_hash": {"typed": "x"}',
        RAW % b', "\\u001b[31m": 1',
        RAW % (b', "' + b"k" * 100_000 + b'": 1'),
        b'{"format": "nhomtre/1"}',
        b'{"format": "nhomtre-answer/2"}',
    ],
    ids=range(20),
)
def test_what_is_no_answer_file_is_refused_in_a_line(
    sent: Path, folder: Path, nhomtre: Command, given: Callable[..., str], data: bytes
) -> None:
    before = stored(folder)
    run = nhomtre("answer", given(data))
    assert run.status == 1, run
    assert "ngoài dự kiến" not in run.err
    assert "\x1b" not in run.err
    assert run.err.count("\n") == 1
    assert len(run.err) < 1000
    assert stored(folder) == before


def test_no_depth_of_nesting_is_too_deep_to_be_refused() -> None:
    for depth in range(800, 1000):
        with pytest.raises(Refused):
            read_answer(RAW % (b', "x": ' + b"[" * depth + b"]" * depth))


def test_two_gigabytes_of_nothing_are_refused_unread(
    sent: Path, folder: Path, nhomtre: Command, tmp_path: Path
) -> None:
    path = tmp_path / "lớn.json"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    before = stored(folder)
    run = nhomtre("answer", str(path))
    assert (run.status, "tệp quá lớn" in run.err) == (1, True)
    assert stored(folder) == before


def test_a_file_that_cannot_be_read_ends_with_3(sent: Path, folder: Path, nhomtre: Command) -> None:
    before = stored(folder)
    for name in ("không-có.json", "A" * 5000, str(folder), "~không-có-ai/x.json", "Approve"):
        run = nhomtre("answer", name)
        assert (run.status, "ngoài dự kiến" in run.err) == (3, False), name[:30]
    assert nhomtre("answer").status == nhomtre("answer", "").status == 2
    assert stored(folder) == before


def test_an_answer_comes_on_its_day(sent: Path, folder: Path, nhomtre: Command) -> None:
    nhomtre("answer", "reject", "--note", "sửa", today="2019-09-25")
    with Store(folder).open(YEAR, write=False) as session:
        (kept,) = answers(session.dossier.content)
    assert date.fromisoformat(kept.at[:10]) == date(2019, 9, 25)


@pytest.mark.parametrize(
    "text",
    [
        "T4",
        "T4.203",
        "T4.203:TU_THUC.permanent",
        "facility",
        "facility/phone",
        "children",
        "children/c0003",
        "children/c0003/name",
    ],
)
def test_a_place_is_read_back_as_it_is_written(text: str) -> None:
    assert str(read_place(text, newest())) == text
