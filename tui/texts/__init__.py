"""Every word that the program says, whole sentences by topic. Official wording stands in the declarations of ``forms``."""
