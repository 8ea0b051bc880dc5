"""What safety does by the clock, a file a subject."""

from squaremile.safety.tasks import biosafety, training

__all__ = ["biosafety", "training"]
