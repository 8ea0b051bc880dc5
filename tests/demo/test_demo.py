"""The demonstration: believable, the same from the same seed, bilingual throughout, and made once."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from random import Random
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

from squaremile.cli.demo import floors, instruments, people
from squaremile.cli.demo.build import SMALL, ZONE, build
from squaremile.cli.demo.companies import COMPANIES
from squaremile.cli.demo.diary import Diary, User
from squaremile.cli.demo.habits import HABITS
from squaremile.cli.demo.kinds import KINDS
from squaremile.cli.demo.money import overseas
from squaremile.cli.demo.personas import PERSONAS
from squaremile.cli.demo.rule_sets import RULE_SETS
from squaremile.core.roles import ROLES
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.spaces.policies import plan
from tests.demo import shown_money
from tests.world import MONDAY, World, setup_scope


def hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


def test_as_many_of_each_as_promised():
    spots = list(floors.spots())
    cast = list(people.cast(COMPANIES, Random(1)))
    assert (len(COMPANIES), len(KINDS), len(instruments.specs(Random(1))), len(cast)) == (24, 41, 57, 110)
    assert Counter(s.kind for s in spots) == Counter(
        building=1, floor=3, control_area=6, room=18, suite=6, bench=40
    )
    assert {s.level for s in spots if s.kind == "floor"} == {1, 2, 4}
    assert all(2 <= company.scientists <= 6 for company in COMPANIES)


def test_every_word_in_both_languages():
    pairs = [
        *((c.name_ko, c.name_en) for c in COMPANIES), *(p for c in COMPANIES for p in c.projects),
        *((k.name_ko, k.name_en) for k in KINDS), *((k.says_ko, k.says_en) for k in KINDS),
        *((s.name_ko, s.name_en) for s in floors.spots()), *((r["name_ko"], r["name_en"]) for r in RULE_SETS),
        *((c.name_ko, c.name_en) for c in people.cast(COMPANIES, Random(1))),
        *((ko, en) for _, ko, en in instruments.CLASSES),
        *((text.ko, text.en) for p in PERSONAS for text in (p.name, p.label, p.suggestion)),
    ]
    assert [pair for pair in pairs if not hangul(pair[0]) or hangul(pair[1]) or not pair[1].strip()] == []


def test_the_same_seed_draws_the_same_and_another_does_not():
    def drawn(seed: int):
        return instruments.specs(Random(seed)), list(people.cast(COMPANIES, Random(seed)))

    assert drawn(2024) == drawn(2024)
    assert drawn(2024) != drawn(2025)


def test_nobody_twice_and_nobody_real():
    cast = list(people.cast(COMPANIES, Random(2024)))
    assert len({one.email for one in cast}) == len({one.name_ko for one in cast}) == 110
    assert {one.email.rpartition(".")[2] for one in cast} == {"example"}
    assert [one.email for one in cast if len(one.roles) > 1] == ["sohyun.lim@deullyeok.example"]


def test_rooms_lie_in_their_floor_and_do_not_overlap():
    spots = {spot.code: spot for spot in floors.spots()}
    drawn = [spot for spot in spots.values() if spot.corners]
    assert [s.code for s in drawn if not plan.is_sound(s.corners)] == []
    inside = [(s, spots[s.parent]) for s in drawn if spots.get(s.parent) and spots[s.parent].corners]
    assert [s.code for s, around in inside if not plan.lies_in(s.corners, around.corners)] == []
    for n, one in enumerate(drawn):
        for other in drawn[n + 1 :]:
            if one.parent == other.parent:
                a, b = plan.box([one.corners]), plan.box([other.corners])
                apart = a.right <= b.left or b.right <= a.left or a.top <= b.bottom or b.top <= a.bottom
                assert apart or one.kind == "floor", (one.code, other.code)


def test_each_instrument_has_a_place_a_kind_rules_and_a_class_that_exist():
    rooms = {spot.code for spot in floors.spots()}
    sets, kinds = {r["code"] for r in RULE_SETS}, {k.code for k in KINDS}
    classes = {code for code, _, _ in instruments.CLASSES} | {""}
    for spec in instruments.specs(Random(1)):
        assert {spec.place} <= rooms
        assert ({spec.kind} <= kinds, {spec.rules} <= sets, {spec.equivalence} <= classes) == (True, True, True)
    used = Counter(spec.equivalence for spec in instruments.specs(Random(1)) if spec.equivalence)
    assert all(count >= 2 for count in used.values())
    assert set(used) == classes - {""}


def test_the_homes_are_places_and_nobody_shares_one():
    rentable = {spot.code for spot in floors.spots() if spot.rentable}
    homes = [place for company in COMPANIES for place in company.home]
    assert set(homes) < rentable
    assert len(homes) == len(set(homes))


def test_there_is_a_part_for_every_role():
    assert {persona.role for persona in PERSONAS} == set(ROLES)
    assert {p.company for p in PERSONAS if p.company} < {c.code for c in COMPANIES}
    cast = {one.email: one for one in people.cast(COMPANIES, Random(2024))}
    for persona in PERSONAS:
        assert cast[persona.email].roles[0] == (persona.role, persona.company)


TABLES = """
SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables
 WHERE schemaname = 'public' AND tablename ~ '^(core|spaces|booking|metering)_' AND tablename <> 'metering_meter'
