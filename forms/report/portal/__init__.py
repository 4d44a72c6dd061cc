"""What is done on the national system with a report, in its order."""
