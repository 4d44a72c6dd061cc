"""The first pages: the steps of the letter, the start in an empty folder, another school year."""
