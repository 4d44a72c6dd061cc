"""What a code, a file or a backup is, and whether it agrees with what the folder holds."""