"""


@pytest.fixture
def emptied(own_database: str, admin_url: str):
    """A migrated database with nobody in it, as the demonstration finds it: the first meter comes by migration."""
    name = urlsplit(own_database).path
    with psycopg.connect(urlsplit(admin_url)._replace(path=name).geturl(), autocommit=True) as owner:
        tables = owner.execute(TABLES).fetchone()[0]
        owner.execute(f"TRUNCATE {tables} CASCADE")


def test_a_small_one_is_built_whole(emptied: None):
    """Built through operations as sm_app: what the database forbids cannot be in it. Twice is once."""
    from squaremile.billing.models import BillLine
    from squaremile.booking.models import Equipment, Fault, Reservation, Session
    from squaremile.core.models import Organisation, RoleGrant
    from squaremile.core.models import User as Person
    from squaremile.metering.models import UsageEvent
    from squaremile.residency.models import Application, Company, Licence
    from squaremile.spaces.models import Occupancy

    told = []
    with clock.as_of(MONDAY + timedelta(hours=2)):
        summary = build(2024, lambda label, done, total: told.append((label.en, done, total)), SMALL)
        again = build(2024, lambda *said: told.append(said), SMALL)
    assert (summary.made, again.made) == (True, False)
    counts = {label.en: count for label, count in summary.counts}
    with scope(setup_scope()):
        before_residency = Organisation.objects.filter(code__in=[company.code for company in COMPANIES])
        assert before_residency.count() == counts["organisations"] == SMALL.companies
        assert Equipment.objects.count() == counts["instruments"] == SMALL.instruments
        assert Person.objects.count() == counts["people"] + len(overseas.PEOPLE)
        assert [u.email for u in Person.objects.all() if u.has_usable_password()] == []
        states = Counter(Reservation.objects.filter(kind="booking").values_list("state", flat=True))
        from_abroad = UsageEvent.objects.filter(organisation__code=overseas.COMPANY).count()
        assert sum(states.values()) == counts["bookings"] + counts["bookings by people themselves"] + from_abroad
        assert {"done", "confirmed", "cancelled", "pending"} <= set(states)
        assert UsageEvent.objects.filter(meter__code="equipment_minutes").count() == Session.objects.exclude(ended_at=None).count() == states["done"]
        applied = Counter(Application.objects.values_list("state", flat=True))
        assert {"draft", "submitted", "returned", "screening", "review", "accepted", "wait_listed", "declined"} == set(applied)
        assert sum(applied.values()) == counts["calls and applications"] - 1
        assert {"admitted", "applicant", "declined", "resident", "alumni"} <= set(Company.objects.values_list("state", flat=True))
        assert Licence.objects.filter(state="in_force").exists()
        assert BillLine.objects.filter(kind="membership", unit="seat_day", label_ko__contains="좌석 × ₩100,000").exists()
        assert set(Occupancy.objects.values_list("state", flat=True)) >= {"occupied"}
        assert Fault.objects.count() == counts["faults"] > 0
        both = Person.objects.get(email="sohyun.lim@deullyeok.example")
        assert RoleGrant.objects.filter(user=both).values("organisation").distinct().count() == 2
        spec = instruments.specs(Random("2024:instruments"))[: SMALL.instruments]
        found = Equipment.objects.order_by("position").values_list("code", "maker", "serial")
        assert list(found) == [(s.code, s.maker, s.serial) for s in spec]
        shown_money.check()
    assert [(label, total) for label, done, total in told if done == total and total] == [
        (label.en, count) for label, count in summary.counts if count
    ]


def test_no_two_bookings_of_an_instrument_overlap_and_no_share_is_passed():
    """The draw itself, at full size: the database would refuse it only after half a minute."""
    draw, specs, later = Random(7), instruments.specs(Random(7)), MONDAY + timedelta(days=300)
    users = tuple(
        User(uuid4(), f"C{n % 24}", ("P",), trained={s.code: later for s in draw.sample(specs, 20)}) for n in range(60)
    )
    visits = list(Diary(users, draw, ZONE, MONDAY).visits(specs, 35, 35))
    of_code = {spec.code: spec for spec in specs}
    assert len(visits) > 1000
    for code in of_code:
        habit = HABITS[of_code[code].rules]
        kept = sorted(
            v.period.padded(timedelta(minutes=habit.before), timedelta(minutes=habit.after))
            for v in visits if v.equipment == code and v.state != "cancelled"
        )
        assert not any(one.overlaps(other) for one, other in pairwise(kept)), code
    for visit in visits:
        assert visit.user.may_use(of_code[visit.equipment], visit.period.end)
        assert visit.booked_at < visit.period.start
        assert (visit.used is not None) == (visit.state == "done")
        if visit.used:
            assert visit.period.start <= visit.used[0] < visit.used[1] <= visit.period.end <= MONDAY


def test_where_a_cluster_exists_nothing_is_made(world: World):
    from squaremile.core.models import Organisation

    told = []
    assert build(2024, lambda *said: told.append(said), SMALL).made is False
    with scope(setup_scope()):
        assert (told, Organisation.objects.count()) == ([], 2)
