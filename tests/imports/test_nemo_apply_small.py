"""Applying what three versions of NEMO say: overlaps, rivals, drift, and a second run over a changed cluster."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from squaremile.booking import operations as booking
from squaremile.booking.models import Equipment, Fault, Reservation, ReservationDetail, Session
from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.nemo.importing import import_nemo
from squaremile.config import env
from squaremile.core import operations as core
from squaremile.core.models import ExternalReference, Organisation, Project, RoleGrant, User
from squaremile.core.sheets.report import Report
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.metering.models import UsageEvent
from squaremile.spaces.models import Place
from tests.world import MONDAY, World

HERE = Path(__file__).parent
Import = Callable[..., Report]


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(env, "ROOT", tmp_path)
    return tmp_path / "var" / "imports"


@pytest.fixture
def at_monday() -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def brought_in(world: World, kept_in: Path, at_monday: None) -> Import:
    """Import a fixture by version, or records given."""

    def run(what: str | list[dict[str, Any]], **more: Any) -> Report:
        data = (
            (HERE / "fixtures" / f"nemo_{what}.json").read_bytes()
            if isinstance(what, str)
            else json.dumps(what).encode()
        )
        return import_nemo(data, source="site.json", **more)[0]

    return run


def record(kind: str, pk: int | None = None, /, **fields: Any) -> dict[str, Any]:
    return {"model": f"NEMO.{kind}", "fields": fields} | ({"pk": pk} if pk is not None else {})


def company(name: str, *people: str) -> list[dict[str, Any]]:
    """An account with a project of its name, and people on it."""
    return [
        record("account", name=name, active=True),
        record("project", name=f"{name} project", account=[name], active=True),
        *(
            record("user", username=p, first_name=p.title(), last_name="Kim", email=f"{p}@site.example",
                   is_active=True, projects=[[f"{name} project"]])
            for p in people
        ),
    ]  # fmt: skip


def reservation(pk: int, who: str, project: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    return record(
        "reservation", pk, user=[who], creator=[who], tool=["Sorter"], project=[project], start=start, end=end, **more
    )


def use(pk: int, who: str, project: str | None, start: str, end: str | None, **more: Any) -> dict[str, Any]:
    return record(
        "usageevent", pk, user=[who], operator=[who], tool=["Sorter"], project=[project] if project else None,
        start=start, end=end, **more,
    )  # fmt: skip


SITE = [
    *company("Alpha", "ada"), *company("Beta", "ben"),
    record("tool", name="Sorter", _category="Cytometry", visible=True, _operational=True),
]  # fmt: skip


def overlaps() -> int:
    """Pairs of live rows of one instrument that share a moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM booking_reservation a JOIN booking_reservation b"
            " ON a.equipment_id = b.equipment_id AND a.id < b.id AND a.claimed && b.claimed"
            " WHERE a.state IN ('pending', 'confirmed', 'in_use', 'done')"
            " AND b.state IN ('pending', 'confirmed', 'in_use', 'done')"
        )
        return int(cursor.fetchone()[0])


def codes(report: Report, code: str) -> list[str]:
    return [each.subject for each in report.findings if each.code == code]


def subject(external_id: str) -> Any:
    return ExternalReference.objects.get(external_id=external_id).subject


def member(who: str) -> Scope:
    """The rights of an imported person."""
    with scope(IMPORT):
        key = subject(f"nemo:user:{who}")
        grants = tuple(Grant(g.role, g.organisation_id) for g in RoleGrant.objects.filter(user_id=key))
    return Scope(actor=key, grants=grants)


