"""What a session finds of the one before it that ended suddenly, as both faces tell it."""
