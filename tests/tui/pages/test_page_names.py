"""Every page that can be opened by its name is there."""

from __future__ import annotations

from importlib import import_module

import pytest

from tui.desk.page_names import PageName
from tui.pages import registry


@pytest.mark.parametrize("name", PageName.every())
def test_a_name_leads_to_a_page(name: PageName) -> None:
    module, _, maker = registry.PAGES[name].rpartition(".")
    assert callable(getattr(import_module(f"tui.pages.{module}"), maker))
