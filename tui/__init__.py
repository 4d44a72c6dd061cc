"""The faces of the app: the command line and the screens. The only package that may import textual.

Floors: ``texts`` (every word), ``jobs`` (the use cases that both faces share), ``cli``, ``desk`` (the screen without
a terminal), ``pages`` (by subject), ``terminal`` (Textual's loop around the desk).
"""
