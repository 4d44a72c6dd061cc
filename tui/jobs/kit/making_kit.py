"""Makes the kit: the program's wheel, those of the libraries for every machine, the scripts that install them.

The libraries are those versions that run here: what is installed from the kit is what was tried. They are fetched by
``pip``, with its own settings; nothing is compiled, neither here nor there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import metadata, resources
from pathlib import Path

from exports.processes.launching import ends_well
from forms.model.errors import Refused, StorageError
from forms.store.system import system_calls
from tui.jobs import kit
from tui.jobs.kit.machines import EVERY_TARGET, MACHINES, VERSIONS, Machine, Target
from tui.jobs.kit.own_wheel import own_wheel
from tui.texts.sessions import kit_words

PROGRAM = "nhomtre"
WHEELS = "wheels"
TRIED = "versions.txt"
"""Among the wheels: which of each library is fetched and installed; of an older kit, others may lie beside them."""
INSTALLER = "pip"
"""Fetched as well: a system may have none, and a wheel of it runs as it is."""
PIP = (sys.executable, "-m", INSTALLER, "--disable-pip-version-check")
SCRIPTS = ("cai-dat.sh", "cai-dat.cmd")
GUIDE, README = "HUONG-DAN.txt", "README.md"

Say = Callable[[str], None]
"""Takes a sentence about how far it is."""


def make_kit(folder: Path, say: Say, wanted: Iterable[Target] = EVERY_TARGET) -> int:
    """Make the kit in *folder*, or bring one up to date; for how many of the *wanted* machines and versions it has all.

    What cannot be fetched for one of them is said. Raises Refused
    where the program is not installed or pip is missing, StorageError when nothing could be fetched or written.
    """
    try:
        described = metadata.distribution(PROGRAM)
        name, wheel = own_wheel(described)
    except metadata.PackageNotFoundError as error:
        raise Refused(kit_words.NOT_INSTALLED) from error
    if not ends_well(*PIP, "--version"):
        raise Refused(kit_words.NO_PIP)
    wheels = folder / WHEELS
    with system_calls.as_storage_error(kit_words.NOT_WRITTEN, folder=folder):
        wheels.mkdir(parents=True, exist_ok=True)
        for older in system_calls.names(wheels):
            if older.startswith(f"{PROGRAM}-"):
                (wheels / older).unlink()
        (wheels / name).write_bytes(wheel)
        for file, text in _texts(described):
            (folder / file).write_bytes(text)
        (wheels / TRIED).write_text("\n".join(_installed()) + "\n", "utf-8")
    done = 0
    for machine, version in wanted:
        where = kit_words.MACHINE.format(machine=machine.title, version=version)
        has_all = _fetch(wheels / name, machine, version)
        done += has_all
        say((kit_words.FETCHED if has_all else kit_words.NOT_FETCHED).format(where=where))
    if not done:
        raise StorageError(kit_words.NOTHING_FETCHED.format(folder=folder))
    return done


def _installed() -> Iterator[str]:
    """«textual==8.2.8»: every library that is installed here, once; what an upgrade left behind is not found by its name."""
    names = {str(library.metadata["Name"]).lower() for library in metadata.distributions()}
    for name in sorted(names - {PROGRAM, INSTALLER}):
        with suppress(metadata.PackageNotFoundError):
            yield f"{name}=={metadata.version(name)}"


def _fetch(own: Path, machine: Machine, version: str) -> bool:
    """What the program *own* needs there, in the versions that were tried; False when not all of it came."""
    number = version.replace(".", "")
    return ends_well(
        *(*PIP, "download", "--quiet", "--only-binary=:all:"),
        *("--dest", str(own.parent), "--constraint", str(own.parent / TRIED)),
        *(word for tag in machine.tags for word in ("--platform", tag)),
        *("--python-version", version, "--implementation", "cp"),
        *(word for abi in (f"cp{number}", "abi3", "none") for word in ("--abi", abi)),
        *(str(own), INSTALLER),
    )


def _texts(described: metadata.Distribution) -> Iterator[tuple[str, bytes]]:
    """The scripts, the guide, what the program says of itself: name and content."""
    for name in SCRIPTS:
        text = (resources.files(kit) / "files" / name).read_text("utf-8")
        yield name, text.replace("\n", "\r\n" if name.endswith(".cmd") else "\n").encode()
    versions = ", ".join(VERSIONS)
    machines = "\n".join(f"- {machine.title}" for machine in MACHINES)
    guide = kit_words.GUIDE.format(version=described.version, pythons=versions, machines=machines)
    yield GUIDE, guide.replace("\n", "\r\n").encode("utf-8-sig")
    yield README, str(described.metadata.get_payload()).encode()  # type: ignore[attr-defined]
