"""Files that the program makes: written whole or not at all, named after what is in them, told how far they are."""
