"""Waste, phone first: containers with their clocks, generators by month, collections."""
