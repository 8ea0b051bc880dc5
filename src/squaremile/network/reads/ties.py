"""What there was before between us and an organisation, for whoever prepares a meeting: the briefing book's sheets."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.network.models import Interaction, Partner, Promise
from squaremile.network.words.liaison import INTERACTIONS

LAST = 3
"""Contacts named on a sheet."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that happened or is open: the day, what, and whether it is a promise that waits."""

    on: date
    says_ko: str
    says_en: str
    open_promise: bool = False


def ties(partner: UUID | None) -> tuple[Tie, ...]:
    """The last contacts, the latest first, then open promises, the next due first; of the partner itself, or of the
    company of the cluster that it is."""
    return (*_contacts(partner), *_promises(partner)) if partner else ()


def _contacts(partner: UUID) -> list[Tie]:
    found = Interaction.objects.filter(partner=partner) | Interaction.objects.filter(organisation__in=_tenant(partner))
    return [
        Tie(
            each.at.date(), f"{INTERACTIONS[each.kind].ko}: {each.title_ko or each.title_en}",
            f"{INTERACTIONS[each.kind].en}: {each.title_en or each.title_ko}",
        )
        for each in found.order_by("-at")[:LAST]
    ]


def _promises(partner: UUID) -> list[Tie]:
    found = Promise.objects.filter(partner=partner) | Promise.objects.filter(organisation__in=_tenant(partner))
    return [
        Tie(
            each.due, f"{each.owner_ko}: {each.what_ko or each.what_en}", f"{each.owner_en}: {each.what_en or each.what_ko}",
            open_promise=True,
        )
        for each in found.filter(state="open").order_by("due")
    ]


def _tenant(partner: UUID) -> list[UUID | None]:
    found = Partner.objects.filter(id=partner).exclude(organisation=None)
    return list(found.values_list("organisation_id", flat=True))
