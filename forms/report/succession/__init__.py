"""What goes over from a report made with one set to one made with another."""
