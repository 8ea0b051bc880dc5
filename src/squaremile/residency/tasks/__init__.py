"""What residency does by the clock, a file a subject."""

from squaremile.residency.tasks import leads, life

__all__ = ["leads", "life"]
