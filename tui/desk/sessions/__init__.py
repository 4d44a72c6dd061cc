"""More than one session on a dossier, as the desk shows it: sentences on the message line, entries of the menu."""
