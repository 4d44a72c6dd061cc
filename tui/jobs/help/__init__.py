"""What explains the program, as files: the keys on paper and as text; they know no dossier."""
