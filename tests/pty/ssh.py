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
from collections.abc import Iterator
from pathlib import Path

from tests.pty.driver import ROOT, TODAY, Terminal
from tests.system_programs import missing, tool

HERE = "127.0.0.1"
PRIVILEGE_SEPARATION = Path("/run/sshd")
"""A folder that sshd wants as root; the service makes it, a container has none."""
CONFIGURATION = """
ListenAddress {here}:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
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
def sshd(folder: Path) -> Iterator[int]:
    """The port of a server with keys of its own in *folder*, for the user of this process."""
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin") or missing("sshd")
    folder.mkdir()
    for name in ("host", "user"):
        command = [tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
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
    program = [sys.executable, "-m", "tui.cli", "--data", str(folder), "--demo", "--today", TODAY, *arguments]
    remote = f"cd {shlex.quote(str(ROOT))} && exec env LC_ALL=C.UTF-8 {shlex.join(program)}"
    options = (
        "StrictHostKeyChecking=no",
        "UserKnownHostsFile=/dev/null",
        "IdentitiesOnly=yes",
        "LogLevel=ERROR",
    )
    command: list[str | Path] = [tool("ssh"), "-tt", "-F", "none", "-p", str(port), "-i", keys / "user"]
    command += [part for option in options for part in ("-o", option)]
    return Terminal([*command, f"{getpass.getuser()}@{HERE}", remote], home=folder.parent / "home")


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
