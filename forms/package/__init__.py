"""The dossier as one JSON file (format ``nhomtre/1``), and the office's answer to it."""
