"""Parties of a delegation in the database: filled by the day, planned apart, told apart, late apart; never one person twice."""

from datetime import UTC, datetime, timedelta

import pytest

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.network import operations as network
from squaremile.network.models import Delegation, DelegationMember, PartyDay, VisitParty, VisitStop
from squaremile.network.policies.lateness import Due, late
from squaremile.network.reads import visit_content, visit_keeping, visit_rows
from squaremile.network.reads.visit_plan import clash_list, stops_of
from tests.network.visits import staged
from tests.network.visits.staged import FIRST, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def split(world):
    """Two parties, one member each on the first day; on the second they go together."""
    with world.as_("programme"):
        staged.visit()
        network.add_visit_party(delegation="DG-1", code="VY-RED", name_ko="1조", name_en="Party 1")
        network.add_visit_party(delegation="DG-1", code="VY-BLUE", name_en="Party 2")
        network.join_visit_party(visit_party="VY-RED", member="DM-1", day=FIRST)
        network.join_visit_party(visit_party="VY-BLUE", member="DM-2", day=FIRST)
        yield


def clashes():
    found = visit_rows.delegation("DG-1")
    return [(c.kind, c.who) for c in clash_list(found, stops_of(found)) if c.kind == "person"]


def there(code):
    return {str(person) for person in VisitStop.objects.get(code=code).people.all()}


def test_parallel_stops_of_two_parties_do_not_clash_the_same_person_in_two_places_does(split):
    for code, party in (("VS-1", "VY-RED"), ("VS-2", "VY-BLUE")):
        network.add_stop(delegation="DG-1", code=code, kind="meeting", title_en=code, start=at(10), end=at(11), party=party)
    assert (there("VS-1"), there("VS-2"), clashes()) == ({"한부지사"}, {"두교수"}, [])
    network.choose_attendance(stop="VS-2", members=["DM-1", "DM-2"])
    assert clashes() == [("person", "한부지사")]
    network.choose_attendance(stop="VS-2", members=[])
    assert (there("VS-2"), clashes()) == ({"두교수"}, [])
    network.edit_stop(stop="VS-2", party="")
    assert (there("VS-2"), clashes()) == ({"한부지사", "두교수"}, [("person", "한부지사")])


def test_who_comes_follows_the_party_and_the_day_unless_chosen(split):
    network.add_stop(delegation="DG-1", code="VS-1", kind="meeting", title_en="Lab", start=at(10), end=at(11), party="VY-RED")
    network.add_stop(delegation="DG-1", code="VS-2", kind="meeting", title_en="Hall", start=at(14), end=at(15), party="VY-RED")
    network.choose_attendance(stop="VS-2", members=["DM-1"])
    network.join_visit_party(visit_party="VY-RED", member="DM-2")
    assert (there("VS-1"), there("VS-2")) == ({"한부지사", "두교수"}, {"한부지사"})
    network.leave_visit_party(member="DM-1")
    assert (there("VS-1"), there("VS-2")) == ({"두교수"}, {"한부지사"})
    assert network.edit_stop(stop="VS-1", start=at(10, day=1), end=at(11, day=1))
    assert there("VS-1") == {"두교수"}
    network.leave_visit_party(member="DM-2", day=FIRST + timedelta(days=1))
    assert there("VS-1") == set()


def test_nobody_goes_with_two_parties_on_one_day(split):
    network.join_visit_party(visit_party="VY-BLUE", member="DM-1", day=FIRST)
    rows = visit_keeping.parties(Delegation.objects.get(code="DG-1"))
    assert [(row.name, [set(day.members) for day in row.days]) for row in rows] == [
        ("1조", [set(), set()]), ("Party 2", [{"한부지사", "두교수"}, set()]),
    ]
    assert PartyDay.objects.filter(member__code="DM-1").count() == 1


def test_the_planner_sends_parties_apart_and_brings_them_together(split):
    for wish, party in (("VW-1", "VY-RED"), ("VW-2", "VY-BLUE")):
        network.clear_windows(wish=wish)
        network.add_window(wish=wish, start=at(10), end=at(11))
        network.edit_wish(wish=wish, party=party)
    network.clear_windows(wish="VW-3")
    network.add_window(wish="VW-3", start=at(14), end=at(15))
    made = network.plan_itinerary(delegation="DG-1")
    assert set(made.honoured) == {"VW-1", "VW-2", "VW-3"}
    stops = {s.wish.code: s for s in VisitStop.objects.filter(wish__isnull=False).select_related("wish", "party")}
    assert stops["VW-1"].period == stops["VW-2"].period
    assert [str(stops[w].party) for w in ("VW-1", "VW-2", "VW-3")] == ["1조", "Party 2", "None"]
    assert there(stops["VW-1"].code) == {"한부지사", "헤일"}
    assert there(stops["VW-3"].code) == {"한부지사", "두교수", "모로"}
    lunches = VisitStop.objects.filter(kind="meal").order_by("period", "party__id")
    assert [(s.period.start.date() == FIRST, s.party and s.party.code) for s in lunches] == [
        (True, "VY-RED"), (True, "VY-BLUE"), (False, None),
    ]
    assert clashes() == []
    content = visit_content.content(Delegation.objects.get(code="DG-1"), "briefing", "en", version=1, made_at=clock.now())
    assert [p["name"] for p in content["parties"]] == ["Party 1", "Party 2"]
    assert content["parties"][0]["days"][0]["members"] == ["Vice Governor Han"]
    assert {(s["title"], s["party"]) for s in content["days"][0]["stops"] if s["meeting"]} == {
        ("Meeting PE-021", "Party 1"), ("Meeting PE-022", "Party 2"), ("Meeting PE-023", ""),
    }


