"""The desk without a screen, a line in and lines out: for screen readers, teletypes, the worst lines. A question ends each of them."""
