"""Partnering events: the hall, taking part, profiles, and when somebody is not free."""

from datetime import time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from squaremile.core.reads import me as myself
from squaremile.core.reads import organisations
from squaremile.core.reads.organisations import OrganisationRow
from squaremile.core.words import BAD_INPUT, NAME_NEEDED, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import (
    Engagement,
    Event,
    Meeting,
    MeetingRequest,
    MeetingSlot,
    MeetingTable,
    Participant,
    Partnering,
    Profile,
    SeatHolder,
)
from squaremile.network.operations.events import locked, of_code
from squaremile.network.operations.seats import ONCE, leave_seat, take_seat
from squaremile.network.policies import event_times
from squaremile.network.words import partnering as words

MOST_TABLES, MOST_SLOTS = 500, 300


@operation(
    "network.set_up_partnering", ko="파트너링 준비하기", en="Set up a partnering event", may=rules.run_events,
    refuses=(words.NOT_PARTNERING, words.SET_UP_ALREADY, words.HALL_UNSOUND, NOT_FOUND),
    constraints={
        "partnering_mode_known": BAD_INPUT, "meeting_slot_number_once": words.SET_UP_ALREADY,
        "meeting_slot_no_overlap": words.SET_UP_ALREADY, "meeting_table_number_once": words.SET_UP_ALREADY,
    },
)
def set_up_partnering(
    *, event: str, mode: str, tables: int, first: str = "10:00", last: str = "17:00", minutes: int = 30, pause: int = 0,
) -> Partnering:
    """Tables and slots: on every day of the event from `first` to `last`, meetings of so many `minutes`."""
    found = locked(event)
    if found.kind != "partnering":
        raise Refused(words.NOT_PARTNERING)
    if Participant.objects.filter(event=found).exists():
        raise Refused(words.SET_UP_ALREADY)
    spans = event_times.slots(
        found.period, ZoneInfo(settings.TIME_ZONE), first=_hour(first), last=_hour(last), minutes=max(5, minutes),
        pause=max(0, pause),
    )
    if not spans or len(spans) > MOST_SLOTS or not 0 < tables <= MOST_TABLES:
        raise Invalid(words.HALL_UNSOUND)
    hall, _ = Partnering.objects.update_or_create(event=found, defaults={"mode": mode})
    MeetingSlot.objects.filter(event=found).delete()
    MeetingTable.objects.filter(event=found).delete()
    MeetingSlot.objects.bulk_create(
        MeetingSlot(event=found, number=n, period=span) for n, span in enumerate(spans, start=1)
    )
    MeetingTable.objects.bulk_create(MeetingTable(event=found, number=n) for n in range(1, tables + 1))
    note(subject=found, mode=mode, slots=len(spans), tables=tables)
    return hall


