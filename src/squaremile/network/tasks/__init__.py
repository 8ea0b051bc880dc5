"""What the network does by itself, again and again: one file a part."""

from squaremile.network.tasks import agreements

__all__ = ["agreements"]
