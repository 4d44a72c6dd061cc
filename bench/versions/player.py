"""Carries out steps with the installed ``nhomtre`` of the interpreter that runs it. Standard library only.

``python -P player.py STEPS.json``: {"scenario": [step...]}. Every step runs in a forked process of its own, in the folder
``SCENARIO/files``; what it printed and its status stand in ``SCENARIO/printed/NAME.{out,err,status}``. Steps:

- {"run": name, "arguments": [...]}: the command line
- {"copy": [pattern, target]}: files that came out, to be read again under another name
- {"change": [pattern, old, new]}: a text replaced in such a file

In arguments «glob:PATTERN» is the first file of that pattern, «code:PATTERN» the check code that stands in it, and
«explain:NAME» the option --explain for each warning that the step NAME listed.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sys
import time
import traceback
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

PATIENCE = 300.0
"""Seconds by the clock after which a step is taken for hanging."""
STEP = 60
"""Seconds between the fixed times of two steps."""
MODULES = "modules.txt"


def _first(pattern: str) -> Path | None:
    return next(iter(sorted(Path().glob(pattern))), None)


def _expanded(argument: str, printed: Path) -> Iterator[str]:
    kind, _, rest = argument.partition(":")
    match kind:
        case "glob":
            yield str(_first(rest) or rest)
        case "code":
            path = _first(rest)
            yield json.loads(path.read_text("utf-8")).get("check_code", "none") if path else "none"
        case "explain":
            issues = json.loads((printed / f"{rest}.out").read_text("utf-8") or "[]")
            for rule in sorted({issue["rule"] for issue in issues if issue["severity"] == "warning"}):
                yield from ("--explain", f"{rule}=đã xem, đúng như vậy")
        case _:
            yield argument


def _child(name: str, arguments: list[str], printed: Path, modules: Path) -> int:
    """In the forked process: run the command line; its exit status."""
    for descriptor, ending in ((1, "out"), (2, "err")):
        os.dup2(os.open(printed / f"{name}.{ending}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
    sys.argv = ["nhomtre", *arguments]
    status: Any
    try:
        (entry,) = {
            point.value: point for point in entry_points(group="console_scripts", name="nhomtre")
        }.values()
        status = entry.load()()
    except SystemExit as stop:
        status = stop.code
    except BaseException:
        traceback.print_exc()
        status = 99
    sys.stdout.flush()
    sys.stderr.flush()
    modules.write_text("\n".join(sys.modules), "utf-8")
    return status if isinstance(status, int) else 0 if status is None else 1


def _run(name: str, arguments: list[str], printed: Path, modules: Path) -> None:
    child = os.fork()
    if not child:
        status = 98
        try:
            status = _child(name, arguments, printed, modules)
        finally:
            os._exit(status)
    start = time.monotonic()
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() - start > PATIENCE:
            os.kill(child, 9)
            _, status = os.waitpid(child, 0)
            break
        time.sleep(0.005)
    (printed / f"{name}.status").write_text(f"{arguments}\n{os.waitstatus_to_exitcode(status)}\n", "utf-8")
    _load(modules)


def _load(modules: Path) -> None:
    """What a step imported is imported here once, so that the next ones need not."""
    for name in modules.read_text("utf-8").splitlines() if modules.exists() else ():
        if name not in sys.modules and not name.startswith(("__", "textual")):
            try:
                importlib.import_module(name)
            except ImportError:  # a name that some library made up
                continue


def play(steps: list[dict[str, Any]], folder: Path, clock: int) -> None:
    """All steps of a scenario, a minute apart from *clock* on."""
    files, printed = folder / "files", folder / "printed"
    files.mkdir(parents=True)
    printed.mkdir()
    os.chdir(files)
    os.environ["HOME"] = str(files / "home")
    for number, step in enumerate(steps, 1):
        os.environ["FIXED_CLOCK"] = str(clock + number * STEP)
        if "run" in step:
            arguments = [given for argument in step["arguments"] for given in _expanded(argument, printed)]
            _run(step["run"], arguments, printed, folder.parent / MODULES)
        elif "copy" in step:
            pattern, target = step["copy"]
            for path in sorted(Path().glob(pattern)):
                to = Path(target) if Path(target).suffix else Path(target) / path.name
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, to)
        else:
            pattern, old, new = step["change"]
            for path in sorted(Path().glob(pattern)):
                path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))


def main() -> None:
    """Every scenario of the file, in folders of the current one."""
    here, clock = Path.cwd(), int(os.environ["FIXED_CLOCK"])
    for name, steps in json.loads(Path(sys.argv[1]).read_text("utf-8")).items():
        play(steps, here / name, clock)


if __name__ == "__main__":
    main()
