"""Enquiries and tours, for programme staff."""
