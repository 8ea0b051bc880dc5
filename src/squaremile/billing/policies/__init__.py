"""Billing's pure rules: rate cards, rating and bills on plain values."""
