"""Purchase requests and orders, and what the stockroom should order."""
