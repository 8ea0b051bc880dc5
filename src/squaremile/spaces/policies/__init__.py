"""Rules of space as pure functions."""
