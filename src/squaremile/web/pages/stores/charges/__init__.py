"""Charges for what was taken, and their disputes."""
