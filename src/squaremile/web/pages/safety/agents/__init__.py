"""Biological agents: what is held, protocols, rooms and the committee."""
