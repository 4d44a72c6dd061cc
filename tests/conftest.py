"""What all tests share: how long the random ones run, and where their folders lie."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from forms.store.system import named_paths

pytest.register_assert_rewrite("tests.forms.rule_cases")

settings.register_profile(
    "short", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile(
    "full", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("full" if os.environ.get("NHOMTRE_FULL") == "1" else "short")

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3


# rewriting what asserts takes longer than most tests of a folder: it is kept, whatever the shell asks for
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure() -> None:
    """The folders of tests lie in memory where there is room: no test waits for a disk."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: who waits for a terminal or another program lets another test run."""
    return 1 + len(os.sched_getaffinity(0))


@pytest.fixture
def shut_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that no name leads out of in this process, as behind a forced command of sshd."""
    monkeypatch.setattr(named_paths, "_walls", [])
    folder = tmp_path / "account"
    named_paths.shut_in(folder)
    return folder.resolve()
