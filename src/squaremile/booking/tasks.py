"""What booking does by itself, again and again."""

from squaremile.booking.operations import close_forgotten
from squaremile.core.worker import repeats


@repeats(seconds=300)
def tidy() -> None:
    """Every five minutes: missed bookings and forgotten sessions."""
    close_forgotten()
