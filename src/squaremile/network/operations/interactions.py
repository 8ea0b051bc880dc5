"""The log of contacts with members, and staff's own notes on it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core.words import BAD_INPUT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import (
    Attendee,
    Interaction,
    InteractionNote,
    Introduction,
    Need,
    NeedDetail,
    Person,
    Promise,
)
from squaremile.network.operations.agendas import agreed_agenda, people_of
from squaremile.network.operations.memberships import director_of
from squaremile.network.operations.promises import named
from squaremile.network.policies import follow_ups
from squaremile.network.reads.members import Member
from squaremile.network.reads.members import member as member_of
from squaremile.network.words import directory as their
from squaremile.network.words import liaison as words
from squaremile.network.words.pipeline import AGENDA_DRAFT, AGENDA_UNKNOWN

SAID_BY_TABLE = {
    "interaction_titled": NAME_NEEDED, "interaction_kind_known": BAD_INPUT, "interaction_entitlement_known": BAD_INPUT,
    "interaction_length_sound": BAD_INPUT, "interaction_units_sound": BAD_INPUT, "attendee_once": words.ATTENDEE_TWICE,
}  # fmt: skip
FOLLOWED_UP = ("meeting", "visit")
"""Contacts after which staff look again."""


@operation(
    "network.log_interaction", ko="접촉 기록하기", en="Log a contact", may=rules.liaise,
    refuses=(
        words.MEMBER_UNKNOWN, words.NEED_UNKNOWN, words.INTRODUCTION_UNKNOWN, their.PERSON_UNKNOWN, words.NOT_YET,
        BAD_INPUT, AGENDA_UNKNOWN, AGENDA_DRAFT,
    ),
    constraints=SAID_BY_TABLE,
)
def log_interaction(
    *, member: str, kind: str, at: datetime, title_ko: str = "", title_en: str = "", length: int = 0,
    attendees: str = "", minutes_ko: str = "", minutes_en: str = "", staff_notes_ko: str = "", staff_notes_en: str = "",
    need: str = "", introduction: str = "", entitlement: str = "", units: int = 1, follow_up: bool = True,
    agenda: str = "",
) -> Interaction:
    """Write down a visit, call, mail, meeting or event with a member, and who was there (codes, comma between).

    The member reads the minutes; staff's notes stand apart. After a meeting or visit the follow-ups of the settings
    become promises of the director, unless `follow_up` is off. An agreed `agenda` gives the title, the need and the
    candidates who were there, where they are left out.
    """
    whose = member_of(member)
    agreed = agreed_agenda(agenda) if agenda else None
    if agreed is not None and not NeedDetail.objects.filter(need=agreed.need, **whose.only).exists():
        # Another member's log would tell whose need it is.
        raise Missing(AGENDA_UNKNOWN)
    if agreed is not None:
        title_ko, title_en = title_ko.strip() or agreed.title_ko, title_en.strip() or agreed.title_en
        need, attendees = need or agreed.need.code, attendees.strip() or ",".join(people_of(agreed))
    if at > clock.now():
        raise Invalid(words.NOT_YET)
    if not (0 <= length <= 10_080 and 1 <= units <= 1000):
        raise Invalid(BAD_INPUT)
    made = Interaction.objects.create(
        code=short_code("IN"), **whose.columns, kind=kind, at=at, title_ko=title_ko.strip(), title_en=title_en.strip(),
        length=length, minutes_ko=minutes_ko.strip(), minutes_en=minutes_en.strip(), need=_need(need),
        introduction=_introduction(introduction), agenda=agreed, entitlement=entitlement, units=units, created_at=clock.now(),
        created_by=require().actor,
    )
    _attend(made, attendees)
    _note(made, staff_notes_ko, staff_notes_en)
    if follow_up and kind in FOLLOWED_UP:
        _follow_up(made, whose)
    note(subject=made, organisation=whose.organisation)
    return made


def _need(code: str) -> Need | None:
    found = Need.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise Missing(words.NEED_UNKNOWN)
    return found


def _introduction(code: str) -> Introduction | None:
    found = Introduction.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise Missing(words.INTRODUCTION_UNKNOWN)
    return found


def _attend(made: Interaction, attendees: str) -> None:
    asked = [code.strip() for code in attendees.split(",") if code.strip()]
    found = dict(Person.objects.filter(code__in=asked).values_list("code", "id"))
    if set(asked) - found.keys():
        raise Missing(their.PERSON_UNKNOWN)
    Attendee.objects.bulk_create(Attendee(interaction=made, person_id=found[code]) for code in asked)


def _note(made: Interaction, ko: str, en: str) -> None:
    if ko.strip() or en.strip():
        InteractionNote.objects.update_or_create(
            interaction=made, defaults={"notes_ko": ko.strip(), "notes_en": en.strip()}
        )
    else:
        InteractionNote.objects.filter(interaction=made).update(notes_ko="", notes_en="")


def _follow_up(made: Interaction, whose: Member) -> None:
    """The clocks after a meeting: the director's, or of whoever logged it where nobody looks after the member."""
    day = made.at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    owner = director_of(whose) or require().actor
    if owner is None:
        return
    title = Text(ko=made.title_ko or made.title_en, en=made.title_en or made.title_ko)
    for weeks, due in follow_ups.follow_ups(day, follow_ups.weeks(settings.FOLLOW_UP_WEEKS)):
        what = words.FOLLOW_UP.fill({"title": title, "weeks": weeks})
        promise = named(Promise(
            code=short_code("PM"), **whose.columns, interaction=made, what_ko=what.ko[:300], what_en=what.en[:300],
            owner_kind="staff", owner_user_id=owner, due=due, weeks=weeks, internal=True, created_at=clock.now(),
        ))  # fmt: skip
        promise.save(force_insert=True)


@operation(
    "network.edit_interaction", ko="접촉 기록 고치기", en="Mend a contact's entry", may=rules.liaise,
    refuses=(words.INTERACTION_UNKNOWN, their.PERSON_UNKNOWN, BAD_INPUT), constraints=SAID_BY_TABLE,
)
def edit_interaction(
    *, interaction: str, title_ko: str = "", title_en: str = "", length: int = 0, attendees: str = "",
    minutes_ko: str = "", minutes_en: str = "", staff_notes_ko: str = "", staff_notes_en: str = "",
    entitlement: str = "", units: int = 1,
) -> Interaction:
    """Write the minutes, correct who was there, or what of the membership it used. When and with whom stay."""
    found = Interaction.objects.select_for_update(of=("self",)).filter(code=interaction).first()
    if found is None:
        raise Missing(words.INTERACTION_UNKNOWN)
    if not (0 <= length <= 10_080 and 1 <= units <= 1000):
        raise Invalid(BAD_INPUT)
    found.title_ko, found.title_en, found.length = title_ko.strip(), title_en.strip(), length
    found.minutes_ko, found.minutes_en = minutes_ko.strip(), minutes_en.strip()
    found.entitlement, found.units = entitlement, units
    found.save(update_fields=["title_ko", "title_en", "length", "minutes_ko", "minutes_en", "entitlement", "units"])
    Attendee.objects.filter(interaction=found).delete()
    _attend(found, attendees)
    _note(found, staff_notes_ko, staff_notes_en)
    note(subject=found, organisation=found.organisation_id)
    return found
