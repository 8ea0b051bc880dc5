"""Who is inside, the emergency view, the sheet for the fire service, and the copy that needs no server."""

import io
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import Grant, Scope, scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import EmergencyCopy, Entry
from squaremile.safety.policies import manifests
from squaremile.safety.reads import emergency, emergency_copy, entries, fire_sheet, house
from squaremile.safety.tasks.emergency import copy_the_night
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
FIGURES = {"flash_c": -20, "boil_c": 56, "figures_from": "SDS"}
HOUR = timedelta(hours=1)
SETUP = Scope(system="setup", grants=(Grant("site_director"), Grant("lab_operations")))


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def inside(world: World, who: str) -> list[str]:
    with world.as_(who):
        return sorted(row.name.en for row in entries.inside())


class TestEntries:
    def test_in_and_out_and_who_sees_whom(self, world: World):
        with world.as_("hana"):
            safety.record_entry(place="JB-A", entry_way="in")
            safety.record_entry(place="JB-A", entry_way="in")
            safety.record_entry(place="JB-A", entry_way="in", visitor="Jane Doe")
            assert Entry.objects.count() == 2
        with world.as_("sora"):
            safety.record_entry(place="JB-A", entry_way="in")
        with world.as_("finance"):
            safety.record_entry(place="JB-A", entry_way="in")
        assert inside(world, "haeun") == ["Hana Kim", "Jane Doe"]
        assert inside(world, "sujin") == ["Sora Lee"]
        assert sorted(inside(world, "safety")) == sorted(inside(world, "auditor")) == ["Finance Geum", "Hana Kim", "Jane Doe", "Sora Lee"]
        assert inside(world, "programme") == []
        with clock.as_of(MONDAY + HOUR), world.as_("hana"):
            safety.record_entry(place="JB-A", entry_way="out")
            assert [row.name.en for row in entries.inside()] == ["Jane Doe"]
        with clock.as_of(MONDAY + 17 * HOUR), world.as_("safety"):
            assert {row.forgotten for row in entries.inside()} == {True}
        with clock.as_of(MONDAY + timedelta(days=8)):
            assert inside(world, "safety") == []

    def test_the_desk_does_it_by_badge(self, world: World, monkeypatch):
        hers = (world.people["sora"], world.organisations["SAEBOM"])
        monkeypatch.setattr(house, "_badges", [lambda number: hers if number == "B-7" else None])
        with world.as_("operator"):
            assert safety.record_entry(place="JB-A", entry_way="in", badge="B-7").by == "badge"
            with pytest.raises(Missing, match="badge_unknown"):
                safety.record_entry(place="JB-A", entry_way="in", badge="B-8")
            safety.record_entry(place="JB-A", entry_way="in", person=world.people["hajin"])
        assert (inside(world, "sujin"), inside(world, "hana")) == (["Sora Lee"], ["Hajin Choi"])
        with world.as_("hana"):
            for said in ({"badge": "B-7"}, {"person": world.people["sora"]}):
                with pytest.raises(Forbidden):
                    safety.record_entry(place="JB-A", entry_way="out", **said)

    @pytest.mark.parametrize("said", [{"entry_way": "up"}, {"place": "R201-B1"}, {"badge": "B", "visitor": "V"}])
    def test_what_is_refused(self, world: World, said):
        with world.as_("operator"), pytest.raises(Invalid, match="entry_unsound"):
            safety.record_entry(**{"place": "JB-A", "entry_way": "in"} | said)

    def test_who_may_not(self, world: World):
        with world.as_("auditor"), pytest.raises(Forbidden):
            safety.record_entry(place="JB-A", entry_way="in")
        with world.as_("hana"), pytest.raises(Missing):
            safety.record_entry(place="JB-A", entry_way="in", visitor="x", organisation="SAEBOM")


@pytest.fixture
def busy(world: World) -> None:
    """Acetone in 201 of a control area, an incident, a lock, a shut-off, a cylinder, somebody inside."""
    with world.as_("safety"):
        safety.declare_area(name_en="Floor 2", building="JB-A", storey=2, rooms=["R201", "R202"], sprinklered=True, code="CA-2", name_ko="2층")
        safety.put_pack_in_force(area="CA-2", pack="us-ibc", since=MONDAY.date())
        acetone = safety.add_substance(name_ko="아세톤", name_en="Acetone", cas="67-64-1", phase="liquid", **FIGURES).code
        safety.receive_container(substance=acetone, how_much="20 L", place="R201", organisation="HANBIT")
        made = safety.report_incident(what_happened="쏟아짐", incident_kind="spill", place="R202")
        safety.lock_place(place="R202", why_locked="증기", incident=made.code)
        safety.add_shut_off(place="JB-A", shut_off_kind="gas", where_ko="북쪽 계단", where_en="North stairs")
        safety.set_room_card(place="R201", manager="강책임", manager_phone="010-1234")
        safety.print_door_signs(sign_rooms=["R201"])
    with world.as_("hana"):
        safety.record_entry(place="R201", entry_way="in")


