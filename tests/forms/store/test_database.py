"""The main file is a TinyDB database: asked in three lines, read and folded through TinyDB by the writer."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tinydb import TinyDB, where

from forms.dossier.dossier import Dossier
from forms.model.errors import NewerSchema, StorageError
from forms.sets.mn2019.form import FORM
from forms.store import database
from forms.store.chain.journal_lines import START
from forms.store.database import Database, DossierStorage
from forms.store.documents import Tables, tables_of
from forms.store.main_file import Header, decode_main, encode_main
from forms.store.store import Store
from tests.forms.store_cases import MAIN, PHONE, START_DAY, YEAR, Clock

OLD = Path(__file__).parents[2] / "data" / "old_dossier"
"""Written by the program before the file was read and written through TinyDB; the last change is not folded."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(OLD, folder)
    return folder


def test_the_three_documented_lines_give_the_children_of_a_class(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.__doc__
    imports, storage, question = (
        line.strip() for line in database.__doc__.splitlines() if line.startswith("    ")
    )
    monkeypatch.chdir(old)
    names: dict[str, Any] = {}
    exec(f"{imports}\n{storage}", names)
    children = eval(question, names)
    assert [child["ref"] for child in children] == ["c0001", "c0011", *(f"c000{n}" for n in "3579")]
    assert children[0]["record"]["weight"] == Decimal("12.5")


def test_what_is_handed_out_is_never_what_is_written(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0001"), {"name": "Hoa"})
        session.dossier.set(("children", "c0002"), {"name": "Bình", "weight": Decimal("15.5")})
    tinydb = TinyDB(store.folder / MAIN, storage=DossierStorage)
    children = tinydb.table("children")
    tinydb.storage.read()["children"].clear()  # type: ignore[index]
    (child,) = children.search(where("record").name == "Bình")
    child["record"]["name"] = "Khác"
    children.update({"ref": "c0009"}, doc_ids=[2])
    with store.open(YEAR, write=False) as reopened:
        assert list(reopened.dossier.content.records("children")) == ["c0001", "c0009"]
        assert reopened.dossier.content.value(("children", "c0009", "name")) == "Bình"
        assert reopened.dossier.seq == 2
    assert len(list((store.folder / "backups").glob("*.json"))) == 1


def test_a_generation_is_asked_and_never_written(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        for text in "12":
            session.dossier.set(PHONE, text)
            session.fold()
    (generation,) = (store.folder / "backups").glob("*.json")
    before = generation.read_bytes()
    facility = TinyDB(generation, storage=DossierStorage).table("facility")
    assert facility.all() == [{"phone": "1"}]
    with pytest.raises(StorageError, match="chỉ đọc được"):
        facility.update({"phone": "2"})
    assert generation.read_bytes() == before


@pytest.mark.slow
def test_a_file_of_the_older_program_is_read_and_kept_as_a_generation(old: Path) -> None:
    before = (old / MAIN).read_bytes()
    with Store(old).open(YEAR, write=False) as session:
        assert session.notices == []
        assert session.dossier.content.value(PHONE) == "0901"
        assert list(session.dossier.content.records("children")) == [f"c{n:04}" for n in range(1, 12)]
    with Store(old, lambda: START_DAY).open(YEAR, write=True) as session:
        content = session.dossier.content
        assert session.notices == []
    (generation,) = (old / "backups").glob("*.json")
    assert generation.name == "2019-2020.000002.2019-09-19.json"
    assert generation.read_bytes() == before
    header, tables = decode_main((old / MAIN).read_bytes(), MAIN)
    assert (header.generation, header.seq) == (3, 15)
    assert tables == tables_of(content)
    # the same bytes as the older program would write
    assert (old / MAIN).read_bytes() == encode_main(header, tables_of(content))


@pytest.mark.promise("R10")
def test_a_newer_schema_is_refused_by_tinydb_too(old: Path) -> None:
    raw = (old / MAIN).read_bytes()
    import forms.store.main_file as main_file

    header, tables = decode_main(raw, MAIN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main_file, "SCHEMA", main_file.SCHEMA + 1)
        newer = encode_main(header, tables)
    (old / MAIN).write_bytes(newer)
    tinydb = TinyDB(old / MAIN, storage=DossierStorage)
    for use in (tinydb.tables, lambda: tinydb.table("facility").insert({"phone": "1"})):
        with pytest.raises(NewerSchema):
            use()
    assert (old / MAIN).read_bytes() == newer


@pytest.mark.parametrize("write", [False, True])
def test_parts_stand_in_the_order_of_the_tables_whoever_opens(store: Store, write: bool) -> None:
    """What a package changes in a reopened dossier is a Change with its edits in this order."""
    with store.open(YEAR, write=True) as session:
        for place in reversed(FORM.list_places):
            session.dossier.set((place, f"{place[0]}0001"), {"name": "Hoa"})
        session.dossier.set(PHONE, "0901")
        session.dossier.set(("notes", "T4", "203", "TONG"), "xem lại")
        session.fold()
    with store.open(YEAR, write=write) as reopened:
        assert list(reopened.dossier.content.tree)[-4:] == ["facility", *FORM.list_places]


def change(dossier: Dossier, random: Random, number: int) -> None:
    """Records come, go and come back, in every list; parts beside them too."""
    place = random.choice(FORM.list_places)
    record = (place, f"{place[0]}{random.randrange(12):04}")
    match random.randrange(6):
        case 0:
            dossier.set(record, {"name": f"Tên {number}"})
        case 1:
            dossier.set(record, None)
        case 2:
            dossier.set(PHONE, random.choice([None, str(number)]))
        case 3:
            dossier.set(("notes", "T4", "203", "TONG"), str(number))
        case 4:
            dossier.undo()
        case _:
            dossier.redo()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_every_fold_holds_just_the_content(store: Store, clock: Clock, seed: int) -> None:
    random = Random(seed)
    session = store.open(YEAR, write=True)
    for number in range(120):
        change(session.dossier, random, number)
        if random.random() < 0.4:
            session.fold()
            content = session.dossier.content
            if session.dossier.seq:
                header, _ = decode_main((store.folder / MAIN).read_bytes(), MAIN)
                assert header.seq == session.dossier.seq
                assert (store.folder / MAIN).read_bytes() == encode_main(header, tables_of(content))
        if random.random() < 0.1:
            session.close()
            session = store.open(YEAR, write=True)
            assert session.notices == []
    session.close()


def test_a_fold_that_failed_is_made_up_for_by_the_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def fail(*_: object) -> None:
        raise OSError(5, "on purpose")

    with store.open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0001"), {"name": "Hoa"})
        session.fold()
        session.dossier.set(("children", "c0001", "name"), "Lan")
        monkeypatch.setattr(os, "replace", fail)
        with pytest.raises(StorageError, match="an toàn trong nhật ký"):
            session.fold()
        monkeypatch.setattr(os, "replace", real)
        session.fold()
        children = TinyDB(store.folder / MAIN, storage=DossierStorage).table("children")
        assert [child["record"]["name"] for child in children] == ["Lan"]


def test_gaps_in_the_ids_are_closed_by_the_next_fold(tmp_path: Path) -> None:
    tables: Tables = {
        "report": {"1": {"school_year": "2019-2020"}},
        "children": {"2": {"ref": "c0001", "record": {}}, "9": {"ref": "c0002", "record": {}}},
    }
    path = tmp_path / MAIN
    path.write_bytes(encode_main(Header(1, 0, START, "2019-09-19T08:12:00"), tables))
    file = Database(path, lambda: START_DAY)
    main = file.read()
    assert main is not None
    assert list(main.content.records("children")) == ["c0001", "c0002"]
    file.fold(main.content, 1, START)
    assert list(decode_main(path.read_bytes(), MAIN)[1]["children"]) == ["1", "2"]


def test_the_writer_reads_and_folds_through_tinydb(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tables: list[str] = []
    real = TinyDB.table

    def table(self: TinyDB, name: str, **options: Any) -> Any:
        tables.append(name)
        return real(self, name, **options)

    monkeypatch.setattr(TinyDB, "table", table)
    with store.open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0001"), {"name": "Hoa"})
    assert "children" in tables
    tables.clear()
    with store.open(YEAR, write=True):
        assert "children" in tables
