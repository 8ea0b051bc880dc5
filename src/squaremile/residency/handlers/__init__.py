"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads, standing

__all__ = ["leads", "standing"]
