"""A real sshd on this computer and a line to it that can be cut or stand still, as lines of helpers far away do."""

from __future__ import annotations

import contextlib
import getpass
import os
import select
import shlex
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.pty.driver import ROOT, TODAY, Terminal
from tests.system_programs import missing, tool

Answer = subprocess.CompletedProcess[str]
HERE = "127.0.0.1"
PRIVILEGE_SEPARATION = Path("/run/sshd")
"""A folder that sshd wants as root; the service makes it, a container has none."""
CONFIGURATION = """
ListenAddress {here}:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized_keys
Subsystem sftp internal-sftp
MaxStartups 100
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
PrintMotd no
PrintLastLog no
ClientAliveInterval 1
ClientAliveCountMax 2
"""
"""A client of which nothing is heard for about three seconds is given up."""


@contextlib.contextmanager
def sshd(folder: Path, forced: Mapping[str, str] = MappingProxyType({})) -> Iterator[int]:
    """The port of a server with keys of its own in *folder*, for the user of this process.

    The key ``user`` may do anything; each one named in *forced* only its command, whatever its holder asks for.
    """
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin") or missing("sshd")
    folder.mkdir()
    authorized = ""
    for name in ("host", "user", *forced):
        command = [tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
        quoted = forced.get(name, "").replace('"', r"\"")
        options = f'restrict,pty,command="{quoted}" ' if quoted else ""
        if name != "host":
            authorized += options + (folder / f"{name}.pub").read_text()
    (folder / "authorized_keys").write_text(authorized)
    if os.geteuid() == 0:
        PRIVILEGE_SEPARATION.mkdir(mode=0o755, exist_ok=True)
    with socket.create_server((HERE, 0)) as free:
        port: int = free.getsockname()[1]
    configuration = folder / "sshd_config"
    configuration.write_text(CONFIGURATION.format(here=HERE, port=port, folder=folder))
    command = [program, "-D", "-e", "-f", str(configuration)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = iter(server.stderr.readline, "")
        if not any("Server listening" in line for line in said):
            missing("an sshd that starts here")
        reader = threading.Thread(target=lambda: list(said), daemon=True)
        reader.start()  # else the server waits for who reads it
        try:
            yield port
        finally:
            server.terminate()
            reader.join()


def nhomtre_over_ssh(keys: Path, port: int, folder: Path, *arguments: str) -> Terminal:
    """The program at the other end of ``ssh -tt``, on the training copy of *folder*; *keys* is the server's folder."""
    remote = at_the_server("-m", "tui.cli", "--data", folder, "--demo", "--today", TODAY, *arguments)
    return over_ssh(keys, port, remote, home=folder.parent / "home")


def at_the_server(*arguments: str | Path) -> str:
    """The command line that runs Python with *arguments* there as it is here."""
    python = shlex.join(map(str, (sys.executable, *arguments)))
    path = f"LC_ALL=C.UTF-8 PYTHONPATH={shlex.quote(str(ROOT))}"
    return f"cd {shlex.quote(str(ROOT))} && exec env {path} {python}"


def over_ssh(keys: Path, port: int, *remote: str, home: Path, key: str = "user") -> Terminal:
    """What ``ssh -tt`` with a *key* shows."""
    return Terminal(
        [*client(keys, key, "ssh"), "-tt", "-p", str(port), f"{getpass.getuser()}@{HERE}", *remote], home=home
    )


def client(keys: Path, key: str, program: str) -> list[str]:
    """The beginning of a command line of ``ssh`` or ``sftp`` with a *key* and no settings of this computer."""
    options = (
        "StrictHostKeyChecking=no",
        "UserKnownHostsFile=/dev/null",
        "IdentitiesOnly=yes",
        "LogLevel=ERROR",
    )
    command = [tool(program), "-F", "none", "-i", str(keys / key)]
    return command + [part for option in options for part in ("-o", option)]


def asked(keys: Path, port: int, key: str, program: str, *more: str, text: str = "") -> Answer:
    """What ``ssh`` or ``sftp`` with a *key* answers when it is given *text*."""
    which = "-P" if program == "sftp" else "-p"
    where = f"{getpass.getuser()}@{HERE}"
    given = ["-b", "-", where] if program == "sftp" else [where]
    return subprocess.run(
        [*client(keys, key, program), which, str(port), *given, *more],
        input=text, capture_output=True, encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip


class Firewall:
    """Passes one connection on to *port*, its end too, until it passes nothing more and tells neither side."""

    def __init__(self, port: int) -> None:
        self._listener = socket.create_server((HERE, 0))
        self.port: int = self._listener.getsockname()[1]
        self._passes = threading.Event()
        self._passes.set()
        self._sides: list[socket.socket] = []
        threading.Thread(target=self._accept, args=(port,), daemon=True).start()

    def _accept(self, port: int) -> None:
        near, _ = self._listener.accept()
        far = socket.create_connection((HERE, port))
        self._sides = [near, far]
        for source, target in ((near, far), (far, near)):
            threading.Thread(target=self._pass_on, args=(source, target), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self._passes.wait()
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    def stall(self) -> None:
        """From now on nothing comes through."""
        self._passes.clear()

    def __enter__(self) -> Firewall:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._sides):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._passes.set()


class Watch:
    """Tells when a process that is no child of ours has ended."""

    def __init__(self, pid: int) -> None:
        self._descriptor = os.pidfd_open(pid)

    def end(self, seconds: float) -> float:
        """The moment (monotonic) at which its end is seen, waited for at most so long."""
        ready, _, _ = select.select([self._descriptor], [], [], seconds)
        assert ready, f"alive after {seconds:g} s"
        os.close(self._descriptor)
        return time.monotonic()
