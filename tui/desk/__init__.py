"""The screen without a terminal: the stack of pages, the keys, the grid, the line being typed, the frame."""
