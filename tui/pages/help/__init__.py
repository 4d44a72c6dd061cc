"""Help and the menu: what can be done here and with which key, what a cell means, whom to call."""
