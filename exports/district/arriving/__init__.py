"""What facilities sent: found in folders, read only as far as it may be, checked; who was to send at all."""
