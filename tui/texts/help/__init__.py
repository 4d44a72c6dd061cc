"""The words of help: the one table of keys, what stands on the pages that explain, in whole sentences."""
