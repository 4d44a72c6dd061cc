"""A record erased for good: what it is known by, the files of a school year written anew without it, all of them or none."""
