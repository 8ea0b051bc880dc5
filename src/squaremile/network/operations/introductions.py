"""Introductions, from the requester's side and the liaison staff's: asked for, passed on or not, met, and what came of it."""

from collections.abc import Iterable

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Introduction, IntroductionDetail, Lab, Need, Partner, Person
from squaremile.network.models.introduction import OUTCOMES
from squaremile.network.operations.turns import take_turns
from squaremile.network.reads.members import Member
from squaremile.network.reads.members import member as member_of
from squaremile.network.words import directory as their
from squaremile.network.words import liaison as words
from squaremile.published.liaison import IntroductionStepped

OPEN = ("requested", "asked", "accepted", "met")
STEP = {"introduction_step_allowed": words.INTRODUCTION_STEP}


@operation(
    "network.request_introduction", ko="소개 요청하기", en="Ask for an introduction", may=rules.ask_introduction,
    refuses=(
        words.MEMBER_UNKNOWN, words.NEED_UNKNOWN, words.INTRODUCTION_TARGET, words.INTRODUCTION_OPEN,
        words.NO_CONTACT_WANTED, their.PERSON_UNKNOWN, their.LAB_UNKNOWN, their.PARTNER_UNKNOWN, words.GROUNDS_NEEDED,
    ),
    constraints={"introduction_reasoned": words.GROUNDS_NEEDED, **STEP},
)
def request_introduction(
    *, member: str, expert: str = "", lab: str = "", partner: str = "", reason_ko: str = "", reason_en: str = "",
    need: str = "", anonymous: bool = False, contact_name: str = "", contact_email: str = "",
) -> Introduction:
    """Ask the liaison staff to introduce the member to a person, a lab or an organisation of the directory.

    The reason is for the staff. The expert is told who asks only when she accepts, if `anonymous`. The contact is the
    asker, unless another is given.
    """
    whose, asking = member_of(member), require()
    if not (reason_ko.strip() or reason_en.strip()):
        raise Invalid(words.GROUNDS_NEEDED)
    target = _target(expert, lab, partner)
    _once(whose, target)
    made = Introduction.objects.create(
        code=short_code("IT"), state="requested", anonymous=anonymous, created_at=clock.now(), **target
    )
    detail = IntroductionDetail(
        introduction=made, **whose.columns, requested_by_id=asking.actor,  # type: ignore[misc]  # whoever may ask is somebody
        need=_need(need), reason_ko=reason_ko.strip(),
        reason_en=reason_en.strip(), member_ko=whose.name.ko, member_en=whose.name.en,
    )
    asker = detail.requested_by
    detail.contact_ko = contact_name.strip() or asker.name_ko or asker.name_en
    detail.contact_en = contact_name.strip() or asker.name_en or asker.name_ko
    detail.contact_email = contact_email.strip() or asker.email
    detail.save(force_insert=True)
    note(subject=made, organisation=whose.organisation)
    publish(IntroductionStepped(made.id, "requested"))
    return made


def _target(expert: str, lab: str, partner: str) -> dict[str, Person | Lab | Partner]:
    if sum(map(bool, (expert, lab, partner))) != 1:
        raise Invalid(words.INTRODUCTION_TARGET)
    if expert:
        person = Person.objects.filter(code=expert, merged_into=None).first()
        if person is None:
            raise Missing(their.PERSON_UNKNOWN)
        if person.contact_way == "none":
            raise Refused(words.NO_CONTACT_WANTED)
        return {"person": person}
    if lab:
        group = Lab.objects.filter(code=lab).first()
        if group is None:
            raise Missing(their.LAB_UNKNOWN)
        return {"lab": group}
    body = Partner.objects.filter(code=partner, merged_into=None).first()
    if body is None:
        raise Missing(their.PARTNER_UNKNOWN)
    return {"target": body}


