"""Permits and their kinds, who needs one for what, and whether it is held. Row security decides whose."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from squaremile.core.reads import files
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Permit, PermitKind, PermitNeed
from squaremile.safety.policies import permits as policy
from squaremile.safety.reads.areas import today
from squaremile.safety.words import permits as words

STANDING = """
WITH RECURSIVE outward AS (
  SELECT id, parent_id FROM spaces_place WHERE id = ANY (%(places)s)
  UNION SELECT p.id, p.parent_id FROM spaces_place p JOIN outward o ON p.id = o.parent_id
)
SELECT k.code, k.name_ko, k.name_en, bool_and(EXISTS (
    SELECT 1 FROM safety_permit p WHERE p.kind_id = k.id AND p.state = 'in_force' AND p.issued_on <= %(day)s
       AND (p.expires_on IS NULL OR p.expires_on >= %(day)s)
       AND (p.organisation_id IS NULL OR p.organisation_id = %(organisation)s)
       AND (p.place_id IS NULL OR p.place_id IN (SELECT id FROM outward))))
  FROM safety_permit_need n JOIN safety_permit_kind k ON k.id = n.kind_id
 WHERE n.ended_on IS NULL AND %(thing)s = ANY (n.blocks) AND n.since <= %(day)s
   AND (n.organisation_id IS NULL AND (k.held_by = 'cluster' OR %(organisation)s::uuid IS NOT NULL) OR n.organisation_id = %(organisation)s)
   AND (n.place_id IS NULL OR n.place_id IN (SELECT id FROM outward))
   AND (%(thing)s <> 'bringing' OR n.classes = '{}' OR n.classes::text[] && %(classes)s)
 GROUP BY 1, 2, 3 ORDER BY 1
"""
"""What is needed for a thing, and whether it is held."""
_UNHELD = """
NOT EXISTS (SELECT 1 FROM safety_permit p WHERE p.kind_id = safety_permit_need.kind_id
   AND (p.state = 'recorded' OR p.state = 'in_force' AND p.issued_on <= %s)
   AND (safety_permit_need.organisation_id IS NULL OR p.organisation_id IS NULL OR p.organisation_id = safety_permit_need.organisation_id)
   AND (p.place_id IS NULL OR safety_permit_need.place_id IS NULL OR p.place_id IN (
     WITH RECURSIVE outward AS (
       SELECT id, parent_id FROM spaces_place WHERE id = safety_permit_need.place_id
       UNION SELECT o.id, o.parent_id FROM spaces_place o JOIN outward i ON o.id = i.parent_id
     ) SELECT id FROM outward)))
"""


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of permit."""

    code: str
    name: Text
    authority: Text
    held_by: str
    blocks: tuple[str, ...]
    classes: tuple[str, ...]
    remind_days: tuple[int, ...]
    item: str
    read_in: str
    certainty: str

    @property
    def held_by_said(self) -> Text:
        return words.HELD_BY[self.held_by]

    @property
    def blocks_said(self) -> tuple[Text, ...]:
        return tuple(words.BLOCKS[each] for each in self.blocks)


@dataclass(frozen=True, slots=True)
class NeedRow:
    """Who needs a permit of a kind, and for what."""

    kind: str
    name: Text
    organisation: str
    company: Text | None
    place: str
    blocks: tuple[str, ...]
    classes: tuple[str, ...]
    since: date

    @property
    def blocks_said(self) -> tuple[Text, ...]:
        return tuple(words.BLOCKS[each] for each in self.blocks)


@dataclass(frozen=True, slots=True)
class PermitRow:
    """One permit as it stands today."""

    id: UUID
    code: str
    kind: str
    name: Text
    authority: Text
    owner: UUID | None
    organisation: str
    company: Text
    place: str
    place_name: Text | None
    number: str
    issued_on: date
    expires_on: date | None
    remind_days: tuple[int, ...]
    file_name: str
    file_url: str
    replaces: str
    state: str
    reason: str
    standing: str

    @property
    def standing_said(self) -> Text:
        return words.STANDINGS[self.standing]

    @property
    def look(self) -> str:
        return words.LOOKS[self.standing]


@dataclass(frozen=True, slots=True)
class Held:
    """A kind that is needed, and whether it is held."""

    kind: str
    name: Text
    held: bool


