"""Two installed versions used in turn on one data folder: ``python -m bench.versions.turns --old PYTHON --new PYTHON [--turns 30]``.

Whatever the order, a version either does what was asked for or refuses in a sentence and leaves every file as it was; the newer one
always goes on. Exit status 1 when anything else happens.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.builders import example_package

NOT_DONE = 3
NOTES = (".lock", ".holder", ".request", ".tmp")
"""Names of what whoever opens to write leaves beside a dossier."""


def main() -> int:
    """Take turns, print what each version did."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--old", type=Path, required=True, help="a Python in whose environment the older version is installed"
    )
    parser.add_argument("--new", type=Path, required=True)
    parser.add_argument("--turns", type=int, default=30)
    options = parser.parse_args()
    versions = {"old": options.old.absolute(), "new": options.new.absolute()}
    chance, told, wrong = random.Random(849), Counter[str](), 0
    with tempfile.TemporaryDirectory() as made:
        folder, package = Path(made) / "data", Path(made) / "package.json"
        phone = ""
        for turn in range(options.turns):
            which = "old" if not turn else chance.choice(("old", "new"))
            wanted = f"09{turn:08}"
            contents = example_package()
            contents["facility"]["phone"] = wanted
            package.write_text(json.dumps(contents, default=str), "utf-8")
            words = chance.choice((("import", str(package)), ("derive",), ("check",), ("tables",)))
            words = ("import", str(package)) if not turn else words
            before = _files(folder)
            run = _run(versions[which], folder, *words)
            phone = wanted if words[0] == "import" and run.returncode == 0 else phone
            outcome = "done" if run.returncode in (0, 1) else "refused"
            told[f"{which} {words[0]}: {outcome}"] += 1
            is_clean = "Traceback" not in run.stderr and bool(
                run.stderr.strip() or run.returncode != NOT_DONE
            )
            is_left = run.returncode != NOT_DONE or before == _files(folder)
            seen = _run(versions["new"], folder, "export", "json", "-o", "-")
            is_right = seen.returncode == 0 and json.loads(seen.stdout)["facility"]["phone"] == phone
            if not (is_clean and is_left and is_right):
                wrong += 1
                print("WRONG", turn, which, *words, run.returncode, run.stderr, seen.stderr, file=sys.stderr)
    for what, count in sorted(told.items()):
        print(f"{what:24} {count}")
    print(f"{options.turns} turns, {wrong} wrong")
    return 1 if wrong else 0


def _run(python: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = (
        "import sys, importlib\n"
        "cli = importlib.import_module('tui.cli')\n"
        "main = getattr(cli, 'main', None)\n"
        "main = main if callable(main) else importlib.import_module('tui.cli.main').main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [python, "-c", program, "--data", str(folder), "--today", "2019-09-19", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder.parent,
    )


def _files(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(NOTES)
    }


if __name__ == "__main__":
    sys.exit(main())
