"""Whom to tell about stops that moved: accounts of those expected, and addresses of hosts who have none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.kernel.words import Text
from squaremile.network.models import Approval, Contact, VisitStop
from squaremile.network.reads.visit_plan import zone_of


@dataclass(frozen=True, slots=True)
class Told:
    """A stop and who hears of it. Times are on the visit's clock."""

    code: str
    name: Text
    title: Text
    start: datetime
    end: datetime
    users: tuple[UUID, ...]
    addresses: tuple[tuple[str, str], ...]
    """(e-mail address, language) of hosts without an account."""


def told(stops: Iterable[UUID]) -> list[Told]:
    """The stops by their keys, as they lie now."""
    found = VisitStop.objects.filter(id__in=list(stops)).select_related("delegation").prefetch_related("people__person")
    rows = []
    for stop in found.order_by("period", "code"):
        zone, visit = zone_of(stop.delegation), stop.delegation
        hosts = [p.person for p in stop.people.all() if p.person is not None and p.user_id is None]
        contacts = dict(Contact.objects.filter(person__in=hosts).exclude(email="").values_list("person_id", "email"))
        rows.append(Told(
            stop.code, Text(ko=visit.name_ko or visit.name_en, en=visit.name_en or visit.name_ko),
            Text(ko=stop.title_ko or stop.title_en, en=stop.title_en or stop.title_ko), stop.period.start.astimezone(zone),
            stop.period.end.astimezone(zone), tuple(p.user_id for p in stop.people.all() if p.user_id),
            tuple((contacts[h.id], "ko" if h.speaks.startswith("ko") else "en") for h in hosts if h.id in contacts),
        ))
    return rows


def approver(delegation: UUID, turn: int) -> list[UUID]:
    """Who decides in that turn."""
    return list(Approval.objects.filter(delegation_id=delegation, position=turn).values_list("approver_id", flat=True))
