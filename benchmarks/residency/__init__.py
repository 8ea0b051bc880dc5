"""Races of residency: how fast, and how near to the best that can be."""