class TestTheView:
    def test_building_floor_room(self, world: World, busy: None):
        with world.as_("safety"):
            (building,) = emergency.view().buildings
            (floor,) = building.floors
            one, two = floor.told
        assert (building.code, floor.code, one.place.code) == ("JB-A", "JB-A2", "R201")
        assert ([h.symbol for h in one.hazards], [p.name.en for p in one.people], one.phone) == (["GHS02"], ["Hana Kim"], "010-1234")
        assert (len(two.locks), [i.kind.en for i in two.incidents]) == (1, ["Spill"])

    def test_who_may_not(self, world: World, busy: None):
        for who in ("hajin", "finance"):
            with world.as_(who):
                for read in (emergency.view, lambda: fire_sheet.pdf("en")):
                    with pytest.raises(Forbidden):
                        read()

    def test_the_fire_service_reads_gallons_and_litres(self, world: World, busy: None):
        with world.as_("auditor"):
            said = PdfReader(io.BytesIO(fire_sheet.pdf("en"))).pages[0].extract_text()
        assert "5.28 gal (20 L)" in said.replace("\n", " ")
        for words in ("North stairs", "010-1234", "119", "Flammable"):
            assert words in said
        assert "Hanbit" not in said

    def test_units_side_by_side(self):
        assert fire_sheet.both_units(Decimal(30), "gal") == "30 gal (113.56 L)"
        assert fire_sheet.both_units(Decimal("0.2"), "×") == "0.2 ×"


class TestTheCopy:
    def test_whole_or_not_at_all_and_so_many(self, world: World, busy: None, tmp_path: Path):
        for n in range(3):
            with clock.as_of(MONDAY + n * HOUR), scope(SETUP):
                made = safety.copy_for_emergencies(folder=str(tmp_path), keep=2)
        names = sorted(p.name for p in tmp_path.iterdir())
        assert names == ["emergency-20270301-100000", "emergency-20270301-110000", "latest"]
        latest = tmp_path / "latest"
        assert sorted(p.name for p in latest.iterdir()) == ["door-signs.pdf", "emergency.html", "fire-service-en.pdf", "fire-service-ko.pdf"]
        assert set(made.files) == {p.name for p in latest.iterdir()}
        page = (latest / "emergency.html").read_text()
        for words in ("Hana Kim", "김하나", "Flammable", "인화성", "북쪽 계단", "강책임 010-1234"):
            assert words in page
        assert ("http" in page, "<script" in page, "src=" in page) == (False, False, False)

    def test_once_a_night_by_the_worker(self, world: World, busy: None, tmp_path: Path, settings):
        settings.EMERGENCY_DIR = None
        with scope(system("worker")):
            copy_the_night()
            settings.EMERGENCY_DIR, settings.EMERGENCY_COPIES = tmp_path, 5
            for n in (0, 1, 16, 17, 18):  # 09:00, 10:00, 01:00, 02:00, 03:00
                with clock.as_of(MONDAY + n * HOUR):
                    copy_the_night()
        with world.as_("auditor"):
            assert [c.made_at for c in EmergencyCopy.objects.order_by("made_at")] == [MONDAY, MONDAY + 17 * HOUR]
        with world.as_("hana"):
            assert EmergencyCopy.objects.count() == 0

    def test_a_folder_that_cannot_be_written_to(self, world: World, tmp_path: Path):
        (tmp_path / "file").write_text("x")
        with scope(SETUP), pytest.raises(Refused, match="emergency_copy_unwritten"):
            safety.copy_for_emergencies(folder=str(tmp_path / "file"))
        with world.as_("director"), pytest.raises(Forbidden):
            safety.copy_for_emergencies(folder=str(tmp_path))

    def test_what_somebody_wrote_is_text_and_no_markup(self, world: World, tmp_path: Path):
        with world.as_("hana"):
            safety.record_entry(place="JB-A", entry_way="in", visitor="<script>x</script>")
        with scope(SETUP):
            parts = emergency_copy.made()
        assert b"&lt;script&gt;" in parts["emergency.html"]
        assert b"<script>" not in parts["emergency.html"]


@pytest.mark.parametrize(("days", "reached", "ahead"), [(0, None, "ask"), (34, None, "ask"), (35, "ask", "report"), (45, "report", None)])
def test_the_clock_of_a_manifest(days, reached, ahead):
    day = MONDAY.date()
    found = manifests.standing(day - timedelta(days=days), None, day)
    assert (found.reached and found.reached.code, found.next and found.next.code) == (reached, ahead)
    assert manifests.standing(day - timedelta(days=days), day, day).reached is None


def test_a_manifest_that_is_not_back_is_told_once_a_step(world: World):
    with world.as_("safety"):
        safety.add_waste_generator(waste_regime="us", name_en="The centre", code="WG-1")
    with world.as_("hana"):
        code = safety.start_waste(waste_generator="WG-1", place="R202", waste_stream="acid", contents="acid").code
        safety.fill_waste(waste=code, weight_kg=Decimal(1))
    with world.as_("operator"):
        safety.collect_waste(wastes=[code], manifest="M-77", carrier="x")
    told = []
    for days in (34, 35, 36, 45):
        with clock.as_of(MONDAY + timedelta(days=days)), scope(system("worker")):
            safety.remind_of_manifests()
            told.append(Notice.objects.filter(kind="safety.manifest_waits", recipient=world.people["operator"]).count())
    assert told == [0, 1, 1, 2]