class TestOverlaps:
    def test_the_earlier_stands_and_the_other_is_named(self, brought_in: Import):
        report = brought_in([
            *SITE,
            reservation(1, "ada", "Alpha project", "2027-03-08T01:00:00Z", "2027-03-08T03:00:00Z"),
            reservation(2, "ben", "Beta project", "2027-03-08T02:00:00Z", "2027-03-08T04:00:00Z"),
            reservation(3, "ben", "Beta project", "2027-03-08T03:00:00Z", "2027-03-08T04:00:00Z"),
        ])  # fmt: skip

        assert codes(report, "displaced") == ["nemo:reservation:2"]
        assert report.unaccounted() == {}
        with scope(IMPORT):
            spans = list(Reservation.objects.order_by("starts_at").values_list("starts_at", "ends_at", "state"))
            assert overlaps() == 0
        assert [(s.hour, e.hour, state) for s, e, state in spans] == [(1, 3, "confirmed"), (3, 4, "confirmed")]

    def test_what_is_taken_here_since_is_displaced_and_kept(self, brought_in: Import, kept_in: Path):
        brought_in(SITE)
        with scope(IMPORT):
            sorter = Equipment.objects.get(name_en="Sorter").code
            booking.block(
                equipment=sorter, start=datetime(2027, 3, 8, 0, tzinfo=UTC), end=datetime(2027, 3, 8, 2, tzinfo=UTC),
                work_type="repair",
            )  # fmt: skip
        report = brought_in(
            [*SITE, reservation(1, "ada", "Alpha project", "2027-03-08T01:00:00Z", "2027-03-08T03:00:00Z")]
        )

        assert codes(report, "already_taken") == ["nemo:reservation:1"]
        assert (report.tallies["reservation"].planned, dict(report.tallies["reservation"].skipped)) == (
            0,
            {"already_taken": 1},
        )
        assert report.unaccounted() == {}
        kept = json.loads((kept_in / "site-2027-03-01.json").read_text())
        assert [each["id"] for each in kept] == ["nemo:reservation:1"]

    def test_an_outage_on_a_booking_is_reported_and_the_booking_stands(self, brought_in: Import):
        report = brought_in([
            *SITE,
            reservation(1, "ada", "Alpha project", "2027-03-08T01:00:00Z", "2027-03-08T03:00:00Z"),
            record("scheduledoutage", 1, tool=["Sorter"], title="Laser", start="2027-03-08T02:00:00Z",
                   end="2027-03-08T05:00:00Z"),
            record("scheduledoutage", 2, tool=["Sorter"], title="Clean", category="Cleaning",
                   start="2027-03-09T02:00:00Z", end="2027-03-09T05:00:00Z"),
        ])  # fmt: skip

        assert codes(report, "outage_displaced") == ["nemo:scheduledoutage:1"]
        with scope(IMPORT):
            rows = list(
                ReservationDetail.objects.order_by("starts_at").values_list(
                    "reservation__kind", "work_type", "reservation__state"
                )
            )
        assert rows == [("booking", "", "confirmed"), ("maintenance", "cleaning", "confirmed")]


class TestUses:
    def test_one_on_its_booking_one_alone_one_as_minutes(self, brought_in: Import):
        records = [
            *SITE,
            reservation(1, "ada", "Alpha project", "2027-02-08T01:00:00Z", "2027-02-08T03:00:00Z"),
            use(1, "ada", "Alpha project", "2027-02-08T01:10:00Z", "2027-02-08T03:20:00Z"),
            use(2, "ben", "Beta project", "2027-02-09T01:00:00Z", "2027-02-09T01:45:00Z"),
            use(3, "ben", "Beta project", "2027-02-08T02:00:00Z", "2027-02-08T02:30:00Z", waived=True),
        ]
        report = brought_in(records)

        with scope(IMPORT):
            sessions = list(Session.objects.order_by("started_at").values_list("reservation__starts_at__day", "note"))
            minutes = sorted(UsageEvent.objects.values_list("quantity", flat=True))
            assert {d.reservation.state for d in ReservationDetail.objects.select_related("reservation")} == {"done"}
            evidence = UsageEvent.objects.get(quantity=30).evidence
        assert sessions == [(8, ""), (9, "")]
        assert minutes == [30, 45, 130]
        assert evidence == {"taken_from": "nemo:usageevent:3"}
        assert (codes(report, "use_without_slot"), codes(report, "waived")) == (
            ["nemo:usageevent:3"],
            ["nemo:usageevent:3"],
        )
        again = brought_in(records)
        assert (again.tallies["usageevent"].created, again.tallies["usageevent"].unchanged) == (0, 3)
        with scope(IMPORT):
            assert UsageEvent.objects.count() == 3

    def test_running_or_without_a_payer_is_kept_apart(self, brought_in: Import, kept_in: Path):
        report = brought_in([
            *SITE, use(1, "ada", "Alpha project", "2027-02-08T01:00:00Z", None),
            use(2, "ada", None, "2027-02-08T03:00:00Z", "2027-02-08T04:00:00Z"),
        ])  # fmt: skip

        tally = report.tallies["usageevent"]
        assert (tally.read, tally.planned, tally.created, tally.kept) == (2, 0, 0, 2)
        assert report.unaccounted() == {}
        with scope(IMPORT):
            assert (Session.objects.count(), UsageEvent.objects.count()) == (0, 0)
        kept = json.loads(next(kept_in.iterdir()).read_text())
        assert {each["id"] for each in kept} == {"nemo:usageevent:1", "nemo:usageevent:2"}


