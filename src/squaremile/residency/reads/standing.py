"""May a company book? Asked at every booking: one statement for all that residency asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from squaremile.residency.models import Company, Insurance, Licence, Member, Suspension
from squaremile.residency.reads.days import day_of, today


@dataclass(frozen=True, slots=True)
class Standing:
    """Of a company with a record: is it suspended (or its licence ended by a notice), is it in residence with a licence in
    force at the moment asked for, has the insurance under it not run out today, and is the person among its people that day?
    """

    code: str
    suspended: bool
    licensed: bool
    insured: bool
    counted: bool


def at(organisation: UUID, moment: datetime, person: UUID | None = None) -> Standing | None:
    """None for an organisation without a company record: residency asks nothing of it."""
    day = day_of(moment)
    suspended = Suspension.objects.filter(company=OuterRef("id"), state__in=("suspended", "terminated"))
    now = Licence.objects.filter(company=OuterRef("id"), state="in_force", period__contains=moment)
    shown = Insurance.objects.filter(licence__company=OuterRef("id"), licence__state="in_force")
    there = Member.objects.filter(Q(gone_on=None) | Q(gone_on__gt=day), company=OuterRef("id"), person=person, joined_on__lte=day)
    asked = Company.objects.filter(id=organisation)
    valid = Exists(shown.filter(expires_on__gte=today())) | ~Exists(shown)
    found = asked.annotate(insured=ExpressionWrapper(valid, BooleanField())).values_list(
        "code", "state", Exists(suspended), Exists(now), "insured", Exists(there)
    ).first()
    if found is None:
        return None
    code, state, shut, licensed, insured, counted = found
    return Standing(code, shut, state == "resident" and licensed, insured, counted)


def suspended(organisation: UUID) -> bool:
    """One statement; an organisation without a record never is."""
    return Suspension.objects.filter(company=organisation, state__in=("suspended", "terminated")).exists()
