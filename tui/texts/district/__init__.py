"""The words of the district: its desk, adding up."""
