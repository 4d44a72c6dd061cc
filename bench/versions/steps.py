"""The steps of a comparison, by scenario, as ``player`` carries them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.versions import inputs

Steps = list[dict[str, Any]]

INPUTS = "../../../inputs"
DAY = "2019-09-19"
YEAR = "2019-2020"
COMMANDS = (
    "import", "derive", "tables", "check", "roll", "export", "fill", "send", "answer", "diff", "verify", "combine",
)  # fmt: skip
EXPORTS = ("pdf", "xlsx", "rosters", "missing", "json")
SENT = "data/exports/2019-2020/ban-1"
WRONG: tuple[Sequence[str], ...] = (
    ("nothing",),
    ("import",),
    ("import", "../nowhere.json"),
    ("import", "."),
    ("import", ""),
    ("export",),
    ("export", "docx"),
    ("export", "pdf", "-o"),
    ("export", "pdf", "-o", "no/such/folder/x.pdf"),
    ("export", "pdf", "-o", "."),
    ("--year", "2019", "check"),
    ("--year", "2019-2021", "check"),
    ("--year", "2030-2031", "check"),
    ("--today", "31/02/2019", "check"),
    ("--reset", "check"),
    ("--office", "x", "check"),
    ("--unknown", "check"),
    ("--at", "T9.1"),
    ("--data", "", "check"),
    ("roll",),
    ("roll", "--to", "2018-2019"),
    ("roll", "--to", "2025-2026"),
    ("send",),
    ("send", "--by", " "),
    ("send", "--by", "A", "--explain", "W02"),
    ("send", "--by", "A", "--explain", "W99=lời"),
    ("answer", "approve", "--by", "Phòng"),
    ("answer", "xxx"),
    ("answer", "reject"),
    ("answer", "reject", "--note", "x", "--at", "T9.999=x"),
    ("diff", "7", "8"),
    ("diff", "x"),
    ("verify", "0000-0000-0000-0000"),
    ("verify", "???"),
    ("verify", "nowhere.json"),
    ("fill", "nowhere.xlsx"),
    ("combine",),
    ("combine", "nowhere"),
    ("combine", ".", "-o", "x.doc"),
    ("combine", ".", "--progress-list", "x.pdf"),
)


def _run(name: str, *arguments: str, data: str = "data", day: str = DAY) -> dict[str, Any]:
    return {"run": name, "arguments": ["--data", data, "--today", day, *arguments]}


def _demo(name: str, *arguments: str) -> dict[str, Any]:
    return {"run": name, "arguments": ["--data", "data", "--demo", *arguments]}


def facility(number: int, name: str, *, has_before: bool, has_answer: bool) -> Steps:
    """One facility from its first import over two sendings to the next school year."""
    source = f"{INPUTS}/{name}"
    steps: Steps = []
    if has_before:
        steps += [
            _run("last year - import", "import", f"{source}/before.json", day="2018-09-19"),
            _run("last year - send", "send", "--by", "Người Mẫu Gửi", day="2018-09-20"),
            _run("last year - roll --dry-run", "roll", "--to", YEAR, "--dry-run"),
            _run("last year - roll", "roll", "--to", YEAR),
            _run("last year - check --json after roll", "check", "--json"),
        ]
    steps += [
        _run("import --dry-run", "import", f"{source}/package.json", "--dry-run"),
        _run("import", "import", f"{source}/package.json", "--replace"),
        _run("import again", "import", f"{source}/package.json", "--replace"),
        *_figures("before sending"),
        *(_run(f"export {kind}", "export", kind) for kind in EXPORTS),
        *(_run(f"export {kind} -o", "export", kind, "-o", f"draft.{_ending(kind)}") for kind in EXPORTS),
        _run("export json -o -", "export", "json", "-o", "-"),
        _run("export pdf --blank", "export", "pdf", "--blank", "-o", "blank.pdf"),
        _run("export xlsx --blank", "export", "xlsx", "--blank", "-o", "blank.xlsx"),
        _run("verify a draft print", "verify", "draft.pdf"),
        _run("verify a draft package", "verify", "draft.json", "--json"),
        _run("diff before sending", "diff", "--json"),
        *([_run("send", "send", "--by", "Người Mẫu Gửi", day="2019-09-20")] if number % 2 == 0 else []),
        _run(
            "send explained",
            "send",
            "--by",
            "Người Mẫu Gửi",
            "explain:check --json before sending",
            day="2019-09-20",
        ),
        _run("check after sending", "check"),
        *(
            _run(f"verify sent {kind}", "verify", f"glob:{SENT}/*.{kind}", "--json")
            for kind in ("json", "xlsx", "pdf")
        ),
        _run("verify sent code", "verify", f"code:{SENT}/*.json"),
        _run("import over sent", "import", f"{source}/changed.json"),
    ]
    by_file = has_answer and number % 2 == 0
    if by_file:
        steps.append(_run("answer FILE", "answer", f"{source}/answer.json", day="2019-09-22"))
    else:
        steps.append(_run("answer", "answer", *_move(number), day="2019-09-22"))
    if has_answer:
        steps += [
            _run("answer FILE again", "answer", f"{source}/answer.json", day="2019-09-23"),
            {"copy": [f"{source}/answer.json", "changed-answer.json"]},
            {"change": ["changed-answer.json", "Rà lại", "Ra lai"]},
            _run("answer changed FILE", "answer", "changed-answer.json", day="2019-09-23"),
        ]
    steps += [
        _run("answer unlock", "answer", "unlock", "--by", "Phòng Mẫu", day="2019-09-23"),
        _run("import corrected", "import", f"{source}/changed.json", day="2019-09-24"),
        _run("diff", "diff", day="2019-09-24"),
        _run("diff --json", "diff", "--json", day="2019-09-24"),
        _run("derive corrected", "derive", "--json", day="2019-09-24"),
        _run("check --json corrected", "check", "--json", day="2019-09-24"),
        _run("export pdf corrected", "export", "pdf", "-o", "corrected.pdf", day="2019-09-24"),
        _run(
            "send again", "send", "--by", "Người Mẫu Gửi", "explain:check --json corrected", day="2019-09-25"
        ),
        _run("diff of two sendings", "diff", "1", "2", "--json", day="2019-09-25"),
        _run("verify older print", "verify", f"glob:{SENT}/*.pdf", day="2019-09-25"),
        _run("answer approve", "answer", "approve", "--by", "Phòng Mẫu", day="2019-09-26"),
        _run("answer lock", "answer", "lock", "--by", "Phòng Mẫu", day="2019-09-26"),
        _run("import rosters elsewhere", "import", "draft.rosters.xlsx", "--accept-valid", data="other"),
        _run("check --json of rosters", "check", "--json", data="other"),
        _run("tables --json of rosters", "tables", "--json", data="other"),
        _run("fill own rosters", "fill", "draft.rosters.xlsx", "-o", "filled.xlsx"),
        _run(
            "fill a template",
            "fill",
            f"{INPUTS}/books/mau-{number % 10}{'.xlsm' if number % 10 == 6 else '.xlsx'}",
        ),
        _run("roll --dry-run", "roll", "--to", "2020-2021", "--dry-run", day="2020-08-20"),
        _run("roll", "roll", "--to", "2020-2021", day="2020-08-20"),
        _run("check --json rolled", "check", "--json", day="2020-09-10"),
        _run("export missing rolled", "export", "missing", "-o", "rolled-missing.xlsx", day="2020-09-10"),
        _run("export pdf rolled", "export", "pdf", "-o", "rolled.pdf", day="2020-09-10"),
        _run("start without a screen"),
    ]
    return steps


def _ending(kind: str) -> str:
    return {"rosters": "rosters.xlsx", "missing": "missing.xlsx"}.get(kind, kind)


def _move(number: int) -> tuple[str, ...]:
    return (
        ("reject", "--note", "Rà lại biểu 4", "--by", "Phòng Mẫu", "--at", "T4.203=thiếu phòng"),
        ("approve", "--by", "Phòng Mẫu", "--note", "đủ"),
        ("lock", "--by", "Phòng Mẫu"),
    )[number // 3 % 3]


def _figures(when: str) -> Steps:
    return [
        _run(f"derive --json {when}", "derive", "--json"),
        _run(f"derive {when}", "derive"),
        _run(f"tables {when}", "tables"),
        _run(f"tables --json {when}", "tables", "--json"),
        _run(f"check {when}", "check"),
        _run(f"check --json {when}", "check", "--json"),
    ]


def training() -> Steps:
    """The training copy: everything that can be done with it."""
    return [
        _demo("demo start"),
        *(_demo(f"demo {' '.join(words)}", *words) for words in (
            ("check",), ("check", "--json"), ("tables",), ("tables", "--json"), ("derive",), ("derive", "--json"),
        )),
        *(_demo(f"demo export {kind}", "export", kind) for kind in EXPORTS),
        *(_demo(f"demo export {kind} -o", "export", kind, "-o", f"demo.{_ending(kind)}") for kind in EXPORTS),
        _demo("demo fill", "fill", f"{INPUTS}/books/mau-0.xlsx", "-o", "demo-filled.xlsx"),
        _demo("demo send", "send", "--by", "Người Mẫu Gửi"),
        _demo("demo send explained", "send", "--by", "Người Mẫu Gửi", "explain:demo check --json"),
        _demo("demo diff", "diff"),
        _demo("demo answer", "answer", "reject", "--note", "Rà lại", "--by", "Phòng Mẫu"),
        _demo("demo verify", "verify", "demo.pdf"),
        _demo("demo roll", "roll", "--to", "2020-2021"),
        _demo("demo reset", "--reset", "check"),
    ]  # fmt: skip


def books(folder: Path) -> Steps:
    """Every workbook and refused package, taken in over the worked example."""
    steps = [_run("import the example", "import", f"{INPUTS}/packages/mau.json")]
    for path in sorted((folder / "packages").iterdir()):
        steps.append(_run(f"import {path.name}", "import", f"{INPUTS}/packages/{path.name}"))
    for path in sorted((folder / "books").iterdir()):
        source = f"{INPUTS}/books/{path.name}"
        steps.append(_run(f"import --dry-run {path.name}", "import", source, "--dry-run"))
        steps.append(_run(f"verify {path.name}", "verify", source))
        if path.name.startswith("mau"):
            steps.append(_run(f"fill {path.name}", "fill", source, "-o", f"filled-{path.name}"))
        elif path.name.startswith("xau"):
            steps.append(_run(f"fill {path.name}", "fill", source, "-o", "never.xlsx"))
    steps.append(_run("import danh-sach.csv", "import", f"{INPUTS}/books/danh-sach.csv", "--accept-valid"))
    steps.append(_run("import ho-so.xlsx", "import", f"{INPUTS}/books/ho-so.xlsx", data="empty"))
    return steps


def rules(names: Iterable[str]) -> Steps:
    """What trips each rule: its issues in words and as JSON."""
    steps: Steps = []
    for name in names:
        data = f"data-{name}"
        steps.append(_run(f"rule import {name}", "import", f"{INPUTS}/rules/{name}.json", data=data))
        steps.append(_run(f"rule check {name}", "check", data=data))
        steps.append(_run(f"rule check --json {name}", "check", "--json", data=data))
    return steps


def office() -> Steps:
    """What facilities sent, added up."""
    folder = f"{INPUTS}/office"
    return [
        _run("combine", "combine", folder),
        _run("combine --json", "combine", folder, "--json"),
        _run("combine -o xlsx", "combine", folder, "-o", "sum.xlsx"),
        _run("combine -o pdf", "combine", folder, "-o", "sum.pdf"),
        _run("combine --progress-list", "combine", folder, "--progress-list", "list.xlsx"),
        _run("combine files", "combine", f"{folder}/goi-0.json", f"{folder}/bieu-9.xlsx", "--json"),
        _run("combine one twice", "combine", f"{folder}/goi-0.json", f"{folder}/goi-0.json"),
    ]


def words() -> Steps:
    """Help of every command, and wrong arguments; on an empty folder and on one with a report."""
    return [
        {"run": "help", "arguments": ["--help"]},
        *({"run": f"help {command}", "arguments": [command, "--help"]} for command in COMMANDS),
        _run("start in an empty folder"),
        *(_run(f"wrong empty {' '.join(given).replace('/', '_')}", *given) for given in WRONG),
        *(_run(f"empty {command}", command) for command in ("check", "tables", "derive", "diff")),
        _run("import the example", "import", f"{INPUTS}/packages/mau.json"),
        *(_run(f"wrong {' '.join(given).replace('/', '_')}", *given) for given in WRONG),
    ]


def write_all(folder: Path, count: int) -> dict[str, Steps]:
    """Write the inputs into *folder*; the scenarios by name."""
    scenarios: dict[str, Steps] = {}
    inputs.write_books(folder / "books")
    inputs.write_packages(folder / "packages")
    (folder / "office").mkdir()
    inputs.write_office(folder / "office")
    scenarios["training"] = training()
    scenarios["words"] = words()
    scenarios["books"] = books(folder)
    scenarios["office"] = office()
    (folder / "rules").mkdir()
    names = []
    for name, data in inputs.rule_packages():
        (folder / "rules" / f"{name}.json").write_bytes(data)
        names.append(name)
    scenarios["rules"] = rules(names)
    for number, made in enumerate(inputs.facilities(count)):
        place = folder / made.name
        place.mkdir()
        parts = {
            "package": made.package,
            "changed": made.changed,
            "before": made.before,
            "answer": made.answer,
        }
        for name, part in parts.items():
            if part is not None:
                (place / f"{name}.json").write_bytes(part)
        scenarios[made.name] = facility(
            number, made.name, has_before=made.before is not None, has_answer=made.answer is not None
        )
    return scenarios