def test_a_wish_of_a_party_that_nobody_is_in_is_named(split):
    network.add_visit_party(delegation="DG-1", code="VY-3", name_en="Party 3")
    network.edit_wish(wish="VW-2", party="VY-3")
    assert ("VW-2", "party") in network.plan_itinerary(delegation="DG-1").impossible


def test_one_party_is_late_and_the_other_waits_where_both_are_wanted(split, world):
    for code, party, hour in (("VS-1", "VY-RED", 10), ("VS-2", "VY-BLUE", 10), ("VS-3", "", 11)):
        network.add_stop(delegation="DG-1", code=code, kind="meeting", title_en=code, start=at(hour), end=at(hour + 1), party=party)
    with clock.as_of(at(9, 30).astimezone(UTC)):
        ran = network.run_late(delegation="DG-1", minutes=20, party="VY-RED")
    assert dict(ran.moved) == {"VS-1": 20, "VS-3": 20}


def test_the_lateness_of_parties_is_that_of_each_way():
    def due(code, start, party="", way=0):
        day = datetime(2027, 3, 8, tzinfo=UTC)
        return Due(code, day + timedelta(minutes=start), day + timedelta(minutes=start + 60), way, party=party)

    end = datetime(2027, 3, 8, 18, tzinfo=UTC)
    stops = [due("R1", 540, "R"), due("B1", 540, "B"), due("ALL", 620), due("R2", 690, "R"), due("B2", 700, "B")]
    moved, over = late(stops, 40, end, party="R")
    assert {m.code: m.shift for m in moved} == {"R1": 40, "B1": 0, "ALL": 20, "R2": 10, "B2": 0}
    assert over == 0
    moved, _ = late(stops, 40, end)
    assert {m.code: m.shift for m in moved} == {"R1": 40, "B1": 40, "ALL": 20, "R2": 10, "B2": 0}


def test_what_is_refused(split, world):
    with pytest.raises(Missing) as none:
        network.join_visit_party(visit_party="VY-9", member="DM-1")
    assert none.value.code == "network.visit_party_unknown"
    with pytest.raises(Invalid) as outside:
        network.join_visit_party(visit_party="VY-RED", member="DM-1", day=FIRST - timedelta(days=1))
    assert outside.value.code == "network.outside_visit"
    with pytest.raises(Missing) as nobody:
        network.choose_attendance(stop=network.add_stop(
            delegation="DG-1", kind="meal", title_en="Lunch", start=at(12), end=at(13), party="VY-RED").code, members=["DM-9"])
    assert nobody.value.code == "network.delegate_unknown"
    with pytest.raises(Refused) as used:
        network.remove_visit_party(visit_party="VY-RED")
    assert used.value.code == "network.visit_party_used"
    network.remove_visit_party(visit_party="VY-BLUE")
    assert list(VisitParty.objects.values_list("code", flat=True)) == ["VY-RED"]
    with pytest.raises(Missing):
        network.edit_wish(wish="VW-1", party="VY-BLUE")
    network.cancel_delegation(delegation="DG-1", reason="off")
    with pytest.raises(Refused) as over:
        network.add_visit_party(delegation="DG-1", name_en="Late")
    assert over.value.code == "network.delegation_over"


def test_a_member_of_another_delegation_does_not_join(split):
    staged.delegation("DG-2")
    network.add_member(delegation="DG-2", code="DM-7", name_en="Elsewhere")
    with pytest.raises(Missing):
        network.join_visit_party(visit_party="VY-RED", member="DM-7")
    network.join_visit_party(visit_party="VY-RED", member="DM-2")
    network.leave_visit_party(member="DM-2")
    network.remove_member(member="DM-2")
    assert not DelegationMember.objects.filter(code="DM-2").exists()


@pytest.mark.parametrize("who", ["hana", "sora"])
def test_companies_neither_make_nor_see_parties(world, who):
    with world.as_("programme"):
        staged.visit()
        network.add_visit_party(delegation="DG-1", code="VY-RED", name_en="Party 1")
    with world.as_(who):
        assert not VisitParty.objects.exists()
        with pytest.raises(Forbidden):
            network.add_visit_party(delegation="DG-1", name_en="Ours")


def test_the_book_names_everybody_in_both_languages_and_says_both_clocks(split):
    network.plan_itinerary(delegation="DG-1")
    for language, named in (("ko", "한부지사 (Vice Governor Han)"), ("en", "Vice Governor Han (한부지사)")):
        content = visit_content.content(Delegation.objects.get(code="DG-1"), "briefing", language, version=1, made_at=clock.now())
        meeting = next(m for m in content["meetings"] if m["host_other"])
        assert named in meeting["people"]
        assert meeting["when"].split(" ", 1)[1].split(" / ")[0].endswith(" EST")
        assert " KST" in meeting["when"]
        assert all(s["time"].endswith(" EST") and " KST" in s["home"] for day in content["days"] for s in day["stops"])
