"""Whose a badge is: for the log of who comes and goes."""

from uuid import UUID

from django.db.models import Q

from squaremile.residency.models import AccessPass
from squaremile.residency.reads.days import today


def holder(number: str) -> tuple[UUID, UUID] | None:
    """The person who holds the badge now, and her company; nobody where it was taken back, is lost or has run out, or where
    she has left the company."""
    day = today()
    there = Q(member__gone_on=None) | Q(member__gone_on__gt=day)
    found = AccessPass.objects.filter(there, kind="badge", number=number, state="issued", expires_on__gt=day).select_related("member").first()
    return (found.member.person_id, found.company_id) if found else None
