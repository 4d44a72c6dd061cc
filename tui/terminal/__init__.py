"""The terminal side: Textual's loop, the one widget, lean output, what the terminal can show. All of textual is here."""
