"""The line being typed: its text and cursor, and Vietnamese on a keyboard that has none of its letters, by the two ways that people know, Telex and VNI."""
