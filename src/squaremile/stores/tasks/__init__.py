"""What the stores do by the clock, a file a subject."""

from squaremile.stores.tasks import dock, doors, tests

__all__ = ["dock", "doors", "tests"]
