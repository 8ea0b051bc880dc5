"""Builds the whole demonstration in one transaction, by operations only: what a cluster could have done itself."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from squaremile.booking import operations as booking
from squaremile.cli.demo import (
    bookings,
    floors,
    homes,
    instruments,
    money,
    network,
    people,
    prices,
    residency,
    safety,
    stores,
    training,
    upkeep,
)
from squaremile.cli.demo.atlas import dense
from squaremile.cli.demo.atlas import making as atlas
from squaremile.cli.demo.companies import COMPANIES, Company
from squaremile.cli.demo.diary import Diary, User, Visit
from squaremile.cli.demo.kinds import KINDS
from squaremile.cli.demo.network.stage import Stage
from squaremile.cli.demo.personas import PERSONAS
from squaremile.cli.demo.rule_sets import RULE_SETS
from squaremile.core import operations as core
from squaremile.core.reads import organisations
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.spaces import operations as spaces

SETUP = Scope(system="setup", grants=(Grant("site_director"), Grant("lab_operations")))
ZONE = ZoneInfo("Asia/Seoul")
Progress = Callable[[Text, int, int], None]
"""Told what is being made, how many are done, and how many there will be."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much of it to build."""

    companies: int = len(COMPANIES)
    instruments: int = 57
    days_back: int = 91
    days_ahead: int = 91


FULL = Size()
SMALL = Size(companies=6, instruments=12, days_back=62, days_ahead=7)


@dataclass(frozen=True, slots=True)
class Summary:
    """What was made, by kind of thing. `made` is false where a cluster was there already."""

    made: bool
    counts: tuple[tuple[Text, int], ...] = ()


def build(seed: int, progress: Progress, size: Size = FULL) -> Summary:
    """Make the demonstration, or nothing at all where the database already knows an organisation."""
    with _unlogged(), transaction.atomic(), scope(SETUP):
        if organisations.organisations():
            return Summary(made=False)
        return _Builder(seed, progress, size).run()


@contextmanager
def _unlogged() -> Iterator[None]:
    """While DEBUG is on, Django keeps a copy of every statement, filled in: a fifth of the time, for nobody to read."""
    was, settings.DEBUG = settings.DEBUG, False
    try:
        yield
    finally:
        settings.DEBUG = was


