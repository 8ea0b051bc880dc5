"""Which roles count: those held now or to come."""

from datetime import datetime, timedelta

from django.db.models import DateTimeField, DurationField, ExpressionWrapper, F, Func, QuerySet

from squaremile.core.models import RoleGrant

VOID = timedelta(microseconds=1)
"""What is left of a role that was ended before it began: a period cannot be empty, and grants are never deleted."""


def held_or_to_come(now: datetime) -> QuerySet[RoleGrant]:
    """Grants that hold now or will, without those that were ended before they began."""

    def bound(function: str) -> Func:
        return Func(F("valid"), function=function, output_field=DateTimeField())

    length = ExpressionWrapper(bound("upper") - bound("lower"), output_field=DurationField())
    return RoleGrant.objects.filter(valid__endswith__gt=now).annotate(length=length).filter(length__gt=VOID)
