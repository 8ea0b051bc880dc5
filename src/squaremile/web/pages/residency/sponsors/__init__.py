"""Sponsors: their contracts for staff, and their own page behind a key."""
