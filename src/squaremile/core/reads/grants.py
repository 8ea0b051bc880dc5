"""Which roles count: those held now or to come."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import DateTimeField, DurationField, ExpressionWrapper, F, Func, QuerySet

from squaremile.core.models import RoleGrant
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope

VOID = timedelta(microseconds=1)
"""What is left of a role that was ended before it began: a period cannot be empty, and grants are never deleted."""


def held_or_to_come(now: datetime) -> QuerySet[RoleGrant]:
    """Grants that hold now or will, without those that were ended before they began."""

    def bound(function: str) -> Func:
        return Func(F("valid"), function=function, output_field=DateTimeField())

    length = ExpressionWrapper(bound("upper") - bound("lower"), output_field=DurationField())
    return RoleGrant.objects.filter(valid__endswith__gt=now).annotate(length=length).filter(length__gt=VOID)


def rights(person: UUID) -> Scope:
    """What a person may do now, as far as the asker sees her roles; nothing where her account is closed."""
    held = RoleGrant.objects.filter(user_id=person, user__is_active=True, valid__contains=clock.now())
    return Scope(actor=person, grants=tuple(Grant(*row) for row in held.values_list("role", "organisation_id")))


def belongs(person: UUID, organisation: UUID) -> bool:
    """Whether she holds a role in the organisation now or will."""
    return held_or_to_come(clock.now()).filter(user_id=person, organisation_id=organisation).exists()
