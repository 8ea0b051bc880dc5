"""Outcomes, the yearly survey, and impact reports."""
