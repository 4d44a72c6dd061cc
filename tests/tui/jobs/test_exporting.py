"""Exports: a kind and a goal in, files out, or why there are none."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import pytest

from forms.model.errors import StorageError
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import MAKERS, Destination, destination, export
from tui.jobs.workspace import Workspace


def test_a_file_goes_among_the_exports_under_a_name_of_its_own(
    training: Workspace, notices: list[str]
) -> None:
    (written,) = export(training, ExportKind.JSON, Destination(), notices.append)
    assert written.path.parent == training.folder / "exports" / "2019-2020"
    assert written.path.name.endswith("_tap-huan.json")
    assert (notices, written.notice) == ([], "")


def test_a_chosen_file_is_that_file_and_a_folder_gets_a_file_for_each_list(
    training: Workspace, tmp_path: Path, notices: list[str]
) -> None:
    chosen = destination(str(tmp_path / "goi.json"))
    assert chosen == Destination(file=tmp_path / "goi.json")
    assert [w.path for w in export(training, ExportKind.JSON, chosen, notices.append)] == [chosen.file]
    assert destination(f"{tmp_path}{os.sep}") == destination(str(tmp_path)) == Destination(folder=tmp_path)
    missing = export(training, ExportKind.MISSING, Destination(file=tmp_path / "thieu.txt"), notices.append)
    assert [w.path.name for w in missing] == ["thieu.txt"]


@pytest.mark.slow
def test_progress_of_a_print_ends_with_its_last_page(training: Workspace, notices: list[str]) -> None:
    steps: list[tuple[int, int]] = []
    list(
        export(
            training,
            ExportKind.PDF,
            Destination(),
            notices.append,
            lambda done, total: steps.append((done, total)),
        )
    )
    assert [done for done, _ in steps] == list(range(1, steps[-1][1] + 1))


def test_without_a_dossier_there_is_nothing_to_export(nothing: Workspace, notices: list[str]) -> None:
    with pytest.raises(StorageError, match="Chưa có hồ sơ"):
        list(export(nothing, ExportKind.PDF, Destination(), notices.append))
    assert not nothing.folder.exists()


@pytest.mark.usefixtures("no_room")
def test_what_cannot_be_written_is_an_error(training: Workspace, notices: list[str]) -> None:
    with pytest.raises(StorageError, match="Đĩa đầy"):
        list(export(training, ExportKind.JSON, Destination(), notices.append))


@pytest.mark.slow
@pytest.mark.parametrize("maker", MAKERS)
def test_what_writes_files_stands_under_its_name(maker: str) -> None:
    module, _, name = maker.rpartition(".")
    assert getattr(import_module(module), name).__module__ == module
