"""Sessions on a dossier: what this one and another do about each other, without a screen; how a run ends."""
