"""Residency at size."""
