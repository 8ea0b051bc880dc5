"""A stock list comes in: looked at first, then taken in."""
