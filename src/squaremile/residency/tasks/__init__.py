"""What residency does by the clock, a file a subject."""

from squaremile.residency.tasks import leads, outcomes

__all__ = ["leads", "outcomes"]
