"""Puts a form of the tests in force, in the place of those of the program: in this process, for a command, for a started process.

``python -m tests.foreign_sets.in_force NAME WORD...`` is ``nhomtre WORD...`` where the form is the only one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from subprocess import Popen

from exports.processes import launching
from exports.processes.life_line import next_order
from forms import sets
from forms.sets.form_set import FormSet

NAMES = sorted(path.parent.name for path in Path(__file__).parent.glob("*/form.py"))


def put_in_force(name: str) -> FormSet:
    """The form of that folder is the only one from now on; it must come before anything asks for one."""
    module = import_module(f"tests.foreign_sets.{name}.form")
    form: FormSet = module.FORM
    sets.SETS.clear()
    sets.SETS[form.name] = sets.Registered(module.YEAR, lambda: form)
    return form


@contextmanager
def running_with(name: str, module: str, *orders: object) -> Iterator[Popen[bytes]]:
    """As ``launching.running``, in a process where the form is in force."""
    with launching.running(__name__, [name, module], *orders) as process:
        yield process


def main() -> int:
    """What a process does that ``running_with`` started."""
    name, module = next_order()
    put_in_force(name)
    status: int = import_module(module).main()
    return status


if __name__ == "__main__":
    put_in_force(sys.argv[1])
    from tui.cli.main import main as nhomtre

    sys.exit(nhomtre(sys.argv[2:]))
