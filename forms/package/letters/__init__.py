"""The letter that asks for the reports as a file of its own (format ``nhomtre-campaign/1``): one that many facilities are given."""
