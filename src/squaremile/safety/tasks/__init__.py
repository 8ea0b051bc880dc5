"""What safety does by the clock, a file a subject."""

from squaremile.safety.tasks import training

__all__ = ["training"]
