"""``python -m tui.cli`` and ``nhomtre``."""

import gc
import signal
import sys

gc.disable()  # nothing that is made while starting is garbage; whoever has started turns it on
# Ctrl+C that comes while modules are still being read ends nothing half begun and shows no traceback
signal.signal(signal.SIGINT, signal.SIG_IGN)

from tui.cli.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
