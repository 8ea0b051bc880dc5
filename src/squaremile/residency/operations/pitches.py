"""The day of pitches: sittings with their panels, slots filled by the planner or by hand, and sittings called off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.residency import rules
from squaremile.residency.models import (
    Application,
    PitchPanelist,
    PitchSitting,
    PitchSlot,
    ReviewConflict,
    Reviewer,
    ReviewRound,
)
from squaremile.residency.operations import reviewers
from squaremile.residency.operations.assigning import keep_found, papers_of
from squaremile.residency.operations.rounds import copied, locked
from squaremile.residency.policies.assignment import Judge
from squaremile.residency.policies.competition import plain
from squaremile.residency.policies.pitching import Slot, plan
from squaremile.residency.reads import pitch_times
from squaremile.residency.words import applications as applying
from squaremile.residency.words import pitch as words
from squaremile.residency.words import review
from squaremile.spaces.reads import places

PLACED = {
    "pitch_slot_once": words.PLACED_TWICE, "pitch_no_conflict": words.PANEL_CONFLICT, "review_of_round": review.NOT_IN_REVIEW,
    "pitch_of_round": words.NOT_A_PITCH, "review_conflict_once": review.CONFLICT_THERE, "review_paper_numbered": review.ROUND_STEP,
}
MOST, SHORTEST, LONGEST, FAR = 40, 5, 120, timedelta(days=366)


@operation(
    "residency.open_pitch_sitting", ko="발표 심사 자리 열기", en="Set up a sitting of pitches", may=rules.hold_reviews,
    refuses=(
        review.ROUND_UNKNOWN, review.REVIEWER_UNKNOWN, words.NOT_A_PITCH, words.SITTING_UNSOUND, words.SITTING_NOWHERE,
        "core.not_found",
    ),
    constraints={
        "pitch_of_round": words.NOT_A_PITCH, "pitch_room_free": words.ROOM_TAKEN, "pitch_panelist_free": words.PANELIST_TAKEN,
        "pitch_panelist_once": words.PANELIST_TAKEN, "pitch_slot_no_overlap": words.SITTING_UNSOUND,
    },
)
def open_pitch_sitting(
    *, review_round: str, start: datetime, panel: Sequence[str], pitch_count: int = 6, pitch_minutes: int = 20,
    pitch_pause: int = 5, place: str = "", link: str = "",
) -> PitchSitting:
    """A panel that hears `pitch_count` pitches one after another from `start` on, in a room, by a link, or both."""
    found = locked(review_round)
    if found.stage != "pitch":
        raise Refused(words.NOT_A_PITCH)
    now, who = clock.now(), list(dict.fromkeys(panel))
    sound = 1 <= pitch_count <= MOST and SHORTEST <= pitch_minutes <= LONGEST and 0 <= pitch_pause <= LONGEST and 1 <= len(who) <= 20
    if not sound or start.tzinfo is None or not now < start < now + FAR:
        raise Invalid(words.SITTING_UNSOUND)
    where = places.find(place).id if place.strip() else None
    if not (where or link.strip()) or (link.strip() and not link.strip().startswith("https://")):
        raise Invalid(words.SITTING_NOWHERE)
    begins = [start + timedelta(minutes=(pitch_minutes + pitch_pause) * n) for n in range(pitch_count)]
    spans = [Period(begin, begin + timedelta(minutes=pitch_minutes)) for begin in begins]
    whole = Period(start, spans[-1].end)
    made = PitchSitting.objects.create(
        code=short_code("PD"), round=found, period=whole, room_id=where, link=link.strip()[:500],
    )
    judges = [reviewers.locked(code, active=True) for code in who]
    PitchPanelist.objects.bulk_create([PitchPanelist(sitting=made, reviewer=judge, period=whole) for judge in judges])
    PitchSlot.objects.bulk_create([PitchSlot(code=short_code("PS"), round=found, sitting=made, period=span) for span in spans])
    note(subject=made, slots=pitch_count, panel=len(judges))
    return made


@operation(
    "residency.cancel_pitch_sitting", ko="발표 심사 자리 취소하기", en="Call a sitting of pitches off", may=rules.hold_reviews,
    refuses=(words.SITTING_UNKNOWN,), constraints=PLACED,
)
def cancel_pitch_sitting(*, pitch_sitting: str) -> PitchSitting:
    """Its slots are empty from now on, its panel and its room free. Who was invited hears of it with the next letters."""
    found = PitchSitting.objects.select_for_update().filter(code=pitch_sitting, active=True).first()
    if found is None:
        raise Missing(words.SITTING_UNKNOWN)
    freed = PitchSlot.objects.filter(sitting=found, application__isnull=False).update(application=None)
    PitchPanelist.objects.filter(sitting=found).update(active=False)
    found.active = False
    found.save(update_fields=["active"])
    note(subject=found, freed=freed)
    return found


@operation(
    "residency.plan_pitches", ko="발표 시간 정하기", en="Plan the pitches", may=rules.hold_reviews,
    refuses=(review.ROUND_UNKNOWN, review.ROUND_NOT_OPEN), constraints=PLACED,
)
def plan_pitches(*, review_round: str) -> ReviewRound:
    """Give every application in review that has no slot one that lies ahead: no panel hears whom one of it has a conflict
    with, each hears what it knows best, and nobody is given a time at which she said she cannot come. What is placed stays; who
    withdrew gives the slot back.
    """
    found = locked(review_round, is_open=True)
    copied(found)
    keep_found(found)
    withdrawn = PitchSlot.objects.filter(round=found, application__state="withdrawn").update(application=None)
    placed = set(PitchSlot.objects.filter(round=found, application__isnull=False).values_list("application__code", flat=True))
    free = {
        each.code: each for each in PitchSlot.objects.select_for_update(of=("self",)).filter(
            round=found, application=None, sitting__active=True, period__startswith__gt=clock.now())
    }
    panels = _panels(found)
    judges = [Judge(r.code, {plain(f): 1.0 for f in r.fields}, r.capacity) for r in Reviewer.objects.filter(active=True)]
    ordered = sorted(free.values(), key=lambda s: (s.period.start, s.code))
    papers = [paper for paper in papers_of(found) if paper.key not in placed]
    said = pitch_times.of_call(found.call_id)
    away = {(p.key, s.code) for p in papers for s in ordered if pitch_times.overlaps(said.get(p.key, []), s.period)}
    made = plan(
        papers,
        [Slot(s.code, tuple(panels.get(s.sitting_id, ())), n) for n, s in enumerate(ordered)], judges,
        barred=set(ReviewConflict.objects.filter(application__call=found.call).values_list("application__code", "reviewer__code")),
        away=away,
    )
    whose = dict(Application.objects.filter(code__in=made.placed).values_list("code", "id"))
    for application, slot in made.placed.items():
        free[slot].application_id = whose[application]
        free[slot].save(update_fields=["application"])
    note(subject=found, placed=len(made.placed), left=list(made.left), nobody=list(made.nobody), withdrawn=withdrawn)
    return found


@operation(
    "residency.place_pitch", ko="발표 시간에 넣기", en="Place a pitch", may=rules.hold_reviews,
    refuses=(words.SLOT_UNKNOWN, words.SLOT_OVER, applying.APPLICATION_UNKNOWN), constraints=PLACED,
)
def place_pitch(*, pitch_slot: str, application: str = "") -> PitchSlot:
    """Put an application into a slot by hand, whatever the planner would say; without one, empty the slot."""
    found = PitchSlot.objects.select_for_update(of=("self",)).select_related("round", "sitting").filter(code=pitch_slot).first()
    if found is None:
        raise Missing(words.SLOT_UNKNOWN)
    if not found.sitting.active or found.period.start <= clock.now():
        raise Refused(words.SLOT_OVER)
    whose = None
    if application:
        whose = Application.objects.filter(code=application, call_id=found.round.call_id).first()
        if whose is None:
            raise Missing(applying.APPLICATION_UNKNOWN)
        copied(found.round)
        keep_found(found.round)
    found.application = whose
    found.save(update_fields=["application"])
    note(subject=found, application=application)
    return found


def _panels(found: ReviewRound) -> dict[Any, list[str]]:
    made: dict[UUID, list[str]] = {}
    rows = PitchPanelist.objects.filter(sitting__round=found, active=True).order_by("reviewer__code")
    for sitting, reviewer in rows.values_list("sitting_id", "reviewer__code"):
        made.setdefault(sitting, []).append(reviewer)
    return made
