"""The lists of issues, and what is offered where an issue is in focus."""
