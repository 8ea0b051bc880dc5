"""Organisations and their people, and the record of what was done."""
