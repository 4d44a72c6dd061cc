"""A dossier carried away in one file: what goes into it, how it is told from half of a copy, how it comes back."""
