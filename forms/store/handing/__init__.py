"""What was made of a dossier and given away: a line each beside the journal, written by whoever made it, also by one who only reads."""
