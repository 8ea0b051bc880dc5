"""What the stores do by the clock, a file a subject."""

from squaremile.stores.tasks import doors

__all__ = ["doors"]
