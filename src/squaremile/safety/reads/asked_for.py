"""What an inspector would ask for today: what is missing, over its day, or soon to be. Safety home and the inspector's sheet
tell the same, from one read. Row security decides whose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from squaremile.kernel.words import Text
from squaremile.safety.reads import agents as biology
from squaremile.safety.reads import analyses, door_signs, findings, hours, incidents, inspections, permits
from squaremile.safety.reads.areas import today
from squaremile.safety.words import asked_for as words

NAMED = 3
"""How many of each are named."""
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that would be asked for: how many, the first of them, and where. `look`: stop is missing or over, warn is soon."""

    says: Text
    count: int
    names: Text
    look: str
    url_name: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is asked for, as it is kept: each list as its own page has it."""

    unheld: tuple[permits.NeedRow, ...]
    permits: tuple[permits.PermitRow, ...]
    owed: tuple[inspections.Owed, ...]
    hours: tuple[hours.HoursRow, ...]
    signs: tuple[door_signs.SignRow, ...]
    analyses: tuple[analyses.AnalysisRow, ...]
    agents: tuple[biology.AgentRow, ...]
    holdings: tuple[biology.HoldingRow, ...]
    findings: tuple[findings.FindingRow, ...]
    incidents: tuple[incidents.IncidentRow, ...]


def kept() -> Kept:
    """As the asker may see it."""
    return Kept(
        tuple(permits.unheld()), tuple(permits.permits()), tuple(inspections.owed()), tuple(hours.everybody(today())), tuple(door_signs.signs()),
        tuple(analyses.analyses()), tuple(biology.agents()), tuple(biology.holdings()), tuple(findings.findings()),
        tuple(incidents.incidents()),
    )


def asks(found: Kept) -> list[Ask]:
    """What is missing or over its day first, then what soon will be."""
    every = [*_papers(found), *_rooms(found), *_people_and_events(found)]
    return sorted((ask for ask in every if ask.count), key=lambda ask: ask.look != "stop")


def _papers(found: Kept) -> Iterator[Ask]:
    for narrow, look in ((False, "stop"), (True, "warn")):
        mine = [row for row in found.unheld if bool(row.classes) is narrow]
        yield _ask(words.UNHELD_CLASSES if narrow else words.UNHELD, (_of_company(row) for row in mine), look, "safety_permits")
    for standing, look in (("expired", "stop"), ("soon", "warn"), ("recorded", "warn")):
        held = [row for row in found.permits if row.standing == standing]
        yield _ask(words.PERMITS[standing], (_with_day(row.name, row.expires_on) for row in held), look, "safety_permits")
    for standing, look in (("out_of_date", "stop"), ("lapsed", "stop"), ("signed", "warn")):
        named = (row.counts.name for row in found.analyses if row.standing == standing)
        yield _ask(words.ANALYSES[standing], named, look, "safety_analyses")
    ending = [row for row in found.analyses if row.standing == "approved" and row.counts.ends_on and row.counts.ends_on <= today() + SOON]
    yield _ask(words.ANALYSES["ending"], (_with_day(row.counts.name, row.counts.ends_on) for row in ending), "warn", "safety_analyses")
    here, covered = {row.agent for row in found.holdings}, {row.code for row in found.agents if row.covers}
    yield _ask(words.AGENTS, (row.name for row in found.agents if row.code in here - covered), "stop", "safety_agents")


def _rooms(found: Kept) -> Iterator[Ask]:
    for code, name in {row.list: row.list_name for row in found.owed}.items():
        for standing, look in (("overdue", "stop"), ("due", "warn")):
            named = (row.room_name for row in found.owed if row.list == code and row.standing == standing)
            yield _ask(words.INSPECTIONS[standing].fill({"list": name}), named, look, "safety_inspections")
    old = (row.name for row in found.signs if row.state in ("outdated", "expired"))
    yield _ask(words.SIGNS_OLD, old, "stop", "safety_signs")
    never = (row.name for row in found.signs if row.state == "never" and row.told and row.told.hazards)
    yield _ask(words.SIGNS_NEVER, never, "stop", "safety_signs")


def _people_and_events(found: Kept) -> Iterator[Ask]:
    yield _ask(words.HOURS_LATE, (row.name for row in found.hours if row.late), "stop", "training_hours")
    yield _ask(words.HOURS_OWED, (row.name for row in found.hours if row.short and not row.late), "warn", "training_hours")
    yield _ask(words.FINDINGS_LATE, (_with_day(row.title, row.due_on) for row in found.findings if row.late), "stop", "safety_findings")
    for standing, look in (("overdue", "stop"), ("running", "warn")):
        named = (due.authority for row in found.incidents for due in row.waits if due.standing == standing)
        yield _ask(words.NOTICES[standing], named, look, "safety_incidents")


def _of_company(row: permits.NeedRow) -> Text:
    return Text(ko=f"{row.name.ko} ({row.company.ko})", en=f"{row.name.en} ({row.company.en})") if row.company else row.name


def _with_day(name: Text, day: object) -> Text:
    return Text(ko=f"{name.ko} ({day})", en=f"{name.en} ({day})") if day else name


def _ask(says: Text, names: Iterable[Text], look: str, url_name: str) -> Ask:
    every = list(names)
    some = list({(one.ko, one.en): one for one in every}.values())
    more = "…" if len(some) > NAMED else ""
    listed = Text(ko=", ".join(one.ko for one in some[:NAMED]) + more, en=", ".join(one.en for one in some[:NAMED]) + more)
    return Ask(says, len(every), listed, look, url_name)
