"""What guards against losing a computer: a dossier carried away in one file, and brought back from it."""
