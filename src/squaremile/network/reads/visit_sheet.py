"""The sheet of one meeting: who, ties, asks and offers, talking points, what not to raise, open promises."""

from typing import Any
from zoneinfo import ZoneInfo

from squaremile.network.models import VisitPromise, VisitStop
from squaremile.network.policies.two_clocks import on_both
from squaremile.network.reads.ties import ties
from squaremile.network.reads.visit_plan import home_zone


def present(stop: VisitStop, language: str) -> list[str]:
    """Who is at a stop, each in the language of the paper and beside it in the other, where there is one."""
    first, second = ("ko", "en") if language == "ko" else ("en", "ko")
    named = [
        (getattr(who, f"name_{first}"), getattr(who, f"name_{second}")) for who in (one.member or one.person for one in stop.people.all())
    ]
    return [f"{a} ({b})" if a and b and a != b else a or b for a, b in named]


def sheet(stop: VisitStop, zone: ZoneInfo, language: str) -> dict[str, Any]:
    """In one language; a text that exists only in the other is given in that one."""
    first, second = ("ko", "en") if language == "ko" else ("en", "ko")

    def of(thing: Any, field: str) -> str:
        return (getattr(thing, f"{field}_{first}") or getattr(thing, f"{field}_{second}") or "") if thing else ""

    start = stop.period.start.astimezone(zone)
    when = on_both(start, stop.period.end, zone, home_zone())
    wish, host = stop.wish, stop.wish.host if stop.wish else None
    partner = (wish.partner if wish else None) or (host.partner if host else None)
    known = ties(partner.id if partner else None)
    waiting = VisitPromise.objects.filter(stop__wish__partner=partner, kept_at=None).exclude(stop=stop) if partner else ()
    promises = [f"{of(p, 'says')} ({p.promiser}, {p.due_on:%Y-%m-%d})" for p in waiting]
    promises += [t.says_ko if language == "ko" else t.says_en for t in known if t.open_promise]
    return {
        "title": of(stop, "title"), "when": f"{start:%Y-%m-%d} {when}", "language": stop.language,
        "party": of(stop.party, "name"),
        "place": ", ".join(x for x in (of(stop.place, "name"), stop.room, stop.place.address if stop.place else "") if x),
        "chair": stop.chair, "host": of(host, "name"), "host_other": getattr(host, f"name_{second}") if host else "",
        "host_role": of(host, "role"), "partner": of(partner, "name"), "bio": of(host, "bio"),
        "ties": [f"{t.on:%Y-%m-%d} {t.says_ko if language == 'ko' else t.says_en}" for t in known if not t.open_promise][:3],
        "promises": promises, "asks": of(wish, "asks"), "offers": of(wish, "offers"), "talking": of(wish, "talking"),
        "avoid": of(wish, "avoid"), "people": present(stop, language),
    }
