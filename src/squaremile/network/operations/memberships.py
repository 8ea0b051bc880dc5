"""Memberships: who joins for how long, who looks after whom, and how it ends."""

from datetime import datetime, timedelta
from uuid import UUID

from squaremile.core.reads import codes, people
from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Directorship, Membership, Person, Tier
from squaremile.network.reads.members import Member
from squaremile.network.reads.members import member as member_of
from squaremile.network.words import directory as their
from squaremile.network.words import liaison as words

OVERLAPS = {
    "membership_no_overlap_organisation": words.MEMBERSHIP_OVERLAPS,
    "membership_no_overlap_partner": words.MEMBERSHIP_OVERLAPS,
}


@operation(
    "network.admit_member", ko="회원 올리기", en="Admit a member", may=rules.liaise,
    refuses=(words.MEMBER_UNKNOWN, words.TIER_UNKNOWN, their.PERSON_UNKNOWN, BAD_INPUT), constraints=OVERLAPS,
)
def admit_member(
    *, member: str, tier: str, start: datetime, end: datetime | None = None, working_contact: str = "",
    policy_contact: str = "",
) -> Membership:
    """Enter a membership from `start` until `end` (a year), at the dues that the tier has today."""
    whose = member_of(member)
    found = Tier.objects.filter(code=tier, active=True).first()
    if found is None:
        raise Missing(words.TIER_UNKNOWN)
    ends = end or start + timedelta(days=365)
    if ends <= start:
        raise Invalid(BAD_INPUT)
    made = Membership.objects.create(
        code=short_code("MS"), **whose.columns, tier=found, valid=Period(start, ends), dues=found.dues,
        currency=found.currency, working_contact=_contact(working_contact), policy_contact=_contact(policy_contact),
        created_at=clock.now(),
    )
    note(subject=made, organisation=whose.organisation)
    return made


def _contact(code: str) -> Person | None:
    if not code:
        return None
    found = Person.objects.filter(code=code).first()
    if found is None:
        raise Missing(their.PERSON_UNKNOWN)
    return found


def _own(code: str) -> Membership:
    found = Membership.objects.select_for_update(of=("self",)).filter(code=code).first()
    if found is None:
        raise Missing(words.MEMBERSHIP_UNKNOWN)
    if found.ended_at:
        raise Refused(words.MEMBERSHIP_OVER)
    return found


@operation(
    "network.renew_membership", ko="회원 자격 갱신하기", en="Renew a membership", may=rules.liaise,
    refuses=(words.MEMBERSHIP_UNKNOWN, words.MEMBERSHIP_OVER, words.TIER_UNKNOWN), constraints=OVERLAPS,
)
def renew_membership(*, membership: str, tier: str = "") -> Membership:
    """Another year from the day it ends, in the same tier or another, at the dues of today."""
    found = _own(membership)
    wanted = Tier.objects.filter(code=tier, active=True) if tier else Tier.objects.filter(id=found.tier_id, active=True)
    into = wanted.first()
    if into is None:
        raise Missing(words.TIER_UNKNOWN)
    made = Membership.objects.create(
        code=short_code("MS"), organisation_id=found.organisation_id, partner_id=found.partner_id, tier=into,
        valid=Period(found.valid.end, found.valid.end + timedelta(days=365)), dues=into.dues, currency=into.currency,
        working_contact_id=found.working_contact_id, policy_contact_id=found.policy_contact_id, created_at=clock.now(),
    )
    note(subject=made, organisation=found.organisation_id)
    return made


@operation(
    "network.edit_contacts", ko="회원 연락 담당 바꾸기", en="Change a member's contacts", may=rules.liaise,
    refuses=(words.MEMBERSHIP_UNKNOWN, words.MEMBERSHIP_OVER, their.PERSON_UNKNOWN),
)
def edit_contacts(*, membership: str, working_contact: str = "", policy_contact: str = "") -> Membership:
    """Say whom to call about the everyday, and who decides about the membership; empty for nobody."""
    found = _own(membership)
    found.working_contact, found.policy_contact = _contact(working_contact), _contact(policy_contact)
    found.save(update_fields=["working_contact", "policy_contact"])
    note(subject=found, organisation=found.organisation_id)
    return found


@operation(
    "network.end_membership", ko="회원 자격 끝내기", en="End a membership", may=rules.liaise,
    refuses=(words.MEMBERSHIP_UNKNOWN, words.MEMBERSHIP_OVER, words.GROUNDS_NEEDED),
)
def end_membership(*, membership: str, reason: str) -> Membership:
    """End it now, with the reason. One that has not begun never will."""
    if not reason.strip():
        raise Invalid(words.GROUNDS_NEEDED)
    found, now = _own(membership), clock.now()
    if found.valid.contains(now) and now > found.valid.start:
        found.valid = Period(found.valid.start, now)
    found.ended_at, found.ended_by, found.end_reason = now, require().actor, reason.strip()
    found.save(update_fields=["valid", "ended_at", "ended_by", "end_reason"])
    note(subject=found, organisation=found.organisation_id, reason=found.end_reason)
    return found


@operation(
    "network.assign_director", ko="연계 담당 정하기", en="Assign a liaison director", may=rules.liaise,
    refuses=(words.MEMBER_UNKNOWN, words.DIRECTOR_UNFIT, words.DIRECTOR_SAME),
    constraints={
        "directorship_one_of_organisation": words.DIRECTOR_CHANGED,
        "directorship_one_of_partner": words.DIRECTOR_CHANGED,
    },
)
def assign_director(*, member: str, director: str) -> Directorship:
    """From now on she looks after the member; `director` is the e-mail address of a member of the liaison staff.

    Who did before stays on record.
    """
    whose, now = member_of(member), clock.now()
    made = Directorship(**whose.columns, director_id=_staff(director), started_at=now)
    before = Directorship.objects.select_for_update(of=("self",)).filter(**whose.only, ended_at=None).first()
    if before is not None:
        if before.director_id == made.director_id:
            raise Refused(words.DIRECTOR_SAME)
        before.ended_at = now
        before.save(update_fields=["ended_at"])
    made.name_ko, made.name_en, made.email = made.director.name_ko, made.director.name_en, made.director.email
    made.save(force_insert=True)
    note(subject=made, organisation=whose.organisation)
    return made


def _staff(email: str) -> UUID:
    """A member of the liaison staff by e-mail address."""
    try:
        found = codes.person(email)
    except Missing:
        raise Refused(words.DIRECTOR_UNFIT) from None
    if found not in people.staff("site_director", "programme"):
        raise Refused(words.DIRECTOR_UNFIT)
    return found


def director_of(whose: Member) -> UUID | None:
    """Who looks after the member now."""
    return Directorship.objects.filter(**whose.only, ended_at=None).values_list("director_id", flat=True).first()
