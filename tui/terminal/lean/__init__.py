"""The shortest way from what the terminal shows to a new screen: pure functions of both, and a shadow that remembers what was sent.

Nothing here knows Textual or a descriptor; what a terminal is trusted with is data (``families``).
"""
