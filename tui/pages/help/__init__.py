"""Help and the menu: what can be done here, with which key."""
