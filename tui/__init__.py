"""The faces of the app: the command line and, later, the screens. The only package that may import textual."""
