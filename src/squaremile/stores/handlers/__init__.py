"""Who is told what by the stores, a file a subject."""

from squaremile.stores.handlers import charges

__all__ = ["charges"]
