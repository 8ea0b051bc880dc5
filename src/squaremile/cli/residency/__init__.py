"""Commands of residency, a module each."""
