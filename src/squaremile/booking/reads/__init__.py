"""What booking shows, by screen: rows as frozen dataclasses."""
