"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads, outcomes, people, space, standing

__all__ = [
    "leads",
    "outcomes",
    "people",
    "space",
    "standing",
]
