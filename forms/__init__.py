"""The domain: what form 01-MN-ĐN is, how it follows from a facility's records, and how it is kept."""
