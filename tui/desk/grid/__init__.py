"""The parts of a grid: cells, a cursor, a view of them, the line being typed, what letters look for."""
