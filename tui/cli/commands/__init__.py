"""One command a file: the arguments that it takes, its run, its words out."""
