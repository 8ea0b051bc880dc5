"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import outcomes

__all__ = ["outcomes"]
