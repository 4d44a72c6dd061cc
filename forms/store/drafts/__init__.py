"""What was being typed when a session ended: one text beside the journal, and the texts that were dropped lately."""