def _once(whose: Member, target: dict[str, Person | Lab | Partner]) -> None:
    """One open request of a member to the same one, however fast it is asked. Others' are neither seen nor counted."""
    take_turns("introduction", *whose.columns.values(), *(one.id for one in target.values()))
    named = {f"introduction__{kind}": one for kind, one in target.items()}
    if IntroductionDetail.objects.filter(**whose.only, **named, introduction__state__in=OPEN).exists():
        raise Refused(words.INTRODUCTION_OPEN)


def _need(code: str) -> Need | None:
    found = Need.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise Missing(words.NEED_UNKNOWN)
    return found


def own(code: str, states: Iterable[str]) -> tuple[Introduction, IntroductionDetail]:
    """An introduction from the requester's side, locked, at one of these stages. The expert's eyes see no detail."""
    detail = IntroductionDetail.objects.filter(introduction__code=code).first()
    if detail is None:
        raise Missing(words.INTRODUCTION_UNKNOWN)
    found = Introduction.objects.select_for_update(of=("self",)).filter(id=detail.introduction_id).first()
    if found is None:
        raise Missing(words.INTRODUCTION_UNKNOWN)
    if found.state not in states:
        raise Refused(words.INTRODUCTION_STEP)
    return found, detail


def step(found: Introduction, state: str, *more: str) -> Introduction:
    """Write the new state; the database checks the step, dates it and keeps it."""
    found.state = state
    found.save(update_fields=["state", *more])
    publish(IntroductionStepped(found.id, state))
    return found


TAKEN = (words.INTRODUCTION_UNKNOWN, words.INTRODUCTION_STEP)


@operation(
    "network.refuse_introduction", ko="소개 요청 돌려보내기", en="Do not pass an introduction on", may=rules.liaise,
    refuses=(*TAKEN, words.GROUNDS_NEEDED), constraints=STEP,
)
def refuse_introduction(*, introduction: str, reason: str) -> Introduction:
    """The staff do not pass the request on; the requester reads why, and the expert never hears of it."""
    if not reason.strip():
        raise Invalid(words.GROUNDS_NEEDED)
    found, detail = own(introduction, ("requested",))
    detail.refused_reason = reason.strip()
    detail.save(update_fields=["refused_reason"])
    note(subject=found, organisation=detail.organisation_id)
    return step(found, "refused")


@operation(
    "network.withdraw_introduction", ko="소개 요청 거두기", en="Withdraw a request for an introduction",
    may=rules.ask_introduction, refuses=TAKEN, constraints=STEP,
)
def withdraw_introduction(*, introduction: str) -> Introduction:
    """Take the request back, while nobody has answered it. A letter that was sent opens nothing from then on."""
    found, detail = own(introduction, ("requested", "asked"))
    note(subject=found, organisation=detail.organisation_id)
    return step(found, "withdrawn")


@operation(
    "network.record_introduction_met", ko="소개한 사람을 만남", en="Record that both have met", may=rules.ask_introduction,
    refuses=TAKEN, constraints=STEP,
)
def record_introduction_met(*, introduction: str) -> Introduction:
    """The two sides have met; both may now say how it was."""
    found, detail = own(introduction, ("accepted",))
    found.met_at = clock.now()
    note(subject=found, organisation=detail.organisation_id)
    return step(found, "met", "met_at")


@operation(
    "network.close_introduction", ko="소개의 결과 적기", en="Record the outcome of an introduction",
    may=rules.ask_introduction, refuses=(*TAKEN, words.GROUNDS_NEEDED, BAD_INPUT), constraints=STEP,
)
def close_introduction(*, introduction: str, outcome: str, reason: str) -> Introduction:
    """What came of it, as one of the classes, with the reason. For the requester and the liaison staff."""
    if outcome not in OUTCOMES:
        raise Invalid(BAD_INPUT)
    if not reason.strip():
        raise Invalid(words.GROUNDS_NEEDED)
    found, detail = own(introduction, ("accepted", "met"))
    detail.outcome, detail.outcome_reason = outcome, reason.strip()
    detail.save(update_fields=["outcome", "outcome_reason"])
    note(subject=found, organisation=detail.organisation_id)
    return step(found, "closed")
