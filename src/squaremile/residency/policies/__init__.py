"""Rules of residency as pure functions."""
