"""The words of the district: its desk, what arrived and was left out, adding up."""
