"""What was done, by whom, for whom: for staff everything, for a company its own, for a person what she did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from squaremile.core import refs
from squaremile.core.models import Activity, Organisation, User
from squaremile.core.reads.people_directory import KIND, text
from squaremile.core.words import NOT_FOUND, STAFF_UNNAMED, SYSTEM_NAMES
from squaremile.kernel.errors import Missing
from squaremile.kernel.operation import registry
from squaremile.kernel.words import Text

EXPORT_MOST = 10_000
"""Rows of one export."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: an organisation's code, an operation, a person's ref, days of the cluster's zone (inclusive)."""

    organisation: str = ""
    operation: str = ""
    person: str = ""
    since: date | None = None
    until: date | None = None
    acting_only: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `operator` is given where somebody acted for `actor`."""

    at: datetime
    operation: str
    label: Text
    actor: Text
    operator: Text | None
    reason: str
    organisation: Text | None
    subject: str
    data: dict[str, Any]


def query(wanted: Wanted) -> QuerySet[Activity]:
    """The acts, newest first; row security narrows them to the asker's. Raises Missing for an unknown organisation."""
    found = Activity.objects.order_by("-at", "-id")
    if wanted.organisation:
        where = Organisation.objects.filter(code=wanted.organisation).values_list("id", flat=True).first()
        if where is None:
            raise Missing(NOT_FOUND)
        found = found.filter(organisation_id=where)
    if wanted.operation:
        found = found.filter(operation=wanted.operation)
    if wanted.person:
        who = refs.read(KIND, wanted.person)
        found = found.filter(Q(actor=who) | Q(operator=who))
    if wanted.acting_only:
        found = found.exclude(reason="")
    zone = ZoneInfo(settings.TIME_ZONE)
    if wanted.since:
        found = found.filter(at__gte=datetime.combine(wanted.since, time.min, zone))
    if wanted.until:
        found = found.filter(at__lt=datetime.combine(wanted.until + timedelta(days=1), time.min, zone))
    return found


def entries(acts: Iterable[Activity]) -> list[Entry]:
    """A slice of `query` in words: three statements however long it is."""
    rows = list(acts)
    people = _people({k for a in rows for k in (a.actor, a.operator) if k})
    companies = {
        o.id: text(o.name_ko, o.name_en)
        for o in Organisation.objects.filter(id__in={a.organisation_id for a in rows if a.organisation_id})
    }
    return [
        Entry(
            a.at, a.operation, _label(a.operation), _who(a, people),
            people.get(a.operator, STAFF_UNNAMED) if a.operator and a.operator != a.actor else None, a.reason,
            companies.get(a.organisation_id) if a.organisation_id else None, a.subject_code, a.data,
        )
        for a in rows
    ]


def operations_seen() -> list[tuple[str, Text]]:
    """Every operation by name, to choose from."""
    return sorted(((name, each.label) for name, each in registry.items()), key=lambda pair: pair[0])


def _people(keys: set[UUID]) -> dict[UUID, Text]:
    return {u.id: text(u.name_ko, u.name_en) for u in User.objects.filter(id__in=keys)}


def _who(act: Activity, people: dict[UUID, Text]) -> Text:
    if act.actor is None and not act.system and act.reason:
        return Text(ko=act.reason, en=act.reason)  # by a door key: whose it is stands where a reason does
    if act.actor is None:
        return SYSTEM_NAMES.get(act.system, SYSTEM_NAMES["worker"])
    # Those whose row one may not see and who still act on one's things are staff.
    return people.get(act.actor, STAFF_UNNAMED)


def _label(operation: str) -> Text:
    known = registry.get(operation)
    return known.label if known else Text(ko=operation, en=operation)