class TestRivals:
    def test_a_person_sees_that_a_rival_has_the_slot_and_no_more(self, brought_in: Import):
        brought_in([
            *SITE,
            reservation(1, "ada", "Alpha project", "2027-03-08T01:00:00Z", "2027-03-08T03:00:00Z", title="Secret A"),
            reservation(2, "ben", "Beta project", "2027-03-09T01:00:00Z", "2027-03-09T03:00:00Z", title="Secret B"),
            use(1, "ben", "Beta project", "2027-02-09T01:00:00Z", "2027-02-09T02:00:00Z"),
            record("task", 1, tool=["Sorter"], creator=["ben"], problem_description="Beta's sample leaked", urgency=1),
        ])  # fmt: skip
        with scope(member("ada")):
            assert Reservation.objects.count() == 3
            assert list(ReservationDetail.objects.values_list("purpose", flat=True)) == ["Secret A"]
            assert (Session.objects.count(), UsageEvent.objects.count()) == (0, 0)
            assert list(Organisation.objects.values_list("name_en", flat=True)) == ["Alpha"]
            assert list(Project.objects.values_list("name_en", flat=True)) == ["Alpha project"]
            assert list(User.objects.values_list("email", flat=True)) == ["ada@site.example"]
            assert ExternalReference.objects.count() == 0
            fault = Fault.objects.get()
            assert (fault.severity, fault.says_ko, fault.says_en) == ("degraded", "", "")
            assert not hasattr(fault, "report") or fault.report is None

    def test_a_company_here_with_the_same_name_is_not_merged(self, brought_in: Import, world: World):
        report = brought_in([*company("한빛바이오", "eve")])

        assert codes(report, "same_name") == ["nemo:account:한빛바이오"]
        with scope(IMPORT):
            assert Organisation.objects.filter(name_ko="한빛바이오").count() == 2
            eve = subject("nemo:user:eve")
            assert not RoleGrant.objects.filter(user_id=eve, organisation_id=world.organisations["HANBIT"]).exists()


class TestPeople:
    def test_scientist_until_access_ends_and_nothing_more(self, brought_in: Import):
        report = brought_in([
            *company("Alpha", "ada"),
            record("user", username="lim", first_name="Lim", email="lim@site.example", is_active=True, is_staff=True,
                   is_superuser=True, projects=[["Alpha project"]], managed_projects=[["Alpha project"]],
                   access_expiration="2027-03-31"),
            record("user", username="old", first_name="Old", email="old@site.example", is_active=True,
                   projects=[["Alpha project"]], access_expiration="2027-02-01"),
            record("user", username="off", first_name="Off", email="off@site.example", is_active=False,
                   projects=[["Alpha project"]]),
        ])  # fmt: skip

        with scope(IMPORT):
            grants = {g.user.email: (g.role, g.valid) for g in RoleGrant.objects.select_related("user").filter(
                organisation_id=subject("nemo:account:Alpha"))}  # fmt: skip
            active = dict(User.objects.filter(email__endswith="site.example").values_list("email", "is_active"))
        seoul = ZoneInfo("Asia/Seoul")
        assert {email: role for email, (role, _) in grants.items()} == {
            "ada@site.example": "scientist", "lim@site.example": "scientist",
        }  # fmt: skip
        assert grants["lim@site.example"][1].end == datetime(2027, 4, 1, tzinfo=seoul)
        assert (grants["ada@site.example"][1].end - MONDAY).days == 730
        assert active == {
            "ada@site.example": True, "lim@site.example": True, "old@site.example": True, "off@site.example": False,
        }  # fmt: skip
        assert codes(report, "access_ended") == ["nemo:user:old"]
        assert codes(report, "admin_suggested") == codes(report, "roles_not_granted") == ["nemo:user:lim"]

    def test_whoever_was_let_go_is_not_let_in_again(self, brought_in: Import):
        brought_in(SITE)
        with scope(IMPORT):
            alpha, ada = subject("nemo:account:Alpha"), subject("nemo:user:ada")
            with clock.as_of(MONDAY.replace(day=5)):
                core.end_membership(person=ada, organisation=alpha)
        with clock.as_of(MONDAY.replace(day=9)):
            brought_in(SITE)
            with scope(IMPORT):
                assert not RoleGrant.objects.filter(user_id=ada, valid__contains=clock.now()).exists()

    def test_of_two_who_share_an_address_the_first(self, brought_in: Import):
        report = brought_in("8_1")

        assert (report.tallies["user"].created, dict(report.tallies["user"].skipped)) == (1, {"shared_email": 1})
        assert report.unaccounted() == {}
        with scope(IMPORT):
            assert User.objects.filter(email="lab@site.example").count() == 1

    def test_somebody_who_is_here_is_tied_to_and_told(self, brought_in: Import, world: World):
        report = brought_in([*company("Alpha"), record(
            "user", username="h", first_name="Hana", email="Hana@example.org", is_active=True,
            projects=[["Alpha project"]])])  # fmt: skip

        assert codes(report, "person_was_here") == ["nemo:user:h"]
        with scope(IMPORT):
            assert subject("nemo:user:h") == world.people["hana"]
            assert User.objects.get(id=world.people["hana"]).name_ko == "김하나"


