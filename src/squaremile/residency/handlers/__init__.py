"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads, outcomes, standing

__all__ = ["leads", "outcomes", "standing"]
