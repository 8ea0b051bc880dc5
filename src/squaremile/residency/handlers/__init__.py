"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads, outcomes, people, standing

__all__ = [
    "leads",
    "outcomes",
    "people",
    "standing",
]
