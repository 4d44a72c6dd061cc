"""Two installed versions given the same inputs: every byte that they print, write and keep is compared.

``python -m bench.versions --old PYTHON --new PYTHON``: each PYTHON is the interpreter of an environment in which one
version is installed. Inputs are invented once (``inputs``), the same steps (``steps``) are carried out by each version
(``player``, with the clock of ``clock/``), and what comes out is laid side by side (``differences``).
"""
