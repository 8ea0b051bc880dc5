"""What billing shows."""
