"""What is worked out of a dossier: figures, the report with its check code, dates, the next year's dossier."""
