"""Commands on files that are official: of the national system, filled or set beside our records, and the letter."""