class TestDrift:
    @pytest.mark.parametrize("version", ["7_4", "8_0", "8_1"])
    def test_every_version_comes_in_and_once(self, brought_in: Import, version: str):
        first = brought_in(version)
        with scope(IMPORT):
            before = (
                Equipment.objects.count(),
                Reservation.objects.count(),
                Place.objects.count(),
                User.objects.count(),
            )
        second = brought_in(version)

        assert (first.unaccounted(), second.unaccounted()) == ({}, {})
        assert sum(tally.created for tally in second.tallies.values()) == 0
        with scope(IMPORT):
            after = (
                Equipment.objects.count(),
                Reservation.objects.count(),
                Place.objects.count(),
                User.objects.count(),
            )
        assert after == before

    def test_an_alternate_is_another_name_and_areas_flatten(self, brought_in: Import):
        brought_in("7_4")

        with scope(IMPORT):
            confocal = Equipment.objects.select_related("place", "kind", "rules").get(name_en="Confocal")
            assert subject("nemo:tool:Confocal (live cell)") == confocal.id
        assert (confocal.place.name_en, confocal.kind.code) == ("Building 1 / Imaging", "imaging")
        assert "Also called: Confocal (live cell)" in confocal.says_en
        assert (confocal.rules.horizon_days, confocal.rules.min_minutes, confocal.rules.max_minutes) == (14, 30, 240)
        assert (confocal.contact, confocal.needs_qualification) == ("Sam Kim", True)

    def test_what_nemo_had_closed_is_closed_after_its_history(self, brought_in: Import):
        site = [dict(each, fields=dict(each["fields"])) for each in SITE]
        for each in site:
            if each["fields"].get("name") in ("Beta", "Beta project"):
                each["fields"]["active"] = False
        records = [*site, use(1, "ben", "Beta project", "2027-02-09T01:00:00Z", "2027-02-09T02:00:00Z")]
        report = brought_in(records)

        with scope(IMPORT):
            assert Session.objects.count() == 1
            assert not Project.objects.get(name_en="Beta project").active
            assert not Organisation.objects.get(name_en="Beta").active
        later = brought_in([*records, use(2, "ben", "Beta project", "2027-02-10T01:00:00Z", "2027-02-10T02:00:00Z")])
        assert (report.tallies["usageevent"].created, later.tallies["usageevent"].kept) == (1, 1)
        assert later.unaccounted() == {}

    def test_names_too_long_are_cut_and_told(self, brought_in: Import):
        report = brought_in([record("account", name="A" * 300, active=True)])

        assert codes(report, "shortened") == [report.findings[0].subject]
        with scope(IMPORT):
            assert Organisation.objects.get(name_en__startswith="AAA").name_en == "A" * 119 + "…"
