"""Containers that go from one company to another: the taker's side. The giver's is the container's own page."""
