"""What a started process does beside its work: takes orders from the one that started it, and ends with it.

Standard input is the line between them: an order (JSON) a line. It breaks off when the other process closes it or is
gone, killed or not, on every system; this process then ends at once.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, NoReturn

ALONE = 1
"""Exit status when the line broke off."""
_LINE = 0
_PIECE = 1 << 16

_orders: SimpleQueue[Any] = SimpleQueue()


def carry_out(module: str) -> NoReturn:
    """All that this process does: ``main()`` of *module*, as long as the line holds."""
    Thread(target=_listen, daemon=True).start()
    sys.exit(import_module(module).main())


def next_order() -> Any:
    """The next order; waits for it."""
    return _orders.get()


def _listen() -> None:
    # not through sys.stdin: its lock would be held when the process ends
    begun = b""
    while piece := os.read(_LINE, _PIECE):
        *orders, begun = (begun + piece).split(b"\n")
        for order in orders:
            _orders.put(json.loads(order))
    os._exit(ALONE)
