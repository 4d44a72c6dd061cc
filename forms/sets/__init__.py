"""The official forms as data, a folder each. A new year's form is a new folder here, not new code elsewhere."""
