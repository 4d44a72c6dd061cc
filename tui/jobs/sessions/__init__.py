"""More than one session on a dossier: what this one and another do about each other, without a screen."""
