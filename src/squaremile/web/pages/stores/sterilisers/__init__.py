"""Sterilisers, their cycles and their tests: for staff."""
