"""What the stores show, by screen."""
