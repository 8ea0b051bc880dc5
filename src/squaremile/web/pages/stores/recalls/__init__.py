"""Recalled lots."""