def kinds() -> list[KindRow]:
    """Every kind, by code."""
    return [
        KindRow(k.code, both(k.name_ko, k.name_en), both(k.authority_ko, k.authority_en), k.held_by, tuple(k.blocks), tuple(k.classes),
                tuple(k.remind_days), k.item, k.read_in, k.certainty)
        for k in PermitKind.objects.order_by("code")
    ]  # fmt: skip


def needs() -> list[NeedRow]:
    """What is needed now: the cluster's rules for everybody, and the asker's own."""
    return [_need(each) for each in _needs()]


def unheld() -> list[NeedRow]:
    """What is needed today and nobody holds who may, as far as the asker sees: no permit of the kind, of the cluster or the
    company that needs it, there or around there, has begun or waits for confirmation. One that has expired was held, and is told
    as that. One statement."""
    return [_need(each) for each in _needs().filter(RawSQL(_UNHELD, (today(),), BooleanField()), since__lte=today())]


def _needs() -> QuerySet[PermitNeed]:
    return PermitNeed.objects.filter(ended_on=None).select_related("kind", "organisation", "place").order_by("kind__code", "since")


def _need(n: PermitNeed) -> NeedRow:
    whose = n.organisation
    return NeedRow(
        n.kind.code, both(n.kind.name_ko, n.kind.name_en), whose.code if whose else "", both(whose.name_ko, whose.name_en) if whose else None,
        n.place.code if n.place else "", tuple(n.blocks), tuple(n.classes), n.since,
    )


def permits(*, gone: bool = False, organisation: UUID | None = None) -> list[PermitRow]:
    """Those that still matter, the most urgent first; with those that are over, where `gone` says so. One statement."""
    found = _rows().order_by("expires_on", "code")
    if organisation is not None:
        found = found.filter(organisation_id=organisation)
    rows = [_row(each, today()) for each in (found if gone else found.exclude(state__in=("refused", "ended")))]
    urgency = ("expired", "recorded", "soon", "to_come", "in_force", "refused", "ended")
    return sorted(rows, key=lambda row: (urgency.index(row.standing), row.expires_on or date.max, row.code))


def permit(code: str) -> PermitRow:
    """One by its code. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.PERMIT_UNKNOWN)
    return _row(found, today())


def held(
    thing: str, *, organisation: UUID | None, places: Iterable[UUID] = (), day: date | None = None, classes: Collection[str] = (),
) -> list[Held]:
    """What is needed for a thing (`booking`, `licence`, `bringing`, `access`) on a day, and whether it is held. One statement."""
    said: dict[str, Any] = {
        "thing": thing, "organisation": organisation, "places": list(places), "day": day or today(), "classes": list(classes),
    }
    with connection.cursor() as cursor:
        cursor.execute(STANDING, said)
        return [Held(code, both(ko, en), is_held) for code, ko, en, is_held in cursor.fetchall()]


def answers(item: str, organisation: UUID) -> list[Held]:
    """Kinds that answer a row of a checklist, and whether the company or the cluster holds one in force today. Two statements."""
    found = list(PermitKind.objects.filter(item=item))
    there = {
        row.kind for row in permits()
        if row.standing in ("in_force", "soon") and row.owner in (None, organisation)
    }  # fmt: skip
    return [Held(k.code, both(k.name_ko, k.name_en), k.code in there) for k in found]


def _rows() -> QuerySet[Permit]:
    return Permit.objects.select_related("kind", "organisation", "place", "file", "replaces")


def _row(p: Permit, day: date) -> PermitRow:
    whose, where, remind = p.organisation, p.place, p.remind_days or p.kind.remind_days
    return PermitRow(
        p.id, p.code, p.kind.code, both(p.kind.name_ko, p.kind.name_en), both(p.kind.authority_ko, p.kind.authority_en), p.organisation_id,
        whose.code if whose else "", both(whose.name_ko, whose.name_en) if whose else words.CLUSTER, where.code if where else "",
        both(where.name_ko, where.name_en) if where else None, p.number, p.issued_on, p.expires_on, tuple(remind),
        p.file.name if p.file else "", files.url(p.file.id, p.file.name) if p.file else "", p.replaces.code if p.replaces else "",
        p.state, p.reason, policy.standing(p.state, p.issued_on, p.expires_on, day, remind),
    )
