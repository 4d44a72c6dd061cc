"""Commands about installing the program: they look at no dossier, and work in any data folder."""
