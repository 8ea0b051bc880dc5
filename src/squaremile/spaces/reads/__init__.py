"""What space shows, by screen."""
