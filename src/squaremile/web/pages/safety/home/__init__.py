"""Safety home."""
