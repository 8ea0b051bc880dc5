"""What the screens of safety show."""
