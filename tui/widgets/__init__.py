"""The one widget."""
