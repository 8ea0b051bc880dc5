"""Tests of needs and their matches."""
