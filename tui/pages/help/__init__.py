"""Help, the menu, a choice: what can be done here and with which key, what a cell means, which of several is meant, whom to call."""
