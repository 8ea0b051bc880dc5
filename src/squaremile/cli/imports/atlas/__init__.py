"""Filling the atlas from public registers, lists and boundaries."""
