"""A season of one office from a seed: what people do, what goes wrong with computers, and what was promised all the same."""
