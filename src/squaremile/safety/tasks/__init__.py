"""What safety does by the clock, a file a subject."""

from squaremile.safety.tasks import inspections, training

__all__ = ["inspections", "training"]
