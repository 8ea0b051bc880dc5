"""What residency does when others speak, a file a subject."""

from squaremile.residency.handlers import leads

__all__ = ["leads"]
