"""What the national system gives back beside ours: its lists against the records, its form against the figures."""
