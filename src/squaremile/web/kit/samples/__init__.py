"""Samples of the components, by family."""
