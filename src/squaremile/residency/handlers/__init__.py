"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import companies, departures, leads, licences, outcomes, people, space, standing

__all__ = [
    "companies",
    "departures",
    "leads",
    "licences",
    "outcomes",
    "people",
    "space",
    "standing",
]
