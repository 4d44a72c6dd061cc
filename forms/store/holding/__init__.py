"""Who holds a dossier, how another session asks for it, and whether its files are still the ones that were opened."""
