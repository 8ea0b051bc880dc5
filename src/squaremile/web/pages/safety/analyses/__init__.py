"""Hazard analyses before work."""
