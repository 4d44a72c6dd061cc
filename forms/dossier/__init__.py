"""The document: one facility in one school year, its records linked, and every edit of it a Change."""
