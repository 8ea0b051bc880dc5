"""Permit packs: what an authority asks for, put together from live data as PDF and CSV.

A company's holds its own data alone; the cluster's is for those who see everyone's. Each says the moment it is of and the rule
packs, with their editions, that its figures were worked out by. What is not known is said to be missing.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core import documents
from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.reads.organisations import organisations
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Missing
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.reads import agents, areas, biosafety, head_room, permits, protocols, rule_packs
from squaremile.safety.words import agents as agent_words
from squaremile.safety.words import permit_packs as words
from squaremile.safety.words import stock as stock_words
from squaremile.safety.words.permits import PACK_UNKNOWN
from squaremile.spaces.reads.premises import premises

TEMPLATE = documents.PACKAGE / "safety" / "documents" / "permit_pack.typ"
Cell = Text | str
CAMBRIDGE = ("cambridge-rdna", "cambridge-flammables", "medical-surveillance", "air-balance", "ma-generator-id", "mwra-sewer")
LMO = ("kr-lmo-facility", "kr-lmo-import", "kr-waste")
BOOK_YEARS = 5


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a pack."""

    title: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class PermitPack:
    """A pack as of a moment."""

    kind: str
    title: Text
    whose: Text
    as_of: datetime
    packs: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose data go in: one company's by its code, or everybody's where it is empty."""

    organisation: str
    key: UUID | None = None

    def holds(self, organisation: str) -> bool:
        """Does this row belong in?"""
        return not self.organisation or organisation == self.organisation


def made(kind: str, organisation: str = "") -> PermitPack:
    """One pack. Raises Missing; Forbidden where somebody without a company asks who may not see everyone's."""
    if kind not in MADE:
        raise Missing(PACK_UNKNOWN)
    asking, everyone = require(), rules.see_everyone(require())
    if not everyone and not asking.organisations:
        raise Forbidden(NOT_ALLOWED)
    whose = organisation_by_code(organisation) if organisation else None
    if whose is not None and not everyone and whose.id not in asking.organisations:
        raise Missing("core.not_found")
    scope_name = whose.name if whose else words.WHOLE if everyone else _own()
    versions = tuple((h.pack.code, h.pack.edition) for h in rule_packs.held(sorted({c for a in areas.areas() for c in a.packs})))
    zone = ZoneInfo(settings.TIME_ZONE)
    return PermitPack(
        kind, words.TITLES[kind], scope_name, clock.now().astimezone(zone), versions,
        tuple(MADE[kind](Asked(organisation, whose.id if whose else None))),
    )


def pdf(found: PermitPack, language: str) -> bytes:
    """On paper, in one language."""
    said = {
        "title": found.title.say(language), "facts": _facts(found, language), "standard": words.STANDARD.say(language),
        "nothing": words.NOTHING.say(language),
        "sections": [
            {"title": s.title.say(language), "note": s.note.say(language) if s.note else "", "head": [h.say(language) for h in s.head],
             "rows": [[_say(cell, language) for cell in row] for row in s.rows]}
            for s in found.sections
        ],
    }  # fmt: skip
    return documents.pdf(TEMPLATE, said, language=language, made_at=found.as_of)


