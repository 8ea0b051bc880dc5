"""Pages of needs and their matches."""
