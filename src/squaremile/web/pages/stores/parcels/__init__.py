"""Parcels at the dock."""
