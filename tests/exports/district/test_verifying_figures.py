"""A package without records handed in again: what agrees with what was sent, and what somebody changed in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from exports.district.verification import Verdict, verify_file
from forms.dossier.content import Content
from forms.model.values import dumps, loads
from forms.package.withheld.withheld_words import LEFT_OUT
from forms.package.writer import package_hash
from tests.builders import cells, example, record, then
from tests.exports.sendings import FIGURES, Sending, send

pytestmark = pytest.mark.slow

NAME = str(example().records("children")["c0001"]["name"])


@pytest.fixture(scope="module")
def sent() -> Sending:
    """The worked example sent, with typed figures, a reason that names a child, and words that name nobody."""
    beside = {
        "reasons": {"T2": {"120": {"TU_THUC.total": f"có cả {NAME}"}}},
        "explanations": {"W02": {"facility": "đã báo phòng"}},
    }
    return send(then(cells("T2", 120, total=3))(Content({**example().tree, **beside})))


def verdict(data: bytes, *known: Any) -> Verdict:
    return verify_file(Path("gói.json"), data, known)


def wrong(found: Verdict) -> str:
    return "; ".join(finding.text for finding in found.findings if finding.agrees is False)


def test_what_was_sent_agrees_here_and_elsewhere(sent: Sending) -> None:
    data = sent.files[FIGURES]
    found = verdict(data, sent.kept)
    assert found.agrees, found
    assert (found.revision, found.code) == (1, sent.kept.sent.code)
    texts = [finding.text for finding in found.findings]
    assert "gói lập từ đúng hồ sơ của bản 1 trên máy này" in texts
    assert "giống bản 1 đã gửi trên máy này" in texts
    assert "tệp y nguyên như lúc gửi bản 1" in texts
    counts = [len(sent.content.records(place)) for place in ("classes", "children", "staff")]
    told = "gói số liệu, không mang hồ sơ; gói ghi: {} nhóm, lớp, {} trẻ, {} người".format(*counts)
    assert [finding.text for finding in found.findings if finding.agrees is None] == [told]
    alone = verdict(data)
    assert alone.agrees
    assert NAME not in data.decode() and LEFT_OUT in data.decode()


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "cell": (lambda p: p["cells"]["T4"].update({"203": {"TU_THUC.permanent": 9}}), "Biểu 4, mã 203"),
    "figure": (
        lambda p: p["figures"]["T4"]["203"].update({"TU_THUC.permanent": 9}),
        "khác số tính từ các ô của gói",
    ),
    "reason": (lambda p: p["reasons"]["T2"]["120"].update({"TU_THUC.total": "khác"}), "lý do"),
    "explanation": (lambda p: p["explanations"]["W02"].update(facility="khác"), "Giải trình"),
    "hash": (lambda p: p["records"].update(hash="0" * 64), "gói lập từ hồ sơ khác"),
    "count": (lambda p: p["counts"]["records"].update(children=1), "gói lập từ hồ sơ khác"),
    "sender": (lambda p: p.update(sent_by="Người Khác"), "lúc gửi và người xác nhận"),
    "name": (lambda p: p["facility"].update(name="Nhóm khác"), "Tên trường học"),
}


@pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)
def test_what_was_changed_and_sealed_again_is_found_by_the_dossier(
    sent: Sending, change: Callable[[dict[str, Any]], Any], said: str
) -> None:
    package: dict[str, Any] = loads(sent.files[FIGURES])
    change(package)
    package["package_hash"] = package_hash(package)
    found = verdict((dumps(package, indent=1, sort=False) + "\n").encode(), sent.kept)
    assert not found.agrees
    assert said.lower() in wrong(found).lower()


def test_a_changed_character_anywhere_is_found(sent: Sending) -> None:
    text, chance = sent.files[FIGURES].decode(), Random(849)
    for _ in range(60):
        at = chance.randrange(len(text))
        new = chance.choice([sign for sign in "07afẳ \n" if sign != text[at]])
        changed = chance.choice(
            (text[:at] + new + text[at + 1 :], text[:at] + text[at + 1 :], text[:at] + new + text[at:])
        )
        for known in ((sent.kept,), ()):
            assert changed == text or not verdict(changed.encode(), *known).agrees, at


def test_of_other_records_with_the_same_figures_it_is_told(sent: Sending) -> None:
    other = send(record("children/c0003", phone="0912345678")(example()))
    found = verdict(other.files[FIGURES], send(example()).kept)
    assert "gói lập từ hồ sơ khác hồ sơ của bản 1 trên máy này" in wrong(found)
