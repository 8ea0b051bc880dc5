"""What the network does by itself, again and again, one file for each part of it."""

from squaremile.network.tasks import agreements, directory, finding, liaison, partnering, visits

__all__ = ["agreements", "directory", "finding", "liaison", "partnering", "visits"]
