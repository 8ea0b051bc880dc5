"""The race of a month's close."""
