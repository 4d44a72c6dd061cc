"""``nhomtre verify CODE|FILE``: what agrees, what does not and where, in the folder that sent it and in another."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.exports import tools
from tests.exports.hostile import ole
from tests.tui.cli.conftest import Command, Run, code_of, in_a_process, on_disk

PROVES = "không chứng minh ai đã lập"
TIMES = 20 if os.environ.get("NHOMTRE_FULL") == "1" else 1
PackageFile = Callable[[Any], str]


def only(folder: Path, suffix: str) -> Path:
    (found,) = folder.glob(f"*{suffix}")
    return found


def refused(run: Run) -> str:
    assert run.status == 1
    assert PROVES in run.err
    assert "KHÔNG KHỚP" in run.out
    return run.out


@pytest.fixture
def elsewhere(tmp_path: Path, nhomtre: Command) -> Command:
    """``nhomtre`` on an empty folder."""
    return lambda *arguments: nhomtre("--data", str(tmp_path / "other"), *arguments)


@pytest.mark.slow
def test_all_that_was_sent_agrees_and_proves_no_author(sent: Path, folder: Path, nhomtre: Command) -> None:
    before = on_disk(folder)
    for what in (code_of(sent), *map(str, sorted(sent.iterdir()))):
        run = nhomtre("verify", what)
        assert run.status == 0, run
        assert "KHÔNG KHỚP" not in run.out
        assert PROVES in run.err
    assert on_disk(folder) == before, "looking changes nothing"


def test_the_answer_as_json_is_stable(sent: Path, nhomtre: Command) -> None:
    run = nhomtre("verify", str(only(sent, ".json")), "--json")
    assert list(run.json) == ["revision", "check_code", "agrees", "findings"]
    assert (run.json["revision"], run.json["check_code"], run.json["agrees"]) == (1, code_of(sent), True)
    assert [set(finding) for finding in run.json["findings"]] == [{"agrees", "message"}] * 8
    assert nhomtre("verify", str(only(sent, ".json")), "--json").out == run.out
    run = nhomtre("verify", "0000-0000-0000-0000", "--json")
    assert (run.status, run.json["revision"], run.json["agrees"]) == (1, None, False)


def test_a_code_may_be_typed_in_many_ways(sent: Path, nhomtre: Command) -> None:
    code = code_of(sent)
    ways = {code, code.lower(), code.replace("-", ""), code.replace("-", " ").lower()}
    ways |= {code.replace("0", "O"), code.replace("1", "I"), code.lower().replace("1", "l").replace("0", "o")}
    for way in ways:
        run = nhomtre("verify", way)
        assert (run.status, f"mã {code} là của bản 1" in run.out) == (0, True), way


def test_an_unknown_code_and_what_is_no_code(sent: Path, nhomtre: Command, elsewhere: Command) -> None:
    for verify in (nhomtre, elsewhere):
        assert "không có bản nào" in refused(verify("verify", "0123-4567-89AB-CDEF"))
    for text in ("0123-4567-89AB-CDE", "bản 1", "A" * 5000, "~không-có-ai/x", "/không/có", str(sent)):
        run = nhomtre("verify", text)
        assert run.status == 3, text[:50]
        assert "ngoài dự kiến" not in run.err
        assert run.out == ""
    assert nhomtre("verify").status == nhomtre("verify", "").status == 2


@pytest.mark.slow
def test_a_changed_code_is_never_another_revision(sent: Path, nhomtre: Command) -> None:
    code = code_of(sent)
    for place, sign in enumerate(code):
        if sign != "-":
            changed = code[:place] + ("2" if sign != "2" else "3") + code[place + 1 :]
            refused(nhomtre("verify", changed))


@pytest.mark.parametrize("number", range(6 * TIMES))
def test_a_changed_character_of_the_package_is_found_here_and_elsewhere(
    sent: Path, tmp_path: Path, nhomtre: Command, elsewhere: Command, number: int
) -> None:
    chance = Random(number)
    text = only(sent, ".json").read_text("utf-8")
    pattern = (r"\d", r"[a-zà-ỹ]", r"\s", r"[{}:,]", r"[0-9a-f](?=[0-9a-f]*\"\n}\n$)", r"\n$")[number % 6]
    at = chance.choice([match.start() for match in re.finditer(pattern, text)])
    new = {"\n": "", " ": "\t"}.get(text[at], chance.choice([sign for sign in "07afẳ" if sign != text[at]]))
    path = tmp_path / "gói.json"
    path.write_text(text[:at] + new + text[at + 1 :], "utf-8", newline="")
    for verify in (nhomtre, elsewhere):
        refused(verify("verify", str(path)))


def test_a_changed_print_is_found(sent: Path, tmp_path: Path, nhomtre: Command) -> None:
    data = only(sent, ".pdf").read_bytes()
    path = tmp_path / "biểu.pdf"
    path.write_bytes(data[:5000] + bytes([data[5000] ^ 1]) + data[5001:])
    assert "không phải tệp lúc gửi" in refused(nhomtre("verify", str(path)))


@pytest.mark.slow
@pytest.mark.parametrize(("address", "value"), [("F9", 7), ("D9", 999), ("E9", 3)])
def test_a_figure_changed_in_a_workbook_that_was_saved_again_is_found(
    sent: Path, tmp_path: Path, nhomtre: Command, elsewhere: Command, address: str, value: int
) -> None:
    path = tmp_path / "biểu.xlsx"
    book = load_workbook(only(sent, ".xlsx"))
    sheet = book.worksheets[1]
    row, column = int(address[1:]), "DEF".index(address[0]) + 4
    assert sheet.cell(row, column).value not in (None, value)
    sheet.cell(row, column).value = value
    book.save(path)
    for verify in (nhomtre, elsewhere):
        refused(verify("verify", str(path)))


def test_what_is_missing_or_edited_among_the_files_is_named(sent: Path, nhomtre: Command) -> None:
    code = code_of(sent)
    book, print_ = only(sent, ".xlsx"), only(sent, ".pdf")
    book.unlink()
    with print_.open("ab") as file:
        file.write(b"\n")
    run = refused(nhomtre("verify", code))
    assert f"{book.name}: không đọc được" in run
    assert f"{print_.name}: đã bị sửa sau khi gửi" in run
    assert "goi-cho-phong" in run and run.count("KHÔNG KHỚP") == 2
    shutil.rmtree(sent)
    assert refused(nhomtre("verify", code)).count("không đọc được") == 3


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "removed", "a folder", "of another code"])
def test_a_damaged_pin_is_named_and_no_crash(sent: Path, folder: Path, nhomtre: Command, damage: str) -> None:
    pin = folder / "backups" / "2019-2020.ban-1.json"
    data = pin.read_bytes()
    pin.unlink()
    if damage == "a folder":
        pin.mkdir()
    elif damage == "of another code":
        shutil.copy(folder / "backups" / "2019-2020.000001.2019-09-19.json", pin)
    elif damage != "removed":
        middle = len(data) // 2
        flipped = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        pin.write_bytes({"cut": data[:middle], "flipped": flipped, "emptied": b""}[damage])
    before = on_disk(folder)
    code = code_of(sent)
    run = nhomtre("verify", code)
    if damage != "of another code":
        assert "hồ sơ của bản 1 không còn trên máy này hoặc đã hỏng" in refused(run)
    for path in sorted(sent.iterdir()):
        run = nhomtre("verify", str(path))
        assert "ngoài dự kiến" not in run.err
        assert run.status == 0, "the file itself is as it was"
    assert on_disk(folder) == before
    # the rest of the work goes on without it
    assert nhomtre("diff").status in (1, 3, 0)
    assert nhomtre("check").status == 0
    assert nhomtre("answer", "reject", "--note", "sửa").status == 0
    assert nhomtre("send", "--by", "Người Mẫu").status == 0


def test_the_code_of_a_draft(
    nhomtre: Command, package_file: PackageFile, example: Any, tmp_path: Path
) -> None:
    nhomtre("import", package_file(example))
    draft = tmp_path / "nháp.json"
    nhomtre("export", "json", "-o", str(draft))
    found = nhomtre("verify", str(draft), "--json").json
    assert (found["agrees"], found["revision"]) == (True, None)
    run = nhomtre("verify", found["check_code"])
    assert run.status == 0
    assert "chưa gửi" in run.out
    example["cells"]["T4"]["203"] = {"TU_THUC.permanent": 5}
    nhomtre("import", package_file(example))
    refused(nhomtre("verify", found["check_code"]))


@pytest.mark.slow
def test_the_files_of_another_facility(
    sent: Path, tmp_path: Path, nhomtre: Command, elsewhere: Command, package_file: PackageFile, example: Any
) -> None:
    example["facility"]["code"] = "79761002"
    assert elsewhere("import", package_file(example)).status == 0
    assert elsewhere("send", "--by", "Người Mẫu Khác").status == 0
    other = tmp_path / "other" / "exports" / "2019-2020" / "ban-1"
    refused(nhomtre("verify", code_of(other)))
    refused(nhomtre("verify", str(only(other, ".pdf"))))
    for suffix in (".json", ".xlsx"):
        run = nhomtre("verify", str(only(other, suffix)))
        assert run.status == 0, "it agrees with itself"
        assert "bản 1 đã gửi trên máy này" not in run.out
        assert PROVES in run.err


@pytest.mark.slow
def test_the_package_of_a_sent_report_is_at_home_in_an_empty_folder(
    sent_whole: Path, tmp_path: Path, elsewhere: Command
) -> None:
    sent, package = sent_whole, only(sent_whole, ".json")
    assert elsewhere("import", str(package)).status == 0
    for what in (code_of(sent), package, only(sent, ".xlsx"), only(sent, ".pdf")):
        run = elsewhere("verify", str(what))
        assert run.status == 0, run
        assert "là của bản 1" in run.out or what == package
    exported = tmp_path / "lại.json"
    elsewhere("export", "json", "-o", str(exported))
    assert exported.read_bytes() == package.read_bytes()
    # later it is not what was sent any more, and nothing here can tell
    elsewhere("answer", "reject", "--note", "sửa")
    run = elsewhere("verify", code_of(sent))
    assert "bản 1 không gửi từ máy này" in run.out


@pytest.mark.slow
def test_the_workbook_of_a_second_revision_agrees_with_its_list_of_changes(
    sent: Path, nhomtre: Command
) -> None:
    nhomtre("answer", "reject", "--note", "sửa")
    assert nhomtre("send", "--by", "Người Mẫu").status == 0
    again = sent.with_name("ban-2")
    assert "Thay đổi" in load_workbook(only(again, ".xlsx")).sheetnames
    for folder in (sent, again):
        for path in sorted(folder.iterdir()):
            run = nhomtre("verify", str(path))
            assert (run.status, "KHÔNG KHỚP" in run.out) == (0, False), run


@pytest.mark.slow
def test_what_is_no_file_of_ours(sent: Path, tmp_path: Path, nhomtre: Command) -> None:
    path = tmp_path / "x"
    for data in (
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"{}",
        b"\0" * 50,
        b"[" * 100_000,
        b'{"format": "nhomtre-answer/1"}',
    ):
        path.write_bytes(data)
        run = nhomtre("verify", str(path))
        assert run.status == 1, (data[:10], run)
        assert "ngoài dự kiến" not in run.err
    with path.open("wb") as file:
        file.truncate(2 << 30)
    assert "quá lớn" in refused(nhomtre("verify", str(path)))


@pytest.mark.slow
def test_a_read_only_folder_and_a_writer_at_work_do_not_disturb(sent: Path, folder: Path) -> None:
    from forms.dossier.roster import SchoolYear
    from forms.store.store import Store

    with Store(folder).open(SchoolYear(2019), write=True):
        done = in_a_process(folder, "verify", code_of(sent))
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.slow
def test_a_draft_is_a_draft_on_paper_in_the_workbook_and_as_a_package_alike(
    nhomtre: Command, package_file: PackageFile, example: Any, tmp_path: Path
) -> None:
    nhomtre("import", package_file(example))
    files = {kind: tmp_path / f"bieu.{kind}" for kind in ("pdf", "xlsx", "json")}
    for kind, path in files.items():
        assert nhomtre("export", kind, "-o", str(path)).status == 0
    for change, agrees in ((False, True), (True, False)):
        if change:
            example["cells"]["T4"]["203"] = {"TU_THUC.permanent": 5}
            nhomtre("import", package_file(example))
        runs = [nhomtre("verify", str(path), "--json") for path in files.values()]
        verdicts = [run.json for run in runs]
        (code,) = {verdict["check_code"] for verdict in verdicts}
        runs.append(nhomtre("verify", code, "--json"))
        assert {run.status for run in runs} == {0 if agrees else 1}
        assert {run.json["agrees"] for run in runs} == {agrees}
        assert {run.json["revision"] for run in runs} == {None}
        first = {verdict["findings"][0]["message"] for verdict in verdicts}
        assert len(first) == 1 and "bản nháp, chưa gửi" in first.pop()


@pytest.mark.slow
def test_the_name_of_a_draft_has_its_time_and_no_number(
    nhomtre: Command, package_file: PackageFile, example: Any, folder: Path
) -> None:
    nhomtre("import", package_file(example))
    for kind in ("pdf", "xlsx", "json"):
        assert nhomtre("export", kind).status == 0
    names = [path.name for path in (folder / "exports" / "2019-2020").iterdir()]
    assert len(names) == 3
    assert all(re.search(r"_nhap-20190919-\d{4}\.", name) and "ban-" not in name for name in names)


@pytest.mark.slow
def test_the_history_here_is_the_one_that_the_print_was_made_of(
    sent: Path, folder: Path, nhomtre: Command
) -> None:
    code, head = code_of(sent), json.loads(only(sent, ".json").read_bytes())["journal_head"]
    assert re.fullmatch(r"\d+\.[0-9a-f]{16}", head)
    run = nhomtre("verify", f"BC1MN|{code}|2019-09-20|v1|{head}")
    assert run.status == 0
    assert f"đi qua thay đổi số {head.partition('.')[0]}" in run.out
    assert "lịch sử thay đổi khác" in refused(nhomtre("verify", f"BC1MN|{code}|2019-09-20|v1|{head[:-1]}_"))
    # another history that came to the same sending, as far as the dossier knows
    journal = folder / "2019-2020.journal"
    journal.write_bytes(_signed_anew(journal.read_bytes()))
    main = folder / "2019-2020.json"
    header, _, body = main.read_bytes().partition(b"\n")
    fields = json.loads(header)
    del fields["sha256"]
    fields["line"] = journal.read_bytes()[-19:-3].decode()
    signed = hashlib.sha256(_dumped(fields) + b"\n" + body[:-1]).hexdigest()
    main.write_bytes(_dumped(fields | {"sha256": signed}) + b"\n" + body)
    (folder / ".2019-2020.head").unlink()
    assert "không đi qua thay đổi số" in refused(nhomtre("verify", code))


def _dumped(fields: Any) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _signed_anew(journal: bytes) -> bytes:
    """The same changes made by somebody else: every sum is another one and the chain holds."""
    lines, before = [], b""
    for line in journal.splitlines():
        body = line[: line.index(b',"prev":"')].replace(b'"who":"', b'"who":"ai ')
        body += b',"prev":"' + before + b'"'
        before = hashlib.sha256(body + b"}").hexdigest()[:16].encode()
        lines.append(body + b',"sum":"' + before + b'"}\n')
    return b"".join(lines)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "word"), [(b"\xff\xd8\xff\xe0", "ảnh"), (b"{\\rtf1 x}", "RTF"), (ole("WordDocument\0"), "Word")]
)
def test_another_kind_of_file_is_told_by_its_name(
    sent: Path, tmp_path: Path, nhomtre: Command, data: bytes, word: str
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    run = nhomtre("verify", str(path))
    assert run.status == 1
    assert word in run.out


@pytest.mark.slow
@pytest.mark.tools
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_report_saved_as_another_kind_is_verified_and_added_up(
    sent: Path, tmp_path: Path, nhomtre: Command, kind: str
) -> None:
    (book,) = sent.glob("*.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    tools.run("soffice", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, book, timeout=300)
    path = tmp_path / f"{book.stem}.{kind}"
    run = nhomtre("verify", str(path))
    assert "KHÔNG KHỚP" not in run.out, run
    added = nhomtre("combine", str(path), "--json")
    assert len(added.json["facilities"]) == 1, added
