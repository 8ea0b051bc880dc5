"""What is there now: in use, already come and not yet gone."""

from django.db.models import Q

from squaremile.kernel import clock


def there() -> Q:
    """Places in use at this moment."""
    now = clock.now()
    return Q(active=True) & (Q(since=None) | Q(since__lte=now)) & (Q(until=None) | Q(until__gt=now))
