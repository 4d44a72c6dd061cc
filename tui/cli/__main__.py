"""``python -m tui.cli`` and ``nhomtre``."""

import signal
import sys

# Ctrl+C that comes while modules are still being read ends nothing half begun and shows no traceback
signal.signal(signal.SIGINT, signal.SIG_IGN)

from tui.cli.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
