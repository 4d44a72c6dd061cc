"""Commands on files of the national system: our records written into one, one set beside our records."""
