"""The lesson at work: its unfinished copy, how far one has come, the office that answers by itself."""
