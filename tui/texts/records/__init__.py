"""The words of the records: lists, forms, taking rows in, filling the official file."""
