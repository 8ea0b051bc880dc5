"""Inventory: containers, substances, and how full the areas are."""