def as_csv(found: PermitPack, language: str) -> str:
    """The same as lines: section, then its columns. Spreadsheets take no cell of it for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([found.title.say(language)])
    writer.writerows(_facts(found, language))
    for section in found.sections:
        writer.writerow([])
        writer.writerow([section.title.say(language), *([section.note.say(language)] if section.note else [])])
        writer.writerow([head.say(language) for head in section.head])
        writer.writerows([[_inert(_say(cell, language)) for cell in row] for row in section.rows])
    return "\ufeff" + out.getvalue()


def attach_suppliers(read: Callable[[], Iterable[tuple[str, int]]]) -> None:
    """Called once by whoever keeps a catalogue: its suppliers, and how many items each supplies."""
    if read not in _suppliers:
        _suppliers.append(read)


_suppliers: list[Callable[[], Iterable[tuple[str, int]]]] = []


def _cambridge(asked: Asked) -> Iterable[Section]:
    yield Section(words.PREMISES, words.PREMISES_HEAD, tuple(
        (each.name, each.code, _list(each.outside), f"{each.area_m2:f}" if each.area_m2 is not None else words.MISSING, each.company)
        for each in premises(asked.key)
    ))  # fmt: skip
    yield _rooms()
    yield from _work(asked)
    yield _agents(asked, [a for a in agents.agents() if asked.holds(a.organisation)])
    held = [h for h in agents.holdings() if asked.holds(h.organisation)]
    yield Section(words.HELD, words.HELD_HEAD, tuple((h.name, h.amount, h.room_name, h.company) for h in held))
    yield _permits(asked, CAMBRIDGE)
    suppliers = tuple((name, str(items)) for read in _suppliers for name, items in read())
    yield Section(words.SUPPLIERS, words.SUPPLIERS_HEAD, suppliers)
    by_hand = ((words.ADDRESS, words.NOT_KEPT), (words.FLOOR_PLAN, words.NOT_DRAWN), (words.VENDORS, words.NOT_KEPT))
    yield Section(words.BY_HAND, words.BY_HAND_HEAD, by_hand)


def _fire(asked: Asked) -> Iterable[Section]:
    for full in head_room.of_company(asked.key):
        rows = tuple(
            (
                g.label, stock_words.CONDITIONS[g.condition] if g.condition else "–", f"{g.total.quantize(g.total.__class__('0.001'))} {g.unit}",
                words.NO_LIMIT if g.limit is None else f"{g.limit.normalize():f} {g.unit}", g.pack, g.certainty,
            )
            for g in full.gauges if not g.outside
        )  # fmt: skip
        note = words.UNCLASSIFIED.fill({"count": full.unclassified}) if full.unclassified else None if full.area.packs else words.NO_PACK
        name, building = full.area.name, full.area.building_name
        title = Text(ko=f"{building.ko} {name.ko}", en=f"{building.en}, {name.en}")
        yield Section(title, words.INVENTORY_HEAD, rows, note)


def _lmo(asked: Asked) -> Iterable[Section]:
    yield _rooms(modified=True)
    yield _agents(asked, [a for a in agents.agents() if a.modified and asked.holds(a.organisation)])
    yield from _work(asked)
    today = areas.today()
    lines = agents.book(since=today - timedelta(days=366 * BOOK_YEARS), until=today)
    yield Section(words.NOTICES, words.NOTICE_HEAD, tuple(
        (_day(line.day), line.act, holding.name, line.partner, line.notice or words.MISSING)
        for holding, line in lines
        if holding.modified and asked.holds(holding.organisation) and line.act in (agent_words.ACTS["import"], agent_words.ACTS["export"])
    ))  # fmt: skip
    yield _permits(asked, LMO)
    yield Section(words.BY_HAND, words.BY_HAND_HEAD, ((words.FLOOR_PLAN, words.NOT_DRAWN), (words.BUSINESS, words.NOT_KEPT)))


MADE: dict[str, Callable[[Asked], Iterable[Section]]] = {
    "cambridge-biosafety": _cambridge, "fire-inventory": _fire, "lmo-notification": _lmo,
}


def _rooms(*, modified: bool = False) -> Section:
    return Section(words.ROOMS, words.ROOM_HEAD, tuple(
        (room.name, f"BSL-{room.level}", _list(room.admits_said), room.notice if room.modified else "–", f"{room.manager} {room.phone}".strip())
        for room in biosafety.rooms() if room.modified or not modified
    ))  # fmt: skip


def _work(asked: Asked) -> Iterable[Section]:
    found = [(p, p.approved) for p in protocols.protocols() if p.approved and asked.holds(p.organisation)]
    rows = sorted(((p, v) for p, v in found if v), key=lambda pair: (pair[1].level, pair[0].code))
    yield Section(words.WORK, words.WORK_HEAD, tuple(
        (p.code, v.name, p.company, f"BSL-{v.level}", v.investigator, _day(v.ends_on)) for p, v in rows
    ))  # fmt: skip
    yield Section(words.WASTE, words.WASTE_HEAD, tuple((p.code, v.says or words.MISSING) for p, v in rows))


def _agents(asked: Asked, found: list[agents.AgentRow]) -> Section:
    return Section(words.AGENTS, words.AGENT_HEAD, tuple(
        (a.name, a.kind_said, str(a.risk_group), a.made_of or "–", a.company, ", ".join(c.protocol for c in a.covers) or words.MISSING)
        for a in sorted(found, key=lambda a: (a.risk_group, a.code))
    ))  # fmt: skip


def _permits(asked: Asked, kinds: tuple[str, ...]) -> Section:
    """Each kind that is asked for: those there are, or that there is none."""
    there = [p for p in permits.permits() if not p.organisation or asked.holds(p.organisation)]
    rows: list[tuple[Cell, ...]] = []
    for kind in permits.kinds():
        if kind.code not in kinds:
            continue
        mine = [p for p in there if p.kind == kind.code]
        rows += [(p.name, p.number, p.company, p.standing_said, _day(p.expires_on)) for p in mine]
        rows += [] if mine else [(kind.name, "–", kind.held_by_said, words.MISSING, "–")]
    return Section(words.PERMITS, words.PERMIT_HEAD, tuple(rows))


def _own() -> Text:
    names = [(row.name.ko, row.name.en) for row in organisations() if row.id in require().organisations]
    return Text(ko=", ".join(ko for ko, _ in names) or "–", en=", ".join(en for _, en in names) or "–")


def _facts(found: PermitPack, language: str) -> list[list[str]]:
    packs = ", ".join(f"{code} ({edition})" for code, edition in found.packs) or "–"
    return [
        [words.AS_OF.say(language), found.as_of.strftime("%Y-%m-%d %H:%M %Z")], [words.SCOPE.say(language), found.whose.say(language)],
        [words.PACKS.say(language), packs],
    ]  # fmt: skip


def _list(said: Iterable[Text]) -> Text:
    every = list(said)
    return Text(ko=", ".join(one.ko for one in every) or "–", en=", ".join(one.en for one in every) or "–")


def _say(cell: Cell, language: str) -> str:
    return cell.say(language) if isinstance(cell, Text) else cell


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"


def _inert(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
