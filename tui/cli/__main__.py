"""``python -m tui.cli`` and ``nhomtre``."""

import gc
import sys

gc.disable()  # nothing that is made while starting is garbage; whoever has started turns it on
gc.freeze()  # nor is what there is by now: it need not be looked through

import datetime  # noqa: E402, F401

gc.collect()  # the half in Python that 3.11 replaces by the one in C: a quarter of a megabyte

from tui.cli import console  # noqa: E402

console.hold_interrupts()  # one that comes while modules are still being read shows no traceback

from forms.store.system.stand_ins import stand_ins  # noqa: E402

UNTRANSLATED = {
    "gettext": lambda text: text,  # that is None where a group is not described
    "ngettext": lambda one, many, count: one if count == 1 else many,
}
"""What ``argparse`` asks of ``gettext``: there is no catalogue, and what it says in English is not read."""

with stand_ins({"gettext": UNTRANSLATED}):
    import argparse  # noqa: F401

from tui.cli.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
