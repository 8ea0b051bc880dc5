"""Letters of the day of pitches: applicants are invited to their time, or told that it is off; the panel gets its sheets."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core import door_keys, notices
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text, both
from squaremile.residency import rules
from squaremile.residency.models import (
    Application,
    PitchInvitation,
    PitchPanelist,
    PitchSlot,
    Review,
    ReviewRound,
)
from squaremile.residency.operations.assigning import GIVEN
from squaremile.residency.operations.rounds import copied, locked
from squaremile.residency.reads.pitches import invited, where_of
from squaremile.residency.words import pitch as words
from squaremile.residency.words import review


@operation(
    "residency.send_pitch_invitations", ko="발표 심사 안내 보내기", en="Send the invitations to pitch", may=rules.hold_reviews,
    refuses=(review.ROUND_UNKNOWN, review.ROUND_NOT_OPEN), constraints=GIVEN,
)
def send_pitch_invitations(*, review_round: str) -> ReviewRound:
    """Write to whoever has a slot and has not heard of that one, and to whoever heard of one that is off. Each of the panel
    is given the sheets of what she hears, and a letter once.
    """
    found = locked(review_round, is_open=True)
    copied(found)
    slots = list(
        PitchSlot.objects.filter(round=found, application__isnull=False, period__startswith__gt=clock.now())
        .select_related("sitting__room", "application__company__organisation", "application__call").order_by("period", "code")
    )
    before = invited(found.id)
    told = 0
    for slot in slots:
        last = before.get(slot.application_id)  # type: ignore[arg-type]
        if last is None or last.slot_id != slot.id:
            assert slot.application is not None
            _invite(found, slot.application, slot)
            told += 1
    now_placed = {slot.application_id for slot in PitchSlot.objects.filter(round=found, application__isnull=False)}
    off = [last for key, last in before.items() if last.slot_id and key not in now_placed and last.period.end > clock.now()]
    for last in off:
        _call_off(found, last.application)
    note(subject=found, invited=told, off=len(off), sheets=_sheets(found, slots), panel=_tell_panels(slots))
    return found


def _invite(found: ReviewRound, application: Application, slot: PitchSlot) -> None:
    where = where_of(slot.sitting)
    PitchInvitation.objects.create(
        code=short_code("PI"), round=found, application=application, company_id=application.company_id, slot=slot,
        period=slot.period, where_ko=where.ko[:200], where_en=where.en[:200], link=slot.sitting.link, at=clock.now(),
    )
    values = {**_values(application), "when": _when(slot.period.start), "where": _said(where, slot.sitting.link)}
    _write(application.company_id, words.SUBJECT.fill(values), words.LETTER.fill(values), f"pitch:{slot.id}:{application.id}")


def _call_off(found: ReviewRound, application: Application) -> None:
    made = PitchInvitation.objects.create(
        code=short_code("PI"), round=found, application=application, company_id=application.company_id, at=clock.now(),
    )
    values = _values(application)
    _write(application.company_id, words.OFF_SUBJECT.fill(values), words.OFF.fill(values), f"pitch-off:{made.id}")


def _write(company: UUID, subject: Text, body: Text, origin: str) -> None:
    """To those who write for it from outside, each in her language; to its admins where nobody does."""
    keys = [key for key in door_keys.standing(holder=company) if key.kind == "applicant"]
    for key in keys:
        notices.post(to=key.email, subject=subject.say(key.language), body=body.say(key.language))
    if not keys:
        letter = notices.Letter(subject=subject, body=body, about_bookings=False)
        notices.write(people.admins(company), "", origin, letter, about=company)


def _sheets(found: ReviewRound, slots: list[PitchSlot]) -> int:
    """A review for each of a panel and what she hears, where she has none. Returns how many are new."""
    there = set(Review.objects.filter(round=found).values_list("application_id", "reviewer_id"))
    panels = PitchPanelist.objects.filter(sitting__in={slot.sitting_id for slot in slots}, active=True)
    by_sitting: dict[UUID, list[UUID]] = {}
    for sitting, reviewer in panels.values_list("sitting_id", "reviewer_id"):
        by_sitting.setdefault(sitting, []).append(reviewer)
    now = clock.now()
    made = [
        Review(code=short_code("RV"), round=found, application_id=slot.application_id, reviewer_id=reviewer, state="given",
               rubric=found.rubric, blind=found.blind, given_at=now)
        for slot in slots for reviewer in by_sitting.get(slot.sitting_id, ())
        if slot.application_id is not None and (slot.application_id, reviewer) not in there
    ]
    Review.objects.bulk_create(made)
    return len(made)


def _tell_panels(slots: list[PitchSlot]) -> int:
    """Everybody on a panel that hears something hears of it once."""
    counts: Counter[UUID] = Counter(slot.sitting_id for slot in slots)
    rows = list(
        PitchPanelist.objects.filter(sitting__in=counts, active=True, told_at=None).select_related("reviewer", "sitting__room")
    )
    for row in rows:
        who, sitting = row.reviewer, row.sitting
        language = next((key.language for key in door_keys.standing(holder=who.id)), "ko")
        values = {
            "cluster": _cluster(), "name": both(who.name_ko, who.name_en), "count": counts[sitting.id],
            "when": _when(sitting.period.start), "where": _said(where_of(sitting), sitting.link),
        }
        notices.post(
            to=who.contact, subject=words.PANEL_SUBJECT.fill(values).say(language), body=words.PANEL.fill(values).say(language),
        )
        row.told_at = clock.now()
        row.save(update_fields=["told_at"])
    return len(rows)


def _values(application: Application) -> Mapping[str, object]:
    call, whose = application.call, application.company.organisation
    return {
        "cluster": _cluster(), "call": both(call.title_ko, call.title_en), "company": both(whose.name_ko, whose.name_en),
    }


def _cluster() -> Text:
    return Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"])


def _when(moment: datetime) -> str:
    return f"{moment.astimezone(ZoneInfo(settings.TIME_ZONE)):%Y-%m-%d %H:%M} ({settings.TIME_ZONE})"


def _said(where: Text, link: str) -> Text:
    return Text(ko=" · ".join(filter(None, (where.ko, link))), en=" · ".join(filter(None, (where.en, link))))
