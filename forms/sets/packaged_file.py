"""Data of the program that lies beside a module, in a folder or in the one file that the whole program is."""

from __future__ import annotations

import sys
from typing import Any

from forms.model.declared import Frozen


class PackagedFile(Frozen):
    """A file in the folder of *package*, which is imported."""

    package: str
    name: str

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.partition(".")[0]

    def read_bytes(self) -> bytes:
        """What stands in it. ``importlib.resources`` would cost more than a start may."""
        spec: Any = sys.modules[self.package].__spec__
        data: bytes = spec.loader.get_data(f"{spec.submodule_search_locations[0]}/{self.name}")
        return data
