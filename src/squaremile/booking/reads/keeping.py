"""What those who keep the catalogue need: choices, records as they are, who is trained."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from squaremile.booking.models import BookingRules, Equipment, EquipmentClass, EquipmentKind, Link, Qualification
from squaremile.booking.reads.instrument import ManualRow, manuals
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
class Used:
    """A set of rules, a kind or a class, and how many instruments are under it."""

    code: str
    name: Text
    used_by: int


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on an instrument's entry: what is taken along, its manuals, its photo."""

    links: Choices
    manuals: tuple[ManualRow, ...]
    photo: UUID | None


def kinds() -> Choices:
    return [(k.code, named(k.name_ko, k.name_en)) for k in EquipmentKind.objects.order_by("name_ko", "code")]


def classes() -> Choices:
    return [(c.code, named(c.name_ko, c.name_en)) for c in EquipmentClass.objects.order_by("name_ko", "code")]


def rule_sets() -> list[Used]:
    """All sets of rules, with their use, in two statements."""
    return _used(BookingRules, "rules_id")


def kinds_used() -> list[Used]:
    """All kinds, with their use, in two statements."""
    return _used(EquipmentKind, "kind_id")


def classes_used() -> list[Used]:
    """All classes, with their use, in two statements."""
    return _used(EquipmentClass, "equivalence_id")


def _used(model: Any, column: str) -> list[Used]:
    used = Counter(Equipment.objects.exclude(state="retired").values_list(column, flat=True))
    return [
        Used(one.code, named(one.name_ko, one.name_en), used[one.id])
        for one in model.objects.order_by("name_ko", "code")
    ]


def kind_names(code: str) -> dict[str, str]:
    """The names of a kind as its form holds them. Raises Missing."""
    return _names(EquipmentKind, code)


def class_names(code: str) -> dict[str, str]:
    """The names of a class as its form holds them. Raises Missing."""
    return _names(EquipmentClass, code)


def _names(model: Any, code: str) -> dict[str, str]:
    found = model.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return {"name_ko": found.name_ko, "name_en": found.name_en}


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


def hanging(code: str) -> Hanging:
    """What hangs on an instrument's entry. Raises Missing."""
    found = Equipment.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    links = Link.objects.filter(equipment=found).select_related("needs").order_by("needs__code")
    return Hanging(
        [(link.needs.code, named(link.needs.name_ko, link.needs.name_en)) for link in links],
        manuals(found.id), found.photo_id,
    )


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
