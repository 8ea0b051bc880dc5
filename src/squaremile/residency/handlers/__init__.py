"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads, people, standing

__all__ = ["leads", "people", "standing"]
