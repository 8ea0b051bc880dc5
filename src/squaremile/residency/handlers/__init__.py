"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads, licences, outcomes, people, space, standing

__all__ = [
    "leads",
    "licences",
    "outcomes",
    "people",
    "space",
    "standing",
]