class _Builder:
    """One run: the draw, the moment, and what has been made so far."""

    def __init__(self, seed: int, progress: Progress, size: Size) -> None:
        self.seed, self.progress, self.size = seed, progress, size
        self.now = clock.now()
        self.today = self.now.astimezone(ZONE).date()
        parts = {p.company for p in PERSONAS} | {p.second_company for p in PERSONAS}
        chosen = sorted(COMPANIES, key=lambda c: c.code not in parts)[: size.companies]
        self.companies: tuple[Company, ...] = tuple(c for c in COMPANIES if c in chosen)
        self.specs = instruments.specs(self.draw("instruments"))[: size.instruments]
        self.organisations: dict[str, UUID] = {}
        self.projects: dict[str, list[str]] = {}
        self.people = people.Entered()
        self.counts: list[tuple[Text, int]] = []

    def draw(self, what: str) -> Random:
        """A stream of its own for each part, so that one part's size does not change another's draws."""
        return Random(f"{self.seed}:{what}")

    def run(self) -> Summary:
        self._told(Text(ko="조직", en="organisations"), len(self.companies), self._companies())
        self._told(Text(ko="장소", en="places"), len(list(floors.spots())) + 1, self._places())
        cast = list(people.cast(self.companies, self.draw("people")))
        self._told(Text(ko="사람", en="people"), len(cast), self._people(cast))
        planned = list(homes.lets(self.companies, self.today, self.draw("homes")))
        over = [let for let in planned if let.left]
        self._told(Text(ko="입주", en="lettings"), len(over), homes.let_all(over, self.now, ZONE))
        self._catalogue()
        self._told(Text(ko="장비", en="instruments"), len(self.specs), self._instruments())
        trained = training.trained(self.people, self.specs, self.now, self.draw("training"), self._sure())
        self._told(Text(ko="사용 자격", en="qualifications"), len(trained), training.train_all(trained, self.now))
        # Those who have left, or not moved in yet, book nothing.
        away = {*homes.ARRIVING, *(code for _place, code in homes.GONE)}
        here = tuple(company for company in self.companies if company.code not in away)
        self._season(bookings.users(self.people, here, self.projects, trained, self.draw("users")))
        self._network()
        self._residency(tuple(let for let in planned if not let.left))
        codes = [company.code for company in self.companies]
        finance = self.people.staff["finance"]
        self._told(money.LABEL, money.STEPS, money.make(self.organisations, finance, self.now, self.today, ZONE))
        self._told(prices.LABEL, prices.COMPANIES, prices.make(self.organisations, codes, self.now, self.today))
        return Summary(made=True, counts=tuple(self.counts))

    def _network(self) -> None:
        stage = Stage(self.organisations, self.people.staff, self.people.ids, self.now, ZONE, self.draw)
        for part in network.PARTS:
            if part.LABEL.en:
                self._told(part.LABEL, part.TOTAL, part.make(stage))
        self._told(atlas.LABEL, atlas.TOTAL, atlas.make(stage))
        self._told(dense.LABEL, dense.STEPS, dense.make(self.draw, self.today))

    def _residency(self, lets: tuple[homes.Let, ...]) -> None:
        stage = residency.stage.Stage(
            self.companies, self.organisations, self.people.staff, self.people.of_company, lets, self.now, ZONE, self.draw
        )
        for part in (*residency.PARTS, *safety.PARTS):
            self._told(part.LABEL, part.total(stage), part.make(stage))
        self._told(stores.LABEL, stores.total(stage), stores.make(stage))

    def _told(self, label: Text, total: int, steps: Iterable[int]) -> None:
        """Go through the steps of one part, telling how far it is."""
        self.progress(label, 0, total)
        for done in steps:
            self.progress(label, done, total)
        self.counts.append((label, total))

    def _companies(self) -> Iterable[int]:
        for count, company in enumerate(self.companies, 1):
            made = core.add_organisation(
                code=company.code, name_ko=company.name_ko, name_en=company.name_en, kind=company.kind
            )
            self.organisations[company.code] = made.id
            for n, (name_ko, name_en) in enumerate(company.projects, 1):
                code = f"PJ-{company.code}-{n}"
                core.add_project(organisation=made.id, code=code, name_ko=name_ko, name_en=name_en,
                                 reference=f"DEMO-{company.code}-{n}")
                self.projects.setdefault(company.code, []).append(code)
            yield count

    def _places(self) -> Iterable[int]:
        spaces.add_place(kind="site", code=floors.SITE, name_ko="전북 센터", name_en="Jeonbuk Centre",
                         time_zone=ZONE.key)
        yield 1
        for count, spot in enumerate(floors.spots(), 2):
            spaces.add_place(
                kind=spot.kind, code=spot.code, parent=spot.parent, name_ko=spot.name_ko, name_en=spot.name_en,
                level=spot.level, outline=spot.corners or None, area_m2=spot.area_m2, rentable=spot.rentable,
                position=count,
            )
            yield count

    def _people(self, cast: list[people.Cast]) -> Iterable[int]:
        for count, entered in people.enter(cast, self.organisations, self.now):
            self.people = entered
            yield count

    def _catalogue(self) -> None:
        for kind in KINDS:
            if any(spec.kind == kind.code for spec in self.specs):
                booking.add_kind(code=kind.code, name_ko=kind.name_ko, name_en=kind.name_en)
        for code, name_ko, name_en in instruments.CLASSES:
            booking.add_class(code=code, name_ko=name_ko, name_en=name_en)
        for rules in RULE_SETS:
            booking.add_rules(**rules)

    def _instruments(self) -> Iterable[int]:
        says = {kind.code: kind for kind in KINDS}
        for count, spec in enumerate(self.specs, 1):
            name_ko, name_en = instruments.names(spec)
            kind = says[spec.kind]
            booking.add_equipment(
                code=spec.code, name_ko=name_ko, name_en=name_en, kind=spec.kind, place=spec.place,
                rules_of_use=spec.rules, equivalence=spec.equivalence, maker=spec.maker, model=spec.model,
                serial=spec.serial, asset_number=spec.asset_number, nfec_number=spec.nfec_number,
                says_ko=kind.says_ko, says_en=kind.says_en, needs_qualification=spec.needs_qualification,
                contact="equipment@squaremile.example", position=count,
            )
            booking.add_manual(
                equipment=spec.code, title_ko=f"{kind.name_ko} 사용 설명서", title_en=f"{kind.name_en}: user manual",
                url=f"https://example.org/manuals/{spec.kind}.pdf",
            )
            yield count
        there = {spec.code for spec in self.specs}
        for equipment, needs in instruments.LINKS:
            if {equipment, needs} <= there:
                booking.link(equipment=equipment, needs=needs)

    def _season(self, users: tuple[User, ...]) -> None:
        """Half a year around today: maintenance first, then bookings around it, then what goes on right now."""
        lost = list(upkeep.lost(self.specs, self.now))
        works = [
            work for work in upkeep.works(
                self.specs, self.today, ZONE, self.size.days_back, self.size.days_ahead, self.draw("works")
            )
            if not any(work.equipment == gone.equipment and work.period.overlaps(gone.period) for gone in lost)
        ]
        planned = [*works, *(gone for gone in lost if gone.work_type and gone.purpose)]
        self._told(Text(ko="정비", en="maintenance blocks"), len(planned), upkeep.block_all(planned, self.now))
        blocks: dict[str, list[Period]] = {}
        for work in (*works, *lost):
            blocks.setdefault(work.equipment, []).append(work.period)
        diary = Diary(users, self.draw("diary"), ZONE, self.now, blocks)
        visits = list(diary.visits(self.specs, self.size.days_back, self.size.days_ahead))
        found = bookings.sort(visits, self.specs, self.now)
        running: list[tuple[Visit, str]] = []
        self._told(Text(ko="예약", en="bookings"), len(found.bulk), self._recorded(found.bulk, running))
        self._told(
            Text(ko="직접 한 예약", en="bookings by people themselves"), len(found.themselves),
            bookings.book(found.themselves, self.organisations),
        )
        self._told(
            Text(ko="지금 사용", en="sessions now"), len(running),
            bookings.start(running, self.organisations, self.now, self.draw("sessions")),
        )
        reporters = [(user.person, self.organisations[user.company]) for user in users]
        self._told(
            Text(ko="고장", en="faults"), len(upkeep.troubles(self.specs)),
            upkeep.break_all(
                self.specs, self.now, reporters, self.people.staff["lab_operations"], self.draw("faults")
            ),
        )

    def _recorded(self, visits: list[Visit], running: list[tuple[Visit, str]]) -> Iterable[int]:
        for count, batch in bookings.record(visits, self.now):
            running += batch
            yield count

    def _sure(self) -> dict[UUID, tuple[str, ...]]:
        """Those with a part to play can always use what they are invited to try."""
        known = [p.email for p in PERSONAS if p.company and p.email in self.people.ids]
        return {self.people.ids[email]: ("CF-1", "CF-2", "LCMS", "FC-1") for email in known}
