"""What the screens of residency show."""
