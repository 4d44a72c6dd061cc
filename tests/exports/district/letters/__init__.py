"""Letters of the office."""
