"""What safety does by the clock, a file a subject."""

from squaremile.safety.tasks import analyses, biosafety, emergency, inspections, permits, training

__all__ = [
    "analyses",
    "biosafety",
    "emergency",
    "inspections",
    "permits",
    "training",
]
