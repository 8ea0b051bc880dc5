"""Migrations of space."""
