"""People of a company: they join within its seats, change, hand over and leave."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from squaremile.core.operations import end_membership, end_role
from squaremile.core.reads import grants
from squaremile.core.rules import keep_own_company
from squaremile.core.words import NOT_FOUND, NOT_YOURSELF, ROLE_NOT_YOURS
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.residency import WorkHandedOver
from squaremile.residency import rules
from squaremile.residency.models import Member
from squaremile.residency.operations.checklists import give, theirs
from squaremile.residency.operations.heads import tell_heads
from squaremile.residency.policies import checklists as policy
from squaremile.residency.policies.head_count import Spell
from squaremile.residency.reads.days import begin_of, end_of, today
from squaremile.residency.reads.head_count import room
from squaremile.residency.words import people as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

DAY = timedelta(days=1)
LIMITS = {"member_within_seats": words.OVER_SEATS, "member_once_at_a_time": words.MEMBER_TWICE,
          "member_hours_sound": words.KIND_UNKNOWN, "member_stay_sound": words.STAY_UNSOUND}  # fmt: skip


@operation(
    "residency.join", ko="구성원 합류", en="Let somebody join", may=rules.keep_members, constraints=LIMITS,
    refuses=(COMPANY_UNKNOWN, words.NOT_RESIDENT, words.NOT_IN_COMPANY, words.KIND_UNKNOWN, words.STAY_UNSOUND,
             words.OVER_SEATS),
)
def join(
    *, company: str, person: UUID, kind: str = "scientist", joined_on: date | None = None, last_day: date | None = None,
    title: str = "", employer: str = "", work: Sequence[str] = (), minor: bool = False, weekly_hours: int = 40,
) -> Member:
    """Count somebody who holds a role in the company among its people, and give her the checklist of her work.

    Refused over the seats of the licence, with the fullest day and the sum.
    """
    found, first = theirs(company), joined_on or today()
    if found.state not in ("admitted", "resident"):
        raise Refused(words.NOT_RESIDENT)
    if not grants.belongs(person, found.id):
        raise Refused(words.NOT_IN_COMPANY)
    _sound(kind, work)
    if last_day is not None and last_day < first:
        raise Invalid(words.STAY_UNSOUND)
    gone = last_day + DAY if last_day else None
    for fit in room(found.id, Spell(str(person), first, gone)):
        if not fit.fits:
            raise Refused(words.OVER_SEATS, arithmetic=fit.arithmetic)
    made = Member.objects.create(
        code=short_code("MB"), company=found, person_id=person, kind=kind, title=title.strip()[:80],
        employer=employer.strip()[:120], work=sorted(set(work)), minor=minor, weekly_hours=weekly_hours, joined_on=first,
        gone_on=gone, created_at=clock.now(),
    )
    tell_heads(found.id)
    rows = give(found, made, policy.tags(kind=kind, work=work, minor=minor), first, "start")
    note(subject=made, organisation=found.id, person=person, kind=kind, work=made.work, joined_on=first, rows=rows)
    return made


@operation(
    "residency.change_member", ko="구성원 정보 고치기", en="Change a member", may=rules.keep_members, constraints=LIMITS,
    refuses=(words.MEMBER_UNKNOWN, words.KIND_UNKNOWN, words.HAS_LEFT),
)
def change_member(
    *, company_member: str, kind: str = "scientist", title: str = "", employer: str = "", work: Sequence[str] = (),
    minor: bool = False, weekly_hours: int = 40,
) -> Member:
    """Other work or another place: rows of the checklist that this brings are added, those she has stay."""
    found = present(company_member)
    _sound(kind, work)
    before = {"kind": found.kind, "work": found.work, "weekly_hours": found.weekly_hours}
    found.kind, found.title, found.employer = kind, title.strip()[:80], employer.strip()[:120]
    found.work, found.minor, found.weekly_hours = sorted(set(work)), minor, weekly_hours
    found.save(update_fields=["kind", "title", "employer", "work", "minor", "weekly_hours"])
    rows = give(found.company, found, policy.tags(kind=kind, work=work, minor=minor), today(), "start")
    note(subject=found, organisation=found.company_id, before=before, kind=kind, work=found.work, rows=rows)
    return found


@operation(
    "residency.hand_over", ko="동료에게 일 넘기기", en="Hand work over to a colleague", may=rules.keep_members,
    refuses=(words.MEMBER_UNKNOWN, words.COLLEAGUE_UNKNOWN, words.HAS_LEFT),
)
def hand_over(*, company_member: str, hand_over_to: UUID, since: date | None = None) -> Member:
    """What she holds from a day on (at once) goes to a colleague of the same company: bookings, for one."""
    found = present(company_member)
    if hand_over_to == found.person_id or not grants.belongs(hand_over_to, found.company_id):
        raise Refused(words.COLLEAGUE_UNKNOWN)
    moment = begin_of(since) if since else clock.now()
    publish(WorkHandedOver(
        person=found.person_id, organisation=found.company_id, hand_over_to=hand_over_to, since=moment
    ))
    note(subject=found, organisation=found.company_id, to=hand_over_to, since=moment)
    return found


@operation(
    "residency.leave", ko="구성원 떠남", en="Record that somebody leaves", may=keep_own_company, constraints=LIMITS,
    refuses=(words.MEMBER_UNKNOWN, words.HAS_LEFT, words.STAY_UNSOUND, words.COLLEAGUE_UNKNOWN, NOT_FOUND, NOT_YOURSELF,
             ROLE_NOT_YOURS),
)
def leave(*, company_member: str, last_day: date | None = None, hand_over_to: UUID | None = None) -> Member:
    """She leaves, in one step: roles, tokens and invitations of the company end at the close of her last day, now where
    none is given. Bookings after it go to a colleague, or are given back. Badges and keys are listed to return.
    """
    found, last = present(company_member), last_day or today()
    if last < found.joined_on:
        raise Invalid(words.STAY_UNSOUND)
    if found.person_id == require().actor:
        raise Refused(NOT_YOURSELF)
    at_once = last_day is None or last < today()
    if hand_over_to is not None:
        # Before the roles end: what is handed over is not there to be given back.
        hand_over(company_member=company_member, hand_over_to=hand_over_to, since=None if at_once else last + DAY)
    found.gone_on = last + DAY
    found.save(update_fields=["gone_on"])
    tell_heads(found.company_id)
    give(found.company, found, policy.tags(kind=found.kind, work=found.work), last, "exit")
    if at_once and grants.belongs(found.person_id, found.company_id):
        end_membership(person=found.person_id, organisation=found.company_id)
    elif not at_once:
        for grant in grants.held_or_to_come(clock.now()).filter(user=found.person_id, organisation=found.company_id):
            if grant.valid.end > end_of(last):
                end_role(grant=grant.id, end=end_of(last))
    note(subject=found, organisation=found.company_id, person=found.person_id, last_day=last, at_once=at_once,
         to=hand_over_to)
    return found


def present(code: str) -> Member:
    """A member whom the asker keeps and who has not left, locked. Raises Missing, or `residency.member_left`."""
    seen = Member.objects.filter(code=code).select_related("company").first()
    if seen is None or not (require().staff or seen.company_id in require().organisations):
        raise Missing(words.MEMBER_UNKNOWN)
    found = Member.objects.select_for_update(of=("self",)).select_related("company").filter(id=seen.id).first()
    if found is None:
        raise Missing(words.MEMBER_UNKNOWN)
    if found.gone_on is not None and found.gone_on <= today():
        raise Refused(words.HAS_LEFT)
    return found


def _sound(kind: str, work: Sequence[str]) -> None:
    if kind not in policy.KINDS or set(work) - set(policy.WORK):
        raise Invalid(words.KIND_UNKNOWN)