def _hour(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise Invalid(words.HALL_UNSOUND) from None


def hall(event: Event) -> Partnering:
    """The hall of an event that is set up. Raises `network.not_partnering`."""
    found = Partnering.objects.filter(event=event).first()
    if found is None:
        raise Refused(words.NOT_PARTNERING)
    return found


def me(event: Event) -> Participant:
    """The asker as a participant. Raises `network.not_registered`."""
    found = Participant.objects.filter(event=event, user_id=require().actor, state="registered").first()  # type: ignore[misc]
    if found is None:
        raise Refused(words.NOT_REGISTERED)
    return found


@operation(
    "network.register_participant", ko="파트너링 등록", en="Register for partnering", may=rules.attend,
    refuses=(words.NOT_OPEN, words.NOT_PARTNERING, words.REGISTERED_ALREADY, words.RSVP_ALREADY, NOT_FOUND),
    constraints={**ONCE, "participant_once": words.REGISTERED_ALREADY, "profile_named": NAME_NEEDED},
)
def register_participant(
    *, event: str, offers_ko: str = "", offers_en: str = "", asks_ko: str = "", asks_en: str = "",
) -> Profile:
    """Take a seat and show the other participants what one offers and asks for. Name and company are one's own."""
    found = locked(event)
    hall(found)
    if Participant.objects.filter(event=found, user_id=require().actor, state="registered").exists():  # type: ignore[misc]
        raise Refused(words.REGISTERED_ALREADY)
    take_seat(found, may_wait=False)
    company = _company()
    part, _ = Participant.objects.update_or_create(
        event=found, user_id=require().actor,
        defaults={
            "state": "registered", "organisation_id": company.id if company else None, "registered_at": clock.now(),
        },
    )
    who = myself.profile()
    of = company.name if company else Text(**settings.CLUSTER_NAME)
    said = {
        "event": found, "name_ko": who.name_ko, "name_en": who.name_en, "of_ko": of.ko, "of_en": of.en,
        "offers_ko": offers_ko.strip(), "offers_en": offers_en.strip(), "asks_ko": asks_ko.strip(),
        "asks_en": asks_en.strip(),
    }  # fmt: skip
    profile, _ = Profile.objects.update_or_create(
        participant=part, defaults=said, create_defaults={**said, "code": short_code("PA")}
    )
    note(subject=found, organisation=company.id if company else None)
    return profile


def _company() -> OrganisationRow | None:
    own = require().organisations
    return next((row for row in organisations.organisations() if row.id in own), None)


@operation(
    "network.edit_profile", ko="파트너링 소개 고치기", en="Edit one's partnering profile", may=rules.attend,
    refuses=(words.NOT_REGISTERED, NOT_FOUND),
)
def edit_profile(
    *, event: str, offers_ko: str = "", offers_en: str = "", asks_ko: str = "", asks_en: str = "",
) -> Profile:
    """Say anew what one offers and asks for."""
    part = me(of_code(event))
    profile = Profile.objects.get(participant=part)
    profile.offers_ko, profile.offers_en = offers_ko.strip(), offers_en.strip()
    profile.asks_ko, profile.asks_en = asks_ko.strip(), asks_en.strip()
    profile.save()
    note(subject=part.event, organisation=part.organisation_id)
    return profile


@operation(
    "network.withdraw_participant", ko="파트너링 등록 취소", en="Withdraw from partnering", may=rules.attend,
    refuses=(words.NOT_REGISTERED, NOT_FOUND), constraints=ONCE,
)
def withdraw_participant(*, event: str) -> Participant:
    """Give up the seat; requests are withdrawn and meetings cancelled."""
    found = locked(event)
    part = me(found)
    mine = Q(asker=part) | Q(asked=part)
    Meeting.objects.filter(Q(first=part) | Q(second=part), state="planned").update(state="cancelled")
    MeetingRequest.objects.filter(mine, state__in=("asked", "accepted")).update(state="withdrawn")
    part.state = "withdrawn"
    part.save(update_fields=["state"])
    holder = SeatHolder.objects.select_related("seat").get(event=found, person_id=part.user_id)
    leave_seat(found, holder)
    note(subject=found, organisation=part.organisation_id)
    return part


@operation(
    "network.set_availability", ko="비는 시간 정하기", en="Say when one is not free", may=rules.attend,
    refuses=(words.NOT_REGISTERED, words.SLOT_UNKNOWN, words.SLOT_ENGAGED, NOT_FOUND),
    constraints={"engagement_once": words.SLOT_ENGAGED},
)
def set_availability(*, event: str, away: list[int], why: str = "") -> list[Engagement]:
    """In which slots (by number) one is away or has another duty. Slots with a meeting have to be freed first."""
    found = of_code(event)
    part = me(found)
    wanted = {s.number: s for s in MeetingSlot.objects.filter(event=found, number__in=away)}
    if len(wanted) != len(set(away)):
        raise Missing(words.SLOT_UNKNOWN)
    Engagement.objects.filter(participant=part, meeting=None).delete()
    made = Engagement.objects.bulk_create(
        Engagement(participant=part, slot=slot, why=why.strip()[:200]) for _, slot in sorted(wanted.items())
    )
    note(subject=found, organisation=part.organisation_id, away=sorted(wanted))
    return made


def participant_of(code: str) -> tuple[UUID, Participant | None]:
    """The key of the participant with this profile code, and her row where the asker may see it. Raises Missing."""
    profile = Profile.objects.filter(code=code).first()
    if profile is None:
        raise Missing(NOT_FOUND)
    return profile.participant_id, Participant.objects.filter(id=profile.participant_id).first()
