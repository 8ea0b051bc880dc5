"""What stands in a visit's documents: plain values in one language, as they are now. Kept with each version."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.network.models import (
    Approval,
    BudgetLine,
    Delegation,
    DelegationMember,
    PartyDay,
    VisitPlace,
    VisitPromise,
    VisitStop,
)
from squaremile.network.policies.sketch_map import drawn
from squaremile.network.policies.travel import Spot
from squaremile.network.policies.two_clocks import at_home, on_both, there
from squaremile.network.reads.visit_plan import days_of, home_zone, stops_of, travel, zone_of
from squaremile.network.reads.visit_sheet import present, sheet
from squaremile.network.words import visits as words

WEEKDAYS = {"ko": "월화수목금토일", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}


class Tongue:
    """Says things in one language; what is written in the other only is said in that one."""

    def __init__(self, language: str) -> None:
        self.language = language

    def of(self, thing: Any, field: str) -> str:
        """A two-language field of a row."""
        first, second = ("ko", "en") if self.language == "ko" else ("en", "ko")
        return getattr(thing, f"{field}_{first}") or getattr(thing, f"{field}_{second}") or ""

    def text(self, ko: str, en: str) -> str:
        return ko if self.language == "ko" else en

    def word(self, said: Text) -> str:
        return said.say(self.language)

    def day(self, day: Any) -> str:
        name = WEEKDAYS[self.language][day.weekday()]
        return f"{day.year}. {day.month}. {day.day}.({name})" if self.language == "ko" else f"{name} {day.day:02d} {day:%b %Y}"


def content(delegation: Delegation, kind: str, language: str, *, version: int, made_at: datetime) -> dict[str, Any]:
    """The content of one document. JSON holds it."""
    say = Tongue(language)
    stops = stops_of(delegation)
    places = list(VisitPlace.objects.filter(delegation=delegation).order_by("-base", "id"))
    local = made_at.astimezone(zone_of(delegation))
    holds: dict[str, Any] = {
        "title": f"{say.of(delegation, 'name')}", "kind": say.word(words.DOCUMENTS[kind]), "version": version,
        "made": f"{say.day(local.date())} {local:%H:%M} {delegation.time_zone}", "facts": _facts(delegation, say),
        "purpose": say.of(delegation, "purpose"), "members": _members(delegation, say), "parties": _parties(delegation, say),
        "days": _days(delegation, stops, places, say),
    }
    if kind == "briefing":
        holds |= _briefing(delegation, stops, places, say)
    else:
        holds |= {"budget": _budget(delegation, say), "approvals": _approvals(delegation, say)}
    if kind == "report":
        holds |= {
            "outline": say.of(delegation, "outline"), "implications": say.of(delegation, "implications"),
            "activities": [_activity(stop, say) for stop in stops if stop.kind in ("meeting", "ceremony")],
        }
    return holds


def _facts(delegation: Delegation, say: Tongue) -> list[list[str]]:
    span = f"{say.day(delegation.starts_on)} – {say.day(delegation.ends_on)}"
    return [
        [say.text("구분", "Direction"), say.word(words.DIRECTIONS[delegation.direction])],
        [say.text("기간", "Period"), span],
        [say.text("지역", "Region"), say.of(delegation, "region")],
        [say.text("기관", "Organisation"), say.of(delegation.partner, "name") if delegation.partner else ""],
        [say.text("수준", "Level"), say.word(words.LEVELS[delegation.level])],
        [say.text("인솔", "Lead"), say.of(delegation.lead, "name")],
    ]


def _members(delegation: Delegation, say: Tongue) -> list[dict[str, str]]:
    found = DelegationMember.objects.filter(delegation=delegation).order_by("-rank", "id")
    return [
        {"name": say.of(m, "name"), "other": m.name_en if say.language == "ko" else m.name_ko, "role": say.of(m, "role")} for m in found
    ]


def _parties(delegation: Delegation, say: Tongue) -> list[dict[str, Any]]:
    """Each party with who goes with it on which day."""
    found: dict[str, dict[str, Any]] = {}
    for one in PartyDay.objects.filter(party__delegation=delegation).select_related("party", "member").order_by("party_id", "day", "id"):
        row = found.setdefault(one.party.code, {"name": say.of(one.party, "name"), "days": []})
        if not row["days"] or row["days"][-1]["day"] != say.day(one.day):
            row["days"].append({"day": say.day(one.day), "members": []})
        row["days"][-1]["members"].append(say.of(one.member, "name"))
    return list(found.values())


def _days(delegation: Delegation, stops: Sequence[VisitStop], places: Sequence[VisitPlace], say: Tongue) -> list[dict[str, Any]]:
    zone, ways = zone_of(delegation), travel(delegation, places)
    base = next((p.code for p in places if p.base), "")
    tracks: list[Any] = list(dict.fromkeys(s.party_id for s in stops if s.party_id)) or [None]
    days = []
    for day in days_of(delegation):
        rows, here = [], dict.fromkeys(tracks, base)
        for stop in stops:
            start, end = (moment.astimezone(zone) for moment in (stop.period.start, stop.period.end))
            if start.date() != day:
                continue
            coming = [t for t in tracks if t is None or stop.party_id in (None, t)]
            way = max(ways.minutes(here[t], stop.place.code if stop.place else here[t]) for t in coming)
            if stop.place:
                here |= dict.fromkeys(coming, stop.place.code)
            rows.append({
                "time": there(start, end, zone), "home": at_home(start, end, zone, home_zone()),
                "title": say.of(stop, "title"), "kind": say.word(words.STOP_KINDS[stop.kind]),
                "place": say.of(stop.place, "name") if stop.place else "", "address": stop.place.address if stop.place else "",
                "room": stop.room, "chair": stop.chair, "way": way, "meeting": stop.kind == "meeting",
                "party": say.of(stop.party, "name") if stop.party else "",
            })
        days.append({"day": say.day(day), "stops": rows})
    return days


def _briefing(delegation: Delegation, stops: Sequence[VisitStop], places: Sequence[VisitPlace], say: Tongue) -> dict[str, Any]:
    placed = [p for p in places if p.latitude is not None]
    return {
        "meetings": [sheet(stop, zone_of(delegation), say.language) for stop in stops if stop.kind == "meeting"],
        "map": drawn([Spot(float(p.latitude or 0), float(p.longitude or 0)) for p in placed]),
        "places": [{"name": say.of(p, "name"), "address": p.address} for p in placed],
        "contacts": [{
            "name": say.of(delegation.lead, "name"), "role": say.text("인솔", "Lead"), "phone": delegation.lead.phone,
            "email": delegation.lead.email,
        }],
    }


def _money(minor: int | None, currency: str) -> str:
    return "" if minor is None else f"{Money(minor, currency).amount:,} {currency}"


def _budget(delegation: Delegation, say: Tongue) -> dict[str, Any]:
    lines = list(BudgetLine.objects.filter(delegation=delegation).order_by("line"))
    spent = [line.spent for line in lines if line.spent is not None]
    return {
        "lines": [
            {"name": say.of(b, "name"), "planned": _money(b.planned, delegation.currency), "spent": _money(b.spent, delegation.currency)}
            for b in lines
        ],
        "planned": _money(sum(b.planned for b in lines), delegation.currency),
        "spent": _money(sum(spent) if len(spent) == len(lines) and lines else None, delegation.currency),
    }


def _approvals(delegation: Delegation, say: Tongue) -> list[list[str]]:
    zone = zone_of(delegation)
    found = Approval.objects.filter(delegation=delegation).select_related("approver").order_by("position")
    return [
        [
            say.of(a.approver, "name"), say.word(words.DECISIONS[a.state]), a.reason,
            say.day(a.decided_at.astimezone(zone).date()) if a.decided_at else "",
        ]
        for a in found
    ]


def _activity(stop: VisitStop, say: Tongue) -> dict[str, Any]:
    zone = zone_of(stop.delegation)
    start = stop.period.start.astimezone(zone)
    promises = VisitPromise.objects.filter(stop=stop).order_by("due_on", "id")
    return {
        "when": f"{say.day(start.date())} {on_both(start, stop.period.end, zone, home_zone())}",
        "title": say.of(stop, "title"), "minutes": say.of(stop, "minutes"),
        "promises": [f"{say.of(p, 'says')} ({p.promiser}, {say.day(p.due_on)})" for p in promises],
        "people": present(stop, say.language),
    }
