"""Files of the national system: our records written into one, one set beside ours."""
