"""The use cases: what both faces do with a dossier. Knows neither argparse nor Textual."""
