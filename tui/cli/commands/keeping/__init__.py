"""The commands that look after a dossier: what was changed in it, carrying it away to another place."""
