"""What a run without a command opens: the screens of the owner and the office, or the desk in lines."""
