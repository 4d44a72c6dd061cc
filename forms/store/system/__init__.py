"""The calls to the system: bounded reads, safe writing, the clock; and why the system refused, a clause an error."""
