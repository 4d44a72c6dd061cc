"""Where dossiers are kept: journal, TinyDB file, lock, generations, sent revisions. The only floor that touches files."""
