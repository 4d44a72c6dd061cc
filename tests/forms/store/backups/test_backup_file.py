"""A backup file: every byte of it is checked; half of a copy, a newer one and a forged one are told apart."""

from __future__ import annotations

import hashlib
import io
import os
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from forms.model.errors import Refused
from forms.store import main_file
from forms.store.backups.backup_file import Backup, decode_backup, encode_backup, is_backup
from forms.store.backups.gathering import gather, main_of
from forms.store.store import Store
from forms.store.year_paths import YearPaths
from tests.forms.store_cases import PHONE, YEAR

FULL = os.environ.get("NHOMTRE_FULL") == "1"


@pytest.fixture
def backup(store: Store) -> Backup:
    with store.open(YEAR, write=True) as session:
        for number in range(1, 6):
            session.dossier.set(PHONE, f"090{number}")
        content, head = session.dossier.content, session.head
    told: list[str] = []
    made = gather(
        YearPaths(store.folder, YEAR), content, head, "2019-09-19T08:12:00+07:00", told.append, training=False
    )
    assert told == []
    return made


def sealed(members: dict[str, bytes], compression: int = 0) -> bytes:
    """A file as whoever wants to deceive would make it: its checksum agrees."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = bytes(71)
    raw = buffer.getvalue()[:-71]
    return raw + b"sha256:" + hashlib.sha256(raw).hexdigest().encode()


def members_of(raw: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_comes_back_as_it_was(backup: Backup) -> None:
    raw = encode_backup(backup)
    assert decode_backup(raw, "x") == backup
    assert sealed(members_of(raw)) != raw  # the form is ours
    assert decode_backup(sealed(members_of(raw)), "x") == backup  # but only what is in it counts


def test_every_damage_is_noticed(backup: Backup) -> None:
    raw, random = encode_backup(backup), Random(849)
    for _ in range(1000 if FULL else 120):
        damaged = bytearray(raw)
        at = random.randrange(len(raw))
        match random.randrange(3):
            case 0:
                damaged[at] ^= 1 << random.randrange(8)
            case 1:
                damaged[at : at + 512] = bytes(len(damaged[at : at + 512]))
            case _:
                del damaged[at:]
        if damaged != raw:
            with pytest.raises(Refused):
                decode_backup(bytes(damaged), "x")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.999])
def test_half_of_a_copy_is_called_so(backup: Backup, part: float) -> None:
    raw = encode_backup(backup)
    half = raw[: int(len(raw) * part)]
    assert is_backup(half)
    with pytest.raises(Refused, match="chép dở"):
        decode_backup(half, "x")


def test_a_changed_byte_is_called_damage(backup: Backup) -> None:
    raw = encode_backup(backup)
    with pytest.raises(Refused, match="bị hỏng"):
        decode_backup(raw[:200] + bytes([raw[200] ^ 1]) + raw[201:], "x")


@pytest.mark.parametrize("raw", [b"", b"{}", b"PK\x03\x04", b"K\xc3\xadnh g\xe1\xbb\xadi\n"])
def test_another_file_is_none(raw: bytes) -> None:
    assert not is_backup(raw)
    with pytest.raises(Refused, match="không phải bản sao lưu"):
        decode_backup(raw, "x")


@pytest.mark.parametrize("newer", ["format", "schema"])
def test_one_of_a_newer_version_is_called_so(
    backup: Backup, monkeypatch: pytest.MonkeyPatch, newer: str
) -> None:
    members = members_of(encode_backup(backup))
    if newer == "schema":
        with monkeypatch.context() as later:
            later.setattr(main_file, "SCHEMA", 99)
            members["2019-2020.json"] = main_of(backup.content, backup.head, backup.at)
    else:
        members["sao-luu.json"] = members["sao-luu.json"].replace(b"nhomtre-backup/1", b"nhomtre-backup/2")
    with pytest.raises(Refused, match="mới hơn"):
        decode_backup(sealed(members), "x")


@pytest.mark.parametrize(
    "name",
    [
        "../2019-2020.json",
        "/etc/x",
        "backups/../x",
        "exports/2019-2020/ban-1/..",
        "exports/2019-2020/ban-1/a\\b",
        "backups/2018-2019.ban-1.json",
        "2020-2021.json",
        "a.txt",
    ],
)
def test_what_would_leave_the_dossier_is_refused(backup: Backup, name: str) -> None:
    members = members_of(encode_backup(backup)) | {name: b"x"}
    with pytest.raises(Refused, match="bị hỏng"):
        decode_backup(sealed(members), "x")


@pytest.mark.parametrize("missing", ["sao-luu.json", "DOC-TRUOC.txt", "2019-2020.json"])
def test_one_without_a_part_is_refused(backup: Backup, missing: str) -> None:
    members = members_of(encode_backup(backup))
    del members[missing]
    with pytest.raises(Refused):
        decode_backup(sealed(members), "x")


def test_the_content_of_one_day_with_the_history_of_another_is_refused(backup: Backup, store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0999")
        content, head = session.dossier.content, session.head
    later = gather(
        YearPaths(store.folder, YEAR), content, head, "2019-09-20T08:12:00+07:00", print, training=False
    )
    members = members_of(encode_backup(backup))
    members["2019-2020.json"] = later.files["2019-2020.json"]
    with pytest.raises(Refused, match="bị hỏng"):
        decode_backup(sealed(members), "x")


def test_one_packed_tighter_is_not_unpacked(backup: Backup) -> None:
    with pytest.raises(Refused):
        decode_backup(sealed(members_of(encode_backup(backup)), ZIP_DEFLATED), "x")
