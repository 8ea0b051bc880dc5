"""All relationships that the reader may see: liaison staff every one, a company its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Max, Min, Q

from squaremile.core.reads.organisations import organisations
from squaremile.kernel import clock
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Directorship, Interaction, IntroductionDetail, Membership, Partner, Promise
from squaremile.network.reads.members import text

Key = tuple[UUID | None, UUID | None]
OPEN = ("requested", "asked", "accepted", "met")


@dataclass(frozen=True, slots=True)
class Line:
    """One relationship: where it stands, who looks after it, and when something is to happen next."""

    code: str
    name: Text
    tier: Text | None
    until: datetime | None
    director: str
    last_contact: datetime | None
    next_touch: date | None
    open_promises: int
    late_promises: int
    introductions: int


def today() -> date:
    """The civil day of the site."""
    return clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def lines(asked: str = "") -> list[Line]:
    """By urgency: late promises first, then by the next date. The same statements however many there are."""
    asking, now = require(), clock.now()
    tiers = {
        (m.organisation_id, m.partner_id): m
        for m in Membership.objects.filter(valid__contains=now, ended_at=None).select_related("tier")
    }
    directors = {
        (d.organisation_id, d.partner_id): str(text(d.name_ko, d.name_en)) for d in Directorship.objects.filter(ended_at=None)
    }
    contacts = _by_key(Interaction.objects.values("organisation_id", "partner_id").annotate(last=Max("at")))
    promises = _by_key(Promise.objects.filter(state="open").values("organisation_id", "partner_id").annotate(
        open=Count("id"), late=Count("id", filter=Q(due__lt=today())), next=Min("due")))
    introductions = _by_key(IntroductionDetail.objects.filter(introduction__state__in=OPEN).values(
        "organisation_id", "partner_id").annotate(open=Count("id")))
    keys: set[Key] = {*tiers, *directors, *contacts, *promises, *introductions}
    if not rules.oversee(asking):
        keys = {key for key in keys if key[0] in asking.organisations} | {(each, None) for each in asking.organisations}
    names = _names(keys)
    wanted = search_key(asked)
    shown = [
        Line(
            code, name, text(m.tier.name_ko, m.tier.name_en) if m else None, m.valid.end if m else None,
            directors.get(key, ""), contacts.get(key, {}).get("last"), promises.get(key, {}).get("next"),
            promises.get(key, {}).get("open", 0), promises.get(key, {}).get("late", 0),
            introductions.get(key, {}).get("open", 0),
        )
        for key, (code, name) in names.items()
        for m in (tiers.get(key),)
        if not wanted or wanted in search_key(f"{name.ko} {name.en} {code}")
    ]
    return sorted(shown, key=lambda x: (-x.late_promises, x.next_touch or date.max, str(x.name), x.code))


def _by_key(rows: Iterable[dict[str, Any]]) -> dict[Key, dict[str, Any]]:
    return {(row["organisation_id"], row["partner_id"]): row for row in rows}


def _names(keys: set[Key]) -> dict[Key, tuple[str, Text]]:
    found: dict[Key, tuple[str, Text]] = {
        (row.id, None): (row.code, row.name) for row in organisations() if (row.id, None) in keys
    }
    for partner in Partner.objects.filter(id__in=[key[1] for key in keys if key[1]]):
        found[(None, partner.id)] = (partner.code, text(partner.name_ko, partner.name_en))
    return found
