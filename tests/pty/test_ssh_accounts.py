"""The administrator's scripts of ``docs/ssh``: accounts made, used over a real sshd and removed, on a copy of /etc that nobody else sees."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.pty.driver import ROOT
from tests.pty.ssh import HERE, PRIVILEGE_SEPARATION, Answer, client
from tests.system_programs import tool

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt" or shutil.which("useradd") is None, reason="no accounts of this kind"),
]

SCRIPTS = ROOT / "docs" / "ssh"
MAKE, REMOVE = SCRIPTS / "make-accounts.sh", SCRIPTS / "remove-accounts.sh"
TOP = Path("/srv/nhomtre")
ALONE = """
mount -t tmpfs none {copy} && cp -a /etc {copy}/etc && mount --bind {copy}/etc /etc &&
mount -t tmpfs -o mode=755 none /srv && mount -t tmpfs none /var/log && touch /etc/fstab && echo alone && read -r line
"""
"""A process with an /etc, /srv and /var/log of its own, until it gets a line."""
PROGRAM = """#!/bin/sh
echo "desk $*"; id -un; ls /srv/nhomtre/lop2/ho-so 2>&1
"""
"""What stands for the program: this computer need not let everybody read where it lies."""


class OwnSystem:
    """Commands in a mount namespace; the folders *keys* and *archive* are those of everybody."""

    def __init__(self, process: subprocess.Popen[str], top: Path) -> None:
        self.pid, self.keys, self.archive = process.pid, top / "keys", top / "archive"
        self.private = top / "private"
        for folder in (self.keys, self.archive, self.private):
            folder.mkdir()

    def run(self, *command: str | Path, **more: str) -> Answer:
        inside = ["nsenter", f"--mount=/proc/{self.pid}/ns/mnt", "--", *map(str, command)]
        given = {"NHOMTRE_PROGRAM": "/srv/program", **more}
        return subprocess.run(
            inside,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **given},
            check=False,
            timeout=60,
        )

    def must(self, *command: str | Path) -> str:
        answer = self.run(*command)
        assert answer.returncode == 0, answer.stderr + answer.stdout
        return answer.stdout

    def account(self, *names: str) -> None:
        """Keys for accounts that are to be made."""
        for name in names:
            key = self.private / name
            subprocess.run([tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
            shutil.move(f"{key}.pub", self.keys)

    def state(self) -> str:
        """All of what the scripts change."""
        return self.must("sh", "-c", "cat /etc/passwd /etc/group /etc/fstab /proc/mounts; find /etc /srv -ls")


@pytest.fixture
def system(tmp_path: Path) -> Iterator[OwnSystem]:
    copy = tmp_path / "copy"
    copy.mkdir()
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", ALONE.format(copy=copy)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        if process.stdout.readline() != "alone\n":
            pytest.skip("no mounts of its own for this process")
        system = OwnSystem(process, tmp_path)
        (tmp_path / "program").write_text(PROGRAM)
        system.must("install", "-m", "755", tmp_path / "program", "/srv/program")
        yield system
        process.stdin.close()


@pytest.fixture
def port(system: OwnSystem) -> Iterator[int]:
    """That of an sshd of the system with its own configuration."""
    PRIVILEGE_SEPARATION.mkdir(mode=0o755, exist_ok=True)
    system.must("ssh-keygen", "-A")
    with closing(socket.create_server((HERE, 0))) as free:
        number: int = free.getsockname()[1]
    inside = ["nsenter", f"--mount=/proc/{system.pid}/ns/mnt", "--"]
    listen = ["-o", f"ListenAddress={HERE}:{number}", "-o", "UsePAM=no", "-o", "PidFile=none"]
    with subprocess.Popen(
        [*inside, shutil.which("sshd") or "/usr/sbin/sshd", "-D", "-e", *listen],
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        assert any("Server listening" in line for line in iter(server.stderr.readline, ""))
        yield number
        server.terminate()
        server.stderr.read()


def ask(system: OwnSystem, port: int, name: str, program: str, *more: str, text: str = "") -> Answer:
    options = ["-P", str(port), "-b", "-"] if program == "sftp" else ["-p", str(port)]
    return subprocess.run(
        [*client(system.private, name, program), *options, f"{name}@{HERE}", *more],
        input=text, capture_output=True, encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip


def without_listing_times(state: str) -> list[str]:
    return sorted(line for line in state.splitlines() if "/etc/.pwd.lock" not in line)


def test_a_dry_run_tells_what_it_would_do_and_does_nothing(system: OwnSystem) -> None:
    system.account("lop1", "lop1-tep")
    before = system.state()
    told = system.must(MAKE, "--dry-run", system.keys)
    assert "sẽ chạy: useradd -U -M -d /srv/nhomtre/lop1" in told and "chưa thay đổi gì. 1 tài khoản" in told
    assert system.state() == before


def test_accounts_are_made_used_and_removed(
    system: OwnSystem, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    fresh = system.must("sh", "-c", "cat /etc/passwd /etc/fstab; ls /etc/ssh /srv")
    system.account("lop1", "lop1-tep", "lop2", "lop3")
    assert "Xong: 3 tài khoản" in system.must(MAKE, system.keys)
    made = system.state()
    system.must(MAKE, system.keys)
    again = system.state()
    assert without_listing_times(again) == without_listing_times(made)

    port: int = request.getfixturevalue("port")
    for command in ((), ("sh",), ("cat /etc/passwd",)):
        answer = ask(system, port, "lop1", "ssh", *command)
        assert "desk --restricted /srv/nhomtre/lop1/ho-so\nlop1\n" in answer.stdout.replace("\r", "")
        assert "Permission denied" in answer.stdout and "root:" not in answer.stdout
    system.must(
        "sh",
        "-c",
        "echo mine > /srv/nhomtre/lop1/ho-so/exports/a.pdf; chmod 600 /srv/nhomtre/lop1/ho-so/exports/a.pdf; chown lop1 /srv/nhomtre/lop1/ho-so/exports/a.pdf",
    )
    fetched, sent = tmp_path / "a.pdf", tmp_path / "b.json"
    sent.write_text("{}")
    orders = f"""get a.pdf {fetched}
        -put {sent} exported.json
        -rm a.pdf
        put {sent} /nhan/b.json
        -symlink /etc/passwd /nhan/link
        -get /etc/passwd {tmp_path}/passwd
        ls -1 /
        """
    answer = ask(system, port, "lop1-tep", "sftp", text=orders)
    assert answer.returncode == 0, answer.stderr
    assert fetched.read_text() == "mine\n" and not (tmp_path / "passwd").exists()
    assert {line.strip() for line in answer.stdout.splitlines() if not line.startswith("sftp>")} >= {
        "/exports",
        "/nhan",
    }
    files = system.must("find", TOP / "lop1" / "ho-so", "-type", "f", "-printf", "%P %u\n").splitlines()
    assert sorted(files) == ["exports/a.pdf lop1", "nhan/b.json lop1"]
    assert ask(system, port, "lop1", "sftp", text="ls\n").returncode != 0
    assert "desk" not in ask(system, port, "lop1-tep", "ssh").stdout

    told = system.must(REMOVE, "--dry-run", "--archive", system.archive, "lop1")
    assert "sẽ chạy: userdel lop1" in told and not [*system.archive.iterdir()]
    assert "đã bỏ 1" in system.must(REMOVE, "--archive", system.archive, "lop1")
    (archive,) = system.archive.iterdir()
    assert archive.stat().st_mode & 0o777 == 0o600
    assert {"ho-so/exports/a.pdf", "ho-so/nhan/b.json"} <= set(system.must("tar", "-tzf", archive).split())
    assert ask(system, port, "lop1", "ssh").returncode == 255
    assert "lop2" in system.must("getent", "passwd", "lop2")
    system.must(REMOVE, "--archive", system.archive, "--all")
    assert system.must("sh", "-c", "cat /etc/passwd /etc/fstab; ls /etc/ssh /srv") == fresh


def test_accounts_of_others_are_not_touched(system: OwnSystem) -> None:
    system.must("useradd", "-M", "minh")
    system.account("minh")
    before = system.state()
    for command in (
        [MAKE, system.keys],
        [REMOVE, "--archive", system.archive, "minh"],
        [REMOVE, "--archive", system.archive, "root"],
    ):
        answer = system.run(*command)
        assert answer.returncode == 1 and "không đụng đến" in answer.stderr
    assert system.state() == before


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("lop1.pub", 'command="sh" ssh-ed25519 AAAA', "khóa công khai"),
        ("Lop-1.pub", "", "tên tài khoản"),
        ("lop1-tep.pub", "", "mà không có lop1.pub"),
        ("nhomtre.pub", "", "nhóm người dùng"),
    ],
)
def test_wrong_keys_and_names_are_told_and_nothing_is_changed(
    system: OwnSystem, name: str, text: str, what: str
) -> None:
    system.must("groupadd", "nhomtre")
    system.account("key")
    key = (system.keys / "key.pub").rename(system.keys / name)
    if text:
        key.write_text(text)
    before = system.state()
    answer = system.run(MAKE, system.keys)
    assert answer.returncode == 1 and what in answer.stderr and "Chưa thay đổi gì" in answer.stderr
    assert system.state() == before
