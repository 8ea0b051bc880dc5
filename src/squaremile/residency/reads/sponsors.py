"""Sponsors: what their contracts entitle to, what is left, and the profiles that they may look at."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Profile, ProfileLook, Sponsor, SponsorContract, SponsorUse
from squaremile.residency.policies.entitlements import contract_year
from squaremile.residency.reads.companies import Shown, shown_of
from squaremile.residency.words import life as words


@dataclass(frozen=True, slots=True)
class ContractRow:
    """One contract. `year` and what is left of it only while it is in force."""

    code: str
    when: Period
    year: int | None
    tickets: int
    tickets_left: int | None
    events: int
    events_left: int | None
    named_spaces: Text


@dataclass(frozen=True, slots=True)
class UseRow:
    """An entitlement that was used."""

    code: str
    kind_said: Text
    year: int
    company: str
    says: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SponsorRow:
    """One sponsor with its contracts and what was used."""

    code: str
    name: Text
    contracts: tuple[ContractRow, ...]
    uses: tuple[UseRow, ...]
    looks: tuple[tuple[datetime, str], ...]


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A listed profile. `seen_at`: when this sponsor opened it last."""

    id: UUID
    shown: Shown
    seen_at: datetime | None


def sponsors() -> list[SponsorRow]:
    """Those the asker may see, by name."""
    return [_row(each) for each in Sponsor.objects.order_by("name_ko", "name_en", "code")]


def sponsor(code: str) -> SponsorRow:
    """One by its code. Raises Missing."""
    found = Sponsor.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.SPONSOR_UNKNOWN)
    return _row(found)


def me(holder: UUID) -> SponsorRow | None:
    """The sponsor whose key was used."""
    found = Sponsor.objects.filter(id=holder).first()
    return _row(found) if found else None


def profiles() -> list[ProfileRow]:
    """Profiles of companies that chose to be listed, and when the asker opened each."""
    seen: dict[UUID, datetime] = dict(ProfileLook.objects.order_by("at").values_list("company_id", "at"))
    found = Profile.objects.filter(listed=True).order_by("name_ko", "name_en", "id")
    return [ProfileRow(p.id, shown_of(p), seen.get(p.company_id)) for p in found]


def _row(found: Sponsor) -> SponsorRow:
    uses = list(SponsorUse.objects.filter(sponsor=found).select_related("company").order_by("-at"))
    contracts = SponsorContract.objects.filter(sponsor=found).order_by("-period")
    return SponsorRow(
        found.code, both(found.name_ko, found.name_en), tuple(_contract(c, uses) for c in contracts),
        tuple(UseRow(u.code, words.USES[u.kind], u.year, u.company.code if u.company else "", u.says, u.at) for u in uses),
        tuple(ProfileLook.objects.filter(sponsor=found).order_by("-at").values_list("at", "by")[:20]),
    )


def _contract(found: SponsorContract, uses: list[SponsorUse]) -> ContractRow:
    now = clock.now()
    running = found.period.start <= now < found.period.end
    year = contract_year(found.period.start, now) if running else None
    spent = {
        kind: sum(u.contract_id == found.id and u.kind == kind and u.year == year for u in uses) for kind in ("ticket", "event")
    }
    return ContractRow(
        found.code, found.period, year, found.tickets_a_year, found.tickets_a_year - spent["ticket"] if running else None,
        found.events_a_year, found.events_a_year - spent["event"] if running else None,
        both(found.named_spaces_ko, found.named_spaces_en),
    )
