"""What a parameter means to people outside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """A parameter's meaning. `longest` is what its column holds."""

    says: str
    example: object
    longest: int = 0
