"""Inside nothing is collected; behind it everything is as it was, also after a failure."""

from __future__ import annotations

import gc

import pytest

from forms.store.system.garbage import uncollected


@pytest.mark.parametrize("is_on", [True, False])
def test_collecting_is_as_before_afterwards(is_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with pytest.raises(KeyError), uncollected():
            assert not gc.isenabled()
            with uncollected():
                pass
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if before else gc.disable)()
