"""Words of needs and their matches."""
