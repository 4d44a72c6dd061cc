"""What only POSIX systems or only Windows have stands in adapters; types hold and every dependency installs on both."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import modules
from tests.system_programs import missing

ROOT = Path(__file__).parents[2]
ADAPTERS = {
    "forms.store.system.platform_calls",
    "exports.processes.launching",
    "exports.reading.reading_process",
    "tui.cli.console",
    "tui.terminal.linux_driver",
    "tui.terminal.screen_writer",
}
"""One a floor; those of exports begin a process and bound it from within, the screen's writer is a part of the driver."""
ONE_SYSTEM_ONLY = {
    "fcntl",
    "termios",
    "tty",
    "pty",
    "resource",
    "pwd",
    "grp",
    "posix",
    "syslog",
    "readline",
    "msvcrt",
    "winreg",
    "ctypes",
}
POSIX_CALLS = {
    "os": {
        "fork",
        "forkpty",
        "getuid",
        "geteuid",
        "getgid",
        "getegid",
        "getgroups",
        "getpgid",
        "getpgrp",
        "setsid",
        "setpgid",
        "killpg",
        "kill",
        "nice",
        "uname",
        "ttyname",
        "openpty",
        "login_tty",
        "mkfifo",
        "mknod",
        "chown",
        "fchown",
        "lchown",
        "fchmod",
        "fdatasync",
        "statvfs",
        "getloadavg",
        "wait",
        "waitpid",
        "wait3",
        "wait4",
        "posix_spawn",
        "sched_getaffinity",
        "sched_setaffinity",
        "tcgetpgrp",
        "pipe2",
        "set_blocking",
        "O_NOFOLLOW",
        "O_DIRECTORY",
        "O_NONBLOCK",
        "O_NOCTTY",
        "O_CLOEXEC",
        "O_SYNC",
        "O_DSYNC",
    },
    "signal": {
        "SIGHUP",
        "SIGKILL",
        "SIGQUIT",
        "SIGSTOP",
        "SIGTSTP",
        "SIGCONT",
        "SIGTTIN",
        "SIGTTOU",
        "SIGWINCH",
        "SIGALRM",
        "SIGUSR1",
        "SIGUSR2",
        "SIGPIPE",
        "SIGCHLD",
        "SIGXCPU",
        "SIGXFSZ",
        "alarm",
        "setitimer",
        "pause",
        "pthread_sigmask",
        "sigwait",
    },
}
POSIX_ARGUMENTS = {"preexec_fn", "pass_fds", "start_new_session", "process_group", "user", "group", "umask"}


def system_specific(tree: ast.AST) -> Iterator[str]:
    """Imports, attributes and arguments that only one kind of system has."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name.split(".")[0] in ONE_SYSTEM_ONLY)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in ONE_SYSTEM_ONLY:
                yield module
            case ast.Attribute(value=ast.Name(id=("os" | "signal") as owner), attr=name):
                if name in POSIX_CALLS[owner]:
                    yield f"{owner}.{name}"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="subprocess")), keywords=keywords):
                yield from (keyword.arg for keyword in keywords if keyword.arg in POSIX_ARGUMENTS)


def test_only_adapters_know_on_which_system_they_run() -> None:
    for module in modules():
        if module.name not in ADAPTERS:
            assert list(system_specific(module.tree)) == [], module.name


@pytest.mark.parametrize(
    "code",
    [
        "import fcntl",
        "from termios import error",
        "os.fork()",
        "signal.signal(signal.SIGHUP, end)",
        "subprocess.Popen(x, preexec_fn=y)",
    ],
)
def test_such_a_call_is_seen(code: str) -> None:
    assert list(system_specific(ast.parse(code)))


def test_the_adapters_are_there() -> None:
    assert {module.name for module in modules()} >= ADAPTERS


def resolve(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    command += ["--disable-pip-version-check", "--retries", "0", "--timeout", "20", "--target", str(folder)]
    return subprocess.run(
        [*command, "--only-binary=:all:", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.slow
@pytest.mark.parametrize("platform", ["win_amd64", "win32"])
def test_every_dependency_installs_on_windows_without_a_compiler(platform: str, tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"].get("xls", [])]
    if resolve(tmp_path, "segno").returncode:
        missing("a package index that can be reached")
    run = resolve(
        tmp_path, "--platform", platform, "--python-version", "3.11", "--implementation", "cp", *wanted
    )
    assert run.returncode == 0, run.stderr
