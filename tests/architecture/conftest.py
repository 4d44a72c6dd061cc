"""The parsed house is let go when its tests are done: a worker that keeps it forks and collects slowly ever after."""

from collections.abc import Iterator

import pytest

from tests.architecture.house import forget_trees


@pytest.fixture(scope="package", autouse=True)
def _house_is_let_go() -> Iterator[None]:
    yield
    forget_trees()
