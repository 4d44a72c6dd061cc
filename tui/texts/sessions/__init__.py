"""The words of two sessions that meet on a dossier, and of a dossier that went away while it was open."""
