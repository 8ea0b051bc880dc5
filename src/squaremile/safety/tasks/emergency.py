"""The night's copy of the emergency view."""

from django.conf import settings

from squaremile.core.worker import repeats
from squaremile.kernel import clock
from squaremile.safety.operations import copy_for_emergencies
from squaremile.safety.reads import emergency_copy


@repeats(seconds=900)
def copy_the_night() -> None:
    """Every quarter of an hour: once a night there is something to do, and what failed is tried again."""
    if settings.EMERGENCY_DIR is not None and emergency_copy.due(clock.now()):
        copy_for_emergencies(folder=str(settings.EMERGENCY_DIR), keep=settings.EMERGENCY_COPIES)
