"""What happened in a relationship, as one list: contacts, promises, introductions, needs, membership."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from squaremile.kernel.words import Text
from squaremile.network.models import (
    Attendee,
    Interaction,
    InteractionNote,
    IntroductionDetail,
    IntroductionTransition,
    Membership,
    NeedDetail,
    Person,
    Promise,
)
from squaremile.network.reads.members import text
from squaremile.network.words import liaison as words

KINDS = ("interaction", "promise", "introduction", "need", "membership")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a timeline. `notes` are staff's own; `people` are (code, name) of those who were there."""

    at: datetime
    kind: str
    icon: str
    title: Text
    label: Text
    says: Text
    code: str = ""
    people: tuple[tuple[str, Text], ...] = ()
    notes: Text | None = None
    look: str = "neutral"


def moment(day: date) -> datetime:
    return datetime.combine(day, time(9), ZoneInfo(settings.TIME_ZONE))


def interactions(rows: Iterable[Interaction]) -> list[Event]:
    """Contacts with who was there, and staff's notes for those who may read them. Three more statements in all."""
    found = list(rows)
    there: dict[UUID, list[UUID]] = {}
    for one in Attendee.objects.filter(interaction__in=found).order_by("id"):
        there.setdefault(one.interaction_id, []).append(one.person_id)
    people = {p.id: (p.code, text(p.name_ko, p.name_en)) for p in Person.objects.filter(
        id__in={who for each in there.values() for who in each})}
    notes = {n.interaction_id: text(n.notes_ko, n.notes_en) for n in InteractionNote.objects.filter(
        interaction__in=found).exclude(notes_ko="", notes_en="")}
    icons = {"visit": "map-pin", "call": "phone", "mail": "mail", "meeting": "users", "event": "calendar-clock"}
    return [
        Event(
            one.at, "interaction", icons[one.kind], text(one.title_ko, one.title_en), words.INTERACTIONS[one.kind],
            text(one.minutes_ko, one.minutes_en), one.code,
            tuple(people[who] for who in there.get(one.id, ()) if who in people), notes.get(one.id),
        )
        for one in found
    ]


def promises(rows: Iterable[Promise]) -> list[Event]:
    """Each promise on the day it was settled, or made."""
    return [
        Event(
            one.settled_at or one.created_at, "promise", "handshake", text(one.what_ko, one.what_en),
            words.PROMISES[one.state], Text(
                ko=f"{one.owner_ko} · {one.due:%Y-%m-%d}" + _tail(one), en=f"{one.owner_en} · {one.due:%Y-%m-%d}" + _tail(one)
            ), one.code, look=words.LOOKS.get(one.state, "neutral"),
        )
        for one in rows
    ]


def _tail(promise: Promise) -> str:
    said = promise.evidence or promise.reason
    return f" · {said}" if said else ""


def introductions(rows: Iterable[IntroductionDetail]) -> list[Event]:
    """Each step of the introductions, as the database dated it."""
    known = {d.introduction_id: d for d in rows}
    found = []
    for one in IntroductionTransition.objects.filter(introduction__in=known).select_related(
        "introduction__person", "introduction__lab", "introduction__target"
    ):
        whom = one.introduction.person or one.introduction.lab or one.introduction.target
        if whom is None:
            continue
        detail = known[one.introduction_id]
        says = text(detail.reason_ko, detail.reason_en) if one.after == "requested" else Text(ko="", en="")
        if one.after == "closed" and detail.outcome:
            outcome = words.OUTCOMES[detail.outcome]
            says = Text(ko=f"{outcome.ko} · {detail.outcome_reason}", en=f"{outcome.en} · {detail.outcome_reason}")
        found.append(Event(
            one.introduction.dated(one.after) or one.at, "introduction", "user-plus", text(whom.name_ko, whom.name_en),
            words.INTRODUCTIONS[one.after], says, one.introduction.code, look=words.LOOKS[one.after],
        ))  # fmt: skip
    return found


NEED = Text(ko="수요", en="Need")
BEGAN, ENDED = Text(ko="회원 자격 시작", en="Membership began"), Text(ko="회원 자격 끝", en="Membership ended")


def needs(rows: Iterable[NeedDetail]) -> list[Event]:
    return [
        Event(
            one.need.opened_at or one.need.created_at, "need", "search", text(one.need.title_ko, one.need.title_en), NEED,
            text(one.need.says_ko, one.need.says_en), one.need.code,
        )
        for one in rows
    ]


def memberships(rows: Iterable[Membership]) -> list[Event]:
    """When each began, and when it was ended before its time."""
    found = []
    for one in rows:
        name = text(one.tier.name_ko, one.tier.name_en)
        blank = Text(ko="", en="")
        found.append(Event(one.valid.start, "membership", "shield-check", name, BEGAN, blank, one.code, look="ok"))
        if one.ended_at:
            reason = Text(ko=one.end_reason, en=one.end_reason)
            found.append(Event(one.ended_at, "membership", "shield-check", name, ENDED, reason, one.code))
    return found


def of_member(only: dict[str, UUID], kind: str = "") -> list[Event]:
    """Everything about a member that the reader may see, newest first."""
    found = [
        *(interactions(Interaction.objects.filter(**only)) if kind in ("", "interaction") else ()),
        *(promises(Promise.objects.filter(**only)) if kind in ("", "promise") else ()),
        *(introductions(IntroductionDetail.objects.filter(**only)) if kind in ("", "introduction") else ()),
        *(needs(NeedDetail.objects.filter(**only).select_related("need")) if kind in ("", "need") else ()),
        *(memberships(Membership.objects.filter(**only).select_related("tier")) if kind in ("", "membership") else ()),
    ]
    return sorted(found, key=lambda e: (e.at, e.code), reverse=True)


def of_person(person: UUID, kind: str = "") -> list[Event]:
    """What the reader may see of one person's contacts: where she was there, promised, or was to be introduced."""
    met = Interaction.objects.filter(attendees__person_id=person)
    asked = IntroductionDetail.objects.filter(
        Q(introduction__person_id=person) | Q(introduction__approach__person_id=person)
    )
    found = [
        *(interactions(met) if kind in ("", "interaction") else ()),
        *(promises(Promise.objects.filter(owner_person_id=person)) if kind in ("", "promise") else ()),
        *(introductions(asked) if kind in ("", "introduction") else ()),
    ]
    return sorted(found, key=lambda e: (e.at, e.code), reverse=True)
