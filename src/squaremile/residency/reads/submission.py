"""When an application was handed in, by the day on the site: rules are judged on that day."""

from datetime import date

from django.utils import timezone

from squaremile.residency.models import Application


def day_of(application: Application) -> date:
    """Of one that was handed in."""
    assert application.submitted_at is not None
    return timezone.localdate(application.submitted_at)
