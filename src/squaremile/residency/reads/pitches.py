"""The day of pitches as each may see it: the staff's schedule, a company's own invitation, a panel's own times."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency.models import (
    Application,
    PitchInvitation,
    PitchPanelist,
    PitchSitting,
    PitchSlot,
    Review,
    ReviewConflict,
    ReviewRound,
)
from squaremile.residency.reads import pitch_times


@dataclass(frozen=True, slots=True)
class SlotRow:
    """The time of one pitch. `told`: the company was written of this very time. `open`: it lies ahead."""

    code: str
    period: Period
    application: str
    company: Text | None
    told: bool
    open: bool
    clashes: bool = False
    """The company said that it cannot come then."""


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A panel's sitting with its slots."""

    code: str
    period: Period
    where: Text
    link: str
    active: bool
    panel: tuple[Text, ...]
    slots: tuple[SlotRow, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application in review without a slot. `barred`: of each panel ahead somebody has a conflict. `off`: it was told one."""

    code: str
    company: Text
    barred: bool
    off: bool
    away: tuple[Period, ...] = ()
    """When it said that it cannot come."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything of a round of pitches."""

    sittings: tuple[SittingRow, ...]
    waiting: tuple[Waiting, ...]
    letters: int
    """How many letters the next sending writes to companies."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What a company was told last about one application. Without a `period` the time is off."""

    period: Period | None
    where: Text
    link: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A slot of a panel as its member sees it: her sheet's code, and no name."""

    period: Period
    review: str


@dataclass(frozen=True, slots=True)
class Sits:
    """A sitting of hers that is not over."""

    period: Period
    where: Text
    link: str
    heard: tuple[Heard, ...]


def schedule(review_round: str) -> Schedule:
    """The staff's schedule of a round; empty where it has none. The same number of statements however long it is."""
    found = ReviewRound.objects.filter(code=review_round).first()
    if found is None:
        return Schedule((), (), 0)
    now, told, away = clock.now(), invited(found.id), pitch_times.of_call(found.call_id)
    slots = list(PitchSlot.objects.filter(round=found).select_related("application__company__organisation").order_by("period", "code"))
    by_sitting: dict[UUID, list[SlotRow]] = defaultdict(list)
    for slot in slots:
        by_sitting[slot.sitting_id].append(_slot(slot, told, now, away))
    panels, members = _panels(found.id)
    sittings = list(PitchSitting.objects.filter(round=found).select_related("room").order_by("period", "code"))
    placed = {slot.application_id for slot in slots if slot.application_id is not None}
    ahead: list[set[UUID]] = [members[s.id] for s in sittings if s.active and s.period.end > now]
    waiting = _waiting(found, placed, ahead, told, away) if sittings else []
    due = sum(
        bool(s.application_id) and s.period.start > now and not row.told
        for s, row in zip(slots, (_slot(s, told, now, away) for s in slots), strict=True)
    )
    return Schedule(
        tuple(
            SittingRow(s.code, s.period, where_of(s), s.link, s.active, tuple(panels[s.id]), tuple(by_sitting[s.id]))
            for s in sittings
        ),
        tuple(waiting), due + sum(last.slot_id is not None and key not in placed and last.period.end > now for key, last in told.items()),
    )


def invited(review_round: UUID) -> dict[UUID, PitchInvitation]:
    """The last letter about each application of a round."""
    rows = PitchInvitation.objects.filter(round=review_round).select_related("application__company__organisation", "application__call")
    return {row.application_id: row for row in rows.order_by("at", "id")}


def own(application: str) -> Invited | None:
    """What the company was told last about its pitch, and whether that still holds."""
    last = PitchInvitation.objects.filter(application__code=application).order_by("at", "id").last()
    if last is None:
        return None
    holds = last.slot_id is not None and PitchSlot.objects.filter(id=last.slot_id, application_id=last.application_id).exists()
    return Invited(last.period, both(last.where_ko, last.where_en), last.link, holds)


def sits() -> list[Sits]:
    """The asker's own sittings that are not over, with what was given to her. No name, whoever it is."""
    asking = require()
    hers = Q(reviewer_id__in=asking.organisations)
    if asking.actor:
        hers |= Q(reviewer__person_id=asking.actor)
    seats = PitchPanelist.objects.filter(hers, active=True, period__endswith__gt=clock.now()).values_list("sitting_id", flat=True)
    sittings = list(PitchSitting.objects.filter(id__in=list(seats), active=True).select_related("room").order_by("period", "code"))
    sheets = {
        (review.round_id, review.application_id): review.code for review in Review.objects.filter(hers).exclude(state="barred")
    }
    slots: dict[UUID, list[Heard]] = defaultdict(list)
    for slot in PitchSlot.objects.filter(sitting__in=sittings, application__isnull=False).order_by("period", "code"):
        if code := sheets.get((slot.round_id, slot.application_id)):  # type: ignore[arg-type]
            slots[slot.sitting_id].append(Heard(slot.period, code))
    return [Sits(s.period, where_of(s), s.link, tuple(slots[s.id])) for s in sittings]


def where_of(sitting: PitchSitting) -> Text:
    """The name of its room; empty where it is held by a link alone."""
    return both(sitting.room.name_ko, sitting.room.name_en) if sitting.room else Text(ko="", en="")


def _slot(slot: PitchSlot, told: dict[UUID, PitchInvitation], now: datetime, away: dict[str, list[Period]]) -> SlotRow:
    whose = slot.application.company.organisation if slot.application else None
    last = told.get(slot.application_id) if slot.application_id else None
    return SlotRow(
        slot.code, slot.period, slot.application.code if slot.application else "",
        both(whose.name_ko, whose.name_en) if whose else None, bool(last and last.slot_id == slot.id), slot.period.start > now,
        bool(slot.application) and pitch_times.overlaps(away.get(slot.application.code, []), slot.period),  # type: ignore[union-attr]
    )


def _panels(review_round: UUID) -> tuple[dict[UUID, list[Text]], dict[UUID, set[UUID]]]:
    """Names and keys of each panel."""
    names: dict[UUID, list[Text]] = defaultdict(list)
    members: dict[UUID, set[UUID]] = defaultdict(set)
    rows = PitchPanelist.objects.filter(sitting__round=review_round).select_related("reviewer").order_by("reviewer__name_ko", "id")
    for row in rows:
        names[row.sitting_id].append(both(row.reviewer.name_ko, row.reviewer.name_en))
        members[row.sitting_id].add(row.reviewer_id)
    return names, members


def _waiting(
    found: ReviewRound, placed: set[UUID], panels: list[set[UUID]], told: dict[UUID, PitchInvitation], away: dict[str, list[Period]],
) -> list[Waiting]:
    rows = list(
        Application.objects.filter(call_id=found.call_id, state="review").exclude(id__in=[key for key in placed if key])
        .select_related("company__organisation").order_by("code")
    )
    barred: dict[UUID, set[UUID]] = defaultdict(set)
    for application, reviewer in ReviewConflict.objects.filter(application__in=rows).values_list("application_id", "reviewer_id"):
        barred[application].add(reviewer)
    made = []
    for row in rows:
        last, whose = told.get(row.id), row.company.organisation
        shut = bool(panels) and all(panel & barred[row.id] for panel in panels)
        made.append(Waiting(row.code, both(whose.name_ko, whose.name_en), shut, bool(last and last.slot_id), tuple(away.get(row.code, ()))))
    return made
