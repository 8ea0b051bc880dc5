"""What residency does by the clock, a file a subject."""

from squaremile.residency.tasks import leads, licences, life, outcomes, space

__all__ = [
    "leads",
    "licences",
    "life",
    "outcomes",
    "space",
]
