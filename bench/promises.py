"""Faults and bad input by which nothing may be lost, and the tests of each: ``python -m bench.promises [--list]``.

A test says which of them it is about: ``@pytest.mark.promise("R7")``. Exit status 1 when one has no test.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections import defaultdict
from collections.abc import Iterable

import pytest

FAULTS = {
    "R1": "killed at random moments while saving",
    "R2": "ended at every step of a write; every call to the system fails once with each error",
    "R3": "main file and journal cut, emptied, zeroed, a bit turned round",
    "R4": "main file and newest generation damaged; everything damaged",
    "R5": "disk full, quota, largest size of a file, no more names",
    "R6": "folder or file that is only read; the stick goes during a backup",
    "R7": "two sessions; a holder that was killed or stands still",
    "R8": "line, terminal or session goes; signals; the program stands still and goes on",
    "R9": "clock set back, to 1970, other zone, summer time, end of the year",
    "R10": "file of a newer version, of every older one; killed while it is brought up",
    "R11": "restored on another computer; disks without links, modes, capital letters",
    "R12": "window of any size, while a value is typed",
    "R13": "locale, encoding, kind of terminal",
    "R14": "pasted: sequences, controls, direction, megabytes",
    "R15": "markup as a name",
    "R16": "composed and decomposed letters, VNI, TCVN3",
    "R17": "numbers that are none",
    "R18": "leading zeros, twelve digits",
    "R19": "formulas as texts",
    "R20": "files that unpack without end",
    "R21": "entities without end",
    "R22": "a sheet that tells a wrong size",
    "R23": "texts longer than a cell, characters that no workbook holds",
    "R24": "renamed, locked, merged, hidden, macros, 1904",
    "R25": "file names that lead elsewhere; links",
    "R26": "modes of every file whatever the umask",
    "R27": "names of persons in logs, messages of failures, titles of windows",
    "R28": "print, workbook and screen say the same",
    "R29": "random keys",
    "R30": "thousands of edits: memory and disk stay bounded",
    "R31": "an export that is killed; a target that is held open",
    "R32": "two versions on one file",
}


class Gathered:
    """A plugin of pytest that takes down which tests are about which faults."""

    def __init__(self) -> None:
        self.tests: dict[str, list[str]] = defaultdict(list)

    def pytest_collection_modifyitems(self, items: Iterable[pytest.Item]) -> None:
        """Take them down."""
        for item in items:
            for mark in item.iter_markers("promise"):
                for fault in mark.args:
                    self.tests[fault].append(item.nodeid)


def gathered() -> dict[str, list[str]]:
    """Fault → tests of it, each set of parameters one."""
    plugin = Gathered()
    with contextlib.redirect_stdout(io.StringIO()) as told:
        status = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", "tests"], plugins=[plugin])
    if status:
        sys.exit(told.getvalue())
    return plugin.tests


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", action="store_true", help="also the tests")
    options = parser.parse_args()
    tests = gathered()
    for fault, what in FAULTS.items():
        names = sorted({name.partition("[")[0] for name in tests[fault]})
        print(f"{fault:4} {len(names):3} tests {len(tests[fault]):5} cases  {what}")
        if options.list:
            print(*(f"       {name}" for name in names), sep="\n")
    unknown = sorted(tests.keys() - FAULTS.keys())
    lacking = [fault for fault in FAULTS if not tests[fault]]
    print(f"{len(FAULTS) - len(lacking)} of {len(FAULTS)}", *lacking, *unknown)
    return 1 if lacking or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
