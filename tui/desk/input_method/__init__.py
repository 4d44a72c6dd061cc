"""Typing Vietnamese on a keyboard that has none of its letters: the two ways people know, Telex and VNI, for a word and for the line being typed."""
