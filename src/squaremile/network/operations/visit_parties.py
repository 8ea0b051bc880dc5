"""Parties of a delegation: made, filled day by day, dissolved; and who is at a stop, where that was chosen one by one."""

from datetime import date

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Delegation, DelegationMember, PartyDay, VisitParty, VisitStop
from squaremile.network.operations.delegation_members import member_of
from squaremile.network.operations.delegations import OVER, open_delegation
from squaremile.network.operations.visit_stops import attend, gather, stop_of
from squaremile.network.reads.visit_plan import days_of
from squaremile.network.words import visits as words

_PARTY = (words.PARTY_UNKNOWN, words.DELEGATION_OVER)


@operation(
    "network.add_visit_party", ko="조 만들기", en="Make a party of a visit", may=rules.liaise,
    refuses=(words.DELEGATION_UNKNOWN, words.DELEGATION_OVER),
    constraints={
        "network_visit_party_code_key": CODE_TAKEN, "visit_party_code_fits": CODE_UNFIT, "visit_party_named": NAME_NEEDED,
    },
)
def add_visit_party(*, delegation: str, name_ko: str = "", name_en: str = "", code: str = "") -> VisitParty:
    """A part of the delegation that goes its own way. Who goes with it is said day by day."""
    found = open_delegation(delegation)
    made = VisitParty.objects.create(
        code=code or short_code("VY"), delegation=found, name_ko=name_ko.strip(), name_en=name_en.strip())
    note(subject=found, party=made.code)
    return made


@operation(
    "network.join_visit_party", ko="조에 넣기", en="Put a member into a party of a visit", may=rules.liaise,
    refuses=(*_PARTY, words.MEMBER_UNKNOWN, words.OUTSIDE_VISIT), constraints={"party_day_once": words.PARTY_JUST_JOINED},
)
def join_visit_party(*, visit_party: str, member: str, day: date | None = None) -> VisitParty:
    """The member goes with this party on that day, or on every day of the visit; a party she went with then, she leaves."""
    found, coming = _party(visit_party), member_of(member)
    if coming.delegation_id != found.delegation_id:
        raise Missing(words.MEMBER_UNKNOWN)
    days = _days(found.delegation, day)
    for each in days:
        PartyDay.objects.update_or_create(member=coming, day=each, defaults={"party": found})
    _gather(found.delegation)
    note(subject=found.delegation, party=found.code, member=coming.code, days=[str(each) for each in days])
    return found


@operation(
    "network.leave_visit_party", ko="조에서 빼기", en="Take a member out of her party of a visit", may=rules.liaise,
    refuses=(words.MEMBER_UNKNOWN, words.DELEGATION_OVER, words.OUTSIDE_VISIT),
)
def leave_visit_party(*, member: str, day: date | None = None) -> DelegationMember:
    """On that day, or on every day, the member goes with no party: she comes to what is everybody's."""
    leaving = member_of(member)
    days = _days(leaving.delegation, day)
    PartyDay.objects.filter(member=leaving, day__in=days).delete()
    _gather(leaving.delegation)
    note(subject=leaving.delegation, member=leaving.code, days=[str(each) for each in days])
    return leaving


@operation(
    "network.remove_visit_party", ko="조 없애기", en="Dissolve a party of a visit", may=rules.liaise, refuses=(*_PARTY, words.PARTY_USED),
)
def remove_visit_party(*, visit_party: str) -> None:
    """The party is no more. Not while a stop or a wish is its own."""
    found = _party(visit_party)
    if found.stops.exists() or found.wishes.exists():
        raise Refused(words.PARTY_USED)
    note(subject=found.delegation, party=found.code, name=str(found))
    PartyDay.objects.filter(party=found).delete()
    found.delete()


@operation(
    "network.choose_attendance", ko="참석자 정하기", en="Choose who is at a stop", may=rules.liaise,
    refuses=(words.STOP_UNKNOWN, words.DELEGATION_OVER, words.MEMBER_UNKNOWN),
)
def choose_attendance(*, stop: str, members: list[str]) -> VisitStop:
    """Exactly these members (codes) are at the stop, whatever their party. None: those whose stop it is, as before."""
    found = stop_of(stop)
    asked = list(dict.fromkeys(members))
    chosen = list(DelegationMember.objects.filter(delegation_id=found.delegation_id, code__in=asked).select_related("person"))
    if len(chosen) != len(asked):
        raise Missing(words.MEMBER_UNKNOWN)
    found.picked = bool(chosen)
    found.save(update_fields=["picked"])
    if chosen:
        attend(found, chosen)
    else:
        gather(found)
    note(subject=found.delegation, stop=found.code, members=asked)
    return found


def _party(code: str) -> VisitParty:
    found = VisitParty.objects.select_related("delegation").filter(code=code).first()
    if found is None:
        raise Missing(words.PARTY_UNKNOWN)
    if found.delegation.state in OVER:
        raise Refused(words.DELEGATION_OVER)
    return found


def _days(delegation: Delegation, day: date | None) -> tuple[date, ...]:
    days = days_of(delegation)
    if day is not None and day not in days:
        raise Invalid(words.OUTSIDE_VISIT)
    return (day,) if day is not None else days


def _gather(delegation: Delegation) -> None:
    """Stops of parties expect whoever goes with them now."""
    for stop in VisitStop.objects.filter(delegation=delegation, party__isnull=False).select_related("delegation"):
        gather(stop)
