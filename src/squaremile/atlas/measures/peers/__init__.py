"""Regions beside regions: who is alike, where one stands and how surely, and what newcomers would change."""
