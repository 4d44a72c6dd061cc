"""What the office writes to the facilities: a letter beside each answer, a reminder to those that have not sent."""
