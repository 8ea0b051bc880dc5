"""Residency: one record of a company from the first enquiry to what became of it."""
