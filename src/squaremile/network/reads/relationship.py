"""One relationship: membership with what is left of it, who looks after it, open promises, and the timeline."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, Sum

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.network.models import Directorship, Interaction, Membership, Person, Promise
from squaremile.network.policies.membership_year import year_of
from squaremile.network.reads import timeline
from squaremile.network.reads.members import Member, member, text
from squaremile.network.reads.relationships import today
from squaremile.network.words import directory as their
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class Counter:
    """How much of one thing was used in this year of the membership."""

    label: Text
    used: int
    yearly: int


@dataclass(frozen=True, slots=True)
class Held:
    """The membership that holds now, or the next to come."""

    code: str
    tier: Text
    start: datetime
    end: datetime
    dues: Money
    working_contact: Text | None
    policy_contact: Text | None
    working_code: str
    policy_code: str
    year_end: datetime
    counters: tuple[Counter, ...]
    begun: bool


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise as its table shows it."""

    code: str
    what: Text
    owner: Text
    owner_kind: str
    due: date
    late: bool
    internal: bool
    state: str
    state_label: Text
    member_code: str = ""


@dataclass(frozen=True, slots=True)
class Director:
    name: Text
    email: str
    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Relationship:
    member: Member
    held: Held | None
    directors: tuple[Director, ...]
    promises: tuple[PromiseRow, ...]
    events: tuple[timeline.Event, ...]

    @property
    def director(self) -> Director | None:
        return next((each for each in self.directors if each.end is None), None)


def page(code: str, kind: str = "") -> Relationship:
    """The relationship with a member. Raises `network.member_unknown` for whom it is not there."""
    whose = member(code)
    directors = Directorship.objects.filter(**whose.only).order_by("-started_at")
    promises = Promise.objects.filter(**whose.only, state="open").order_by("due", "code")
    return Relationship(
        whose, _held(whose),
        tuple(Director(text(d.name_ko, d.name_en), d.email, d.started_at, d.ended_at) for d in directors),
        tuple(row(each) for each in promises), tuple(timeline.of_member(whose.only, kind)),
    )


def row(each: Promise, member_code: str = "") -> PromiseRow:
    return PromiseRow(
        each.code, text(each.what_ko, each.what_en), text(each.owner_ko, each.owner_en), each.owner_kind, each.due,
        each.state == "open" and each.due < today(), each.internal, each.state, words.PROMISES[each.state], member_code,
    )


def _held(whose: Member) -> Held | None:
    now = clock.now()
    going = Membership.objects.filter(**whose.only, ended_at=None, valid__endswith__gt=now).select_related("tier")
    found = going.order_by("valid").first()
    if found is None:
        return None
    year = year_of(found.valid, now)
    used = dict(
        Interaction.objects.filter(Q(at__gte=year.start, at__lt=year.end), **whose.only).exclude(entitlement="")
        .values_list("entitlement").annotate(Sum("units"))
    )
    people = {p.id: p for p in Person.objects.filter(id__in=(found.working_contact_id, found.policy_contact_id))}
    working, policy = people.get(found.working_contact_id), people.get(found.policy_contact_id)  # type: ignore[arg-type]
    return Held(
        found.code, text(found.tier.name_ko, found.tier.name_en), found.valid.start, found.valid.end,
        Money(found.dues, found.currency), text(working.name_ko, working.name_en) if working else None,
        text(policy.name_ko, policy.name_en) if policy else None, working.code if working else "",
        policy.code if policy else "", year.end,
        tuple(
            Counter(words.ENTITLEMENTS[each.kind], used.get(each.kind, 0), each.yearly)
            for each in found.tier.entitlements.order_by("kind") if each.yearly
        ),
        found.valid.start <= now,
    )


def person(code: str, kind: str = "") -> tuple[Text, tuple[timeline.Event, ...]]:
    """Name and timeline of one person of the directory."""
    found = Person.objects.filter(code=code).first()
    if found is None:
        raise Missing(their.PERSON_UNKNOWN)
    return text(found.name_ko, found.name_en), tuple(timeline.of_person(found.id, kind))
