"""Programs and data of the system that some tests compare with: without them a test is skipped, in CI it fails."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def tool(name: str) -> str:
    """Path of a program."""
    return shutil.which(name) or missing(name)


def missing(what: str) -> NoReturn:
    """End the test, which cannot run without *what*."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}: not here")
    pytest.skip(f"{what}: not here")
