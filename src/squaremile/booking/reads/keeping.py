"""What those who keep the catalogue need: choices, records as they are, who is trained."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from squaremile.booking.models import BookingRules, Equipment, EquipmentClass, EquipmentKind, Link, Qualification
from squaremile.booking.words import named
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text

Choices = list[tuple[str, Text]]


@dataclass(frozen=True, slots=True)
class Trained:
    """Who may use an instrument, until when."""

    id: UUID
    person: UUID
    name: Text
    email: str
    start: datetime
    until: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A set of rules and how many instruments follow it."""

    code: str
    name: Text
    used_by: int


def kinds() -> Choices:
    return [(k.code, named(k.name_ko, k.name_en)) for k in EquipmentKind.objects.order_by("name_ko", "code")]


def classes() -> Choices:
    return [(c.code, named(c.name_ko, c.name_en)) for c in EquipmentClass.objects.order_by("name_ko", "code")]


def rule_sets() -> list[RuleSet]:
    """All of them, with their use, in two statements."""
    used: dict[UUID, int] = {}
    for rules in Equipment.objects.exclude(state="retired").values_list("rules_id", flat=True):
        used[rules] = used.get(rules, 0) + 1
    return [
        RuleSet(r.code, named(r.name_ko, r.name_en), used.get(r.id, 0))
        for r in BookingRules.objects.order_by("name_ko", "code")
    ]


def record(code: str) -> dict[str, Any]:
    """An instrument as its form holds it. Raises Missing."""
    found = (
        Equipment.objects.select_related("kind", "place", "rules", "equivalence")
        .filter(code=code)
        .exclude(state="retired")
        .first()
    )
    if found is None:
        raise Missing(NOT_FOUND)
    plain = (
        "code",
        "name_ko",
        "name_en",
        "maker",
        "model",
        "serial",
        "asset_number",
        "nfec_number",
        "says_ko",
        "says_en",
        "contact",
        "needs_qualification",
        "position",
    )
    return {
        **{name: getattr(found, name) for name in plain},
        "kind": found.kind.code,
        "place": found.place.code,
        "rules_of_use": found.rules.code,
        "equivalence": found.equivalence.code if found.equivalence else "",
    }


def rules_record(code: str) -> dict[str, Any]:
    """A set of rules as its form holds it: numbers, `hours` by weekday, `quotas`. Raises Missing."""
    found = BookingRules.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    hours: dict[int, list[tuple[int, int]]] = {day: [] for day in range(7)}
    for each in found.hours.filter(active=True).order_by("weekday", "opens_minute"):
        hours[each.weekday].append((each.opens_minute, each.closes_minute))
    quotas = found.quotas.filter(active=True).order_by("per", "span", "minutes")
    return {
        **{f.name: getattr(found, f.name) for f in found._meta.fields if f.name not in ("id", "code")},
        "hours": hours,
        "quotas": [
            {
                "per": q.per,
                "span": q.span,
                "minutes": q.minutes,
                "prime_only": q.prime_only,
                "prime": (q.prime_from_minute, q.prime_to_minute),
            }
            for q in quotas
        ],
    }


def links(code: str) -> Choices:
    """What is taken along."""
    found = Link.objects.filter(equipment__code=code).select_related("needs").order_by("needs__code")
    return [(link.needs.code, named(link.needs.name_ko, link.needs.name_en)) for link in found]


def trained(code: str) -> list[Trained]:
    """Who holds a qualification on an instrument, those that ended lately among them."""
    now = clock.now()
    found = Qualification.objects.filter(equipment__code=code, revoked_at=None).select_related("person")
    rows = [
        Trained(
            q.id,
            q.person_id,
            named(q.person.name_ko, q.person.name_en),
            q.person.email,
            q.valid.start,
            q.valid.end,
            q.valid.end <= now,
        )
        for q in found
    ]
    return sorted(rows, key=lambda row: (row.over, row.until))
