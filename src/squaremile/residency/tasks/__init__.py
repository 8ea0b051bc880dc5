"""What residency does by the clock, a file a subject."""

from squaremile.residency.tasks import outcomes

__all__ = ["outcomes"]
