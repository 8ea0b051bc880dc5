"""The itinerary by hand: stops are put in, moved earlier or later, given other times; minutes and promises of each."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import (
    Delegation,
    DelegationMember,
    Person,
    StopPerson,
    VisitPromise,
    VisitStop,
    VisitWish,
)
from squaremile.network.operations.delegations import OVER, open_delegation
from squaremile.network.operations.visit_wishes import party_of, place_of, wish_of
from squaremile.network.reads.visit_plan import zone_of
from squaremile.network.words import visits as words

_OPEN = (words.DELEGATION_UNKNOWN, words.DELEGATION_OVER)
_STOP = (words.STOP_UNKNOWN, words.DELEGATION_OVER)
_TIMES = (words.SPAN_EMPTY, words.OUTSIDE_VISIT)


@operation(
    "network.add_stop", ko="일정 넣기", en="Add a stop", may=rules.liaise,
    refuses=(*_OPEN, *_TIMES, words.PLACE_UNKNOWN, words.PARTY_UNKNOWN, words.WISH_UNKNOWN, BAD_INPUT),
    constraints={
        "network_visit_stop_code_key": CODE_TAKEN, "stop_code_fits": CODE_UNFIT, "stop_titled": NAME_NEEDED,
        "network_visit_stop_wish_id_key": words.WISH_PLANNED, "attendance_once": BAD_INPUT,
    },
)
def add_stop(
    *, delegation: str, kind: str, start: datetime, end: datetime, title_ko: str = "", title_en: str = "",
    wish: str = "", place: str = "", room: str = "", language: str = "", chair: str = "", fixed: bool = False,
    party: str = "", code: str = "",
) -> VisitStop:
    """Put a meeting, travel, meal, rest or ceremony into the itinerary.

    All members are expected, or those who go with the `party` (or the wish's) on that day; and the wish's host.

    Clashes are allowed and shown: a plan is made step by step. Without a `language`, it is the one that the host speaks.
    """
    found = open_delegation(delegation)
    if kind not in words.STOP_KINDS or language not in ("", "ko", "en"):
        raise Invalid(BAD_INPUT)
    wished = wish_of(wish) if wish else None
    if wished and wished.delegation_id != found.id:
        raise Missing(words.WISH_UNKNOWN)
    made = VisitStop.objects.create(
        code=code or short_code("VS"), delegation=found, kind=kind,
        title_ko=title_ko.strip() or (wished.title_ko if wished else ""),
        title_en=title_en.strip() or (wished.title_en if wished else ""),
        place=place_of(found, place) or (wished.place if wished else None), room=room.strip(), language=language or language_of(wished),
        chair=chair.strip(), fixed=fixed, wish=wished, party=party_of(found, party) or (wished.party if wished else None),
        **_both(span(found, start, end)),
    )
    expect(made, wished)
    note(subject=found, stop=made.code, period=made.period)
    return made


@operation(
    "network.edit_stop", ko="일정 고치기", en="Change a stop", may=rules.liaise,
    refuses=(*_STOP, *_TIMES, words.PLACE_UNKNOWN, words.PARTY_UNKNOWN, BAD_INPUT), constraints={"stop_titled": NAME_NEEDED},
)
def edit_stop(
    *, stop: str, start: datetime | None = None, end: datetime | None = None, title_ko: str | None = None,
    title_en: str | None = None, place: str | None = None, room: str | None = None, language: str | None = None,
    chair: str | None = None, fixed: bool | None = None, party: str | None = None,
) -> VisitStop:
    """Set its time, place, room, language, chair or party; what is left out stays. Given a start alone, it keeps its length.

    Those who go with its party on its day are expected, unless they were chosen one by one. An empty `party` is everybody.
    """
    found = stop_of(stop)
    if language is not None and language not in ("ko", "en"):
        raise Invalid(BAD_INPUT)
    if start is not None or end is not None:
        begins = start or found.period.start
        ends = end or begins + (found.period.end - found.period.start)
        for name, value in _both(span(found.delegation, begins, ends)).items():
            setattr(found, name, value)
    texts = {"title_ko": title_ko, "title_en": title_en, "room": room, "language": language, "chair": chair}
    for name, text in texts.items():
        if text is not None:
            setattr(found, name, text.strip())
    if fixed is not None:
        found.fixed = fixed
    if place is not None:
        found.place = place_of(found.delegation, place)
    if party is not None:
        found.party = party_of(found.delegation, party)
    found.save()
    gather(found)
    note(subject=found.delegation, stop=found.code, period=found.period)
    return found


@operation(
    "network.move_stop", ko="일정 순서 바꾸기", en="Move a stop", may=rules.liaise,
    refuses=(*_STOP, words.STOP_AT_EDGE, words.STOP_FIXED),
)
def move_stop(*, stop: str, earlier: bool) -> VisitStop:
    """Change places with the stop before (or after) on the same day: both keep their length, and the gap between them."""
    found = stop_of(stop)
    zone = zone_of(found.delegation)
    day = found.period.start.astimezone(zone).date()
    rows = VisitStop.objects.select_for_update(of=("self",)).filter(delegation=found.delegation).order_by("period", "code")
    same = [
        s for s in rows if s.period.start.astimezone(zone).date() == day
        and (not s.party_id or not found.party_id or s.party_id == found.party_id)
    ]
    at = next(n for n, s in enumerate(same) if s.code == found.code)
    other_at = at - 1 if earlier else at + 1
    if not 0 <= other_at < len(same):
        raise Refused(words.STOP_AT_EDGE)
    first, second = sorted((at, other_at))
    a, b = same[first], same[second]
    if a.fixed or b.fixed:
        raise Refused(words.STOP_FIXED)
    gap = max(b.period.start - a.period.end, timedelta(0))
    length_a, length_b = a.period.end - a.period.start, b.period.end - b.period.start
    begins = a.period.start
    b.period = b.planned = Period(begins, begins + length_b)
    a.period = a.planned = Period(begins + length_b + gap, begins + length_b + gap + length_a)
    for each in (a, b):
        each.save(update_fields=["period", "planned"])
    note(subject=found.delegation, stop=found.code, earlier=earlier)
    return a if a.code == found.code else b


@operation(
    "network.remove_stop", ko="일정 빼기", en="Remove a stop", may=rules.liaise, refuses=(*_STOP, words.STOP_MINUTED),
)
def remove_stop(*, stop: str) -> None:
    """Take a stop out of the itinerary; its wish remains. Not once minutes or promises were written."""
    found = stop_of(stop)
    if found.minuted_at or VisitPromise.objects.filter(stop=found).exists():
        raise Refused(words.STOP_MINUTED)
    note(subject=found.delegation, stop=found.code, title=found.title, period=found.period)
    discard(found)


@operation(
    "network.record_visit_minutes", ko="면담록 적기", en="Write minutes", may=rules.liaise, refuses=(*_STOP, words.WHY_NEEDED),
)
def record_visit_minutes(*, stop: str, minutes_ko: str = "", minutes_en: str = "") -> VisitStop:
    """What was said at a stop, in one language or both. Those who were there may read it."""
    found = stop_of(stop)
    if not (minutes_ko.strip() or minutes_en.strip()):
        raise Invalid(words.WHY_NEEDED)
    found.minutes_ko, found.minutes_en = minutes_ko.strip(), minutes_en.strip()
    found.minuted_at, found.minuted_by_id = clock.now(), require().actor
    found.save(update_fields=["minutes_ko", "minutes_en", "minuted_at", "minuted_by"])
    note(subject=found.delegation, stop=found.code)
    return found


@operation(
    "network.add_visit_promise", ko="면담 약속 적기", en="Record a promise made at a meeting", may=rules.liaise,
    refuses=(*_STOP, words.WHY_NEEDED), constraints={"network_visit_promise_code_key": CODE_TAKEN, "visit_promise_said": words.WHY_NEEDED},
)
def add_visit_promise(*, stop: str, promiser: str, due_on: date, says_ko: str = "", says_en: str = "") -> VisitPromise:
    """What somebody promised at a meeting, and until when."""
    found = stop_of(stop)
    if not (says_ko.strip() or says_en.strip()) or not promiser.strip():
        raise Invalid(words.WHY_NEEDED)
    made = VisitPromise.objects.create(
        code=short_code("VR"), stop=found, says_ko=says_ko.strip(), says_en=says_en.strip(), promiser=promiser.strip(), due_on=due_on,
    )
    note(subject=found.delegation, stop=found.code, promise=made.code)
    return made


@operation(
    "network.keep_visit_promise", ko="면담 약속 이행 적기", en="A promise was kept", may=rules.liaise,
    refuses=(words.PROMISE_UNKNOWN,),
)
def keep_visit_promise(*, visit_promise: str) -> VisitPromise:
    """What was promised has been done. Also after the visit was closed."""
    found = VisitPromise.objects.select_related("stop__delegation").filter(code=visit_promise).first()
    if found is None:
        raise Missing(words.PROMISE_UNKNOWN)
    found.kept_at, found.kept_by_id = clock.now(), require().actor
    found.save(update_fields=["kept_at", "kept_by"])
    note(subject=found.stop.delegation, promise=found.code)
    return found


def stop_of(code: str) -> VisitStop:
    """A stop of a visit that can still be changed, locked."""
    found = VisitStop.objects.select_for_update(of=("self",)).select_related("delegation", "wish__host").filter(code=code).first()
    if found is None:
        raise Missing(words.STOP_UNKNOWN)
    if found.delegation.state in OVER:
        raise Refused(words.DELEGATION_OVER)
    return found


def span(delegation: Delegation, start: datetime, end: datetime) -> Period:
    """A period within the visit's days, the night after the last included."""
    if end <= start:
        raise Invalid(words.SPAN_EMPTY)
    day = start.astimezone(zone_of(delegation)).date()
    if not delegation.starts_on <= day <= delegation.ends_on or end - start > timedelta(days=1):
        raise Invalid(words.OUTSIDE_VISIT)
    return Period(start, end)


def language_of(wish: VisitWish | None) -> str:
    """What a meeting is held in unless somebody says otherwise: Korean where the host speaks it first, else English."""
    return "ko" if wish and wish.host and wish.host.speaks.startswith("ko") else "en"


def expect(stop: VisitStop, wish: VisitWish | None) -> None:
    """Everybody who comes: the members whose stop it is, and the host. Who has an account will see the stop."""
    gather(stop)
    host: Person | None = wish.host if wish else None
    if host is not None:
        user: UUID | None = host.user_id
        StopPerson.objects.create(stop=stop, person=host, user_id=user)


def gather(stop: VisitStop) -> None:
    """The members who are expected: all, or those who go with its party on its day; unless they were chosen one by one."""
    if stop.picked:
        return
    members = DelegationMember.objects.filter(delegation_id=stop.delegation_id).select_related("person")
    if stop.party_id:
        day = stop.period.start.astimezone(zone_of(stop.delegation)).date()
        members = members.filter(party_days__party_id=stop.party_id, party_days__day=day)
    attend(stop, members)


def attend(stop: VisitStop, members: Iterable[DelegationMember]) -> None:
    """Exactly these members are at the stop, besides its host."""
    wanted = {member.id: member for member in members}
    there = StopPerson.objects.filter(stop=stop, member__isnull=False)
    there.exclude(member__in=wanted).delete()
    for known in there.values_list("member_id", flat=True):
        del wanted[known]
    StopPerson.objects.bulk_create(
        StopPerson(stop=stop, member=member, user_id=member.person.user_id if member.person else None) for member in wanted.values()
    )


def discard(stop: VisitStop) -> None:
    """The stop and who was expected there."""
    StopPerson.objects.filter(stop=stop).delete()
    stop.delete()


def _both(period: Period) -> dict[str, Period]:
    return {"period": period, "planned": period}
