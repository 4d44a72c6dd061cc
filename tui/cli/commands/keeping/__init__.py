"""The commands that carry a dossier away to another place and bring it back from there."""
