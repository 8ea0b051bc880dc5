"""Prices, offers and licences: for staff, for a company's admin, and for who applies from outside with a key."""
