"""Applying NEMO's own demonstration site: all of it once, nothing twice, nothing by halves."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from squaremile.cli.imports.applying import IMPORT, Stopped
from squaremile.cli.imports.nemo.importing import import_nemo
from squaremile.config import env
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.imports.counting import counts
from tests.world import MONDAY, World


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of kept sections, out of the way of the real one."""
    monkeypatch.setattr(env, "ROOT", tmp_path)
    return tmp_path / "var" / "imports"


@pytest.fixture
def at_monday() -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


RULE_SETS, SHARES = 19, 3
"""Distinct (horizon, shortest, longest, share of a day) among the file's 137 tools, counted in the JSON itself."""

pytestmark = pytest.mark.usefixtures("at_monday", "kept_in")


def everything(db: psycopg.Connection, sql: str) -> list[tuple]:
    return db.execute(sql).fetchall()


class TestSplashPad:
    def test_all_of_it_once(self, splash_pad: bytes, committed_world: World, seen: psycopg.Connection, kept_in: Path):
        before = counts(seen)
        report, kept = import_nemo(splash_pad, source="splash_pad.json")
        after = counts(seen)

        assert report.unaccounted() == {}
        made = {kind: tally.created for kind, tally in report.tallies.items() if tally.planned}
        assert made == {
            "account": 3, "project": 4, "user": 6, "area": 3, "tool": 137, "qualification": 29, "reservation": 2,
            "usageevent": 3, "scheduledoutage": 1, "task": 3,
        }  # fmt: skip
        grown = {table: after[table] - before[table] for table in after}
        assert {t: grown[t] for t in ("core_organisation", "core_project", "core_user", "core_role_grant")} == {
            "core_organisation": 3, "core_project": 4, "core_user": 6, "core_role_grant": 16,
        }  # fmt: skip
        assert {t: n for t, n in grown.items() if t.startswith("booking_") and "history" not in t and n} == {
            "booking_equipment": 137, "booking_equipment_kind": 14, "booking_rules": RULE_SETS,
            "booking_opening_hours": RULE_SETS * 7, "booking_quota": SHARES,
            "booking_qualification": 29, "booking_fault": 3, "booking_fault_report": 3, "booking_session": 3,
            "booking_reservation": 6, "booking_reservation_detail": 6, "booking_reservation_transition": 6,
        }  # fmt: skip
        assert grown["metering_usage_event"] == 3
        assert everything(seen, "SELECT count(*) FROM booking_equipment WHERE needs_qualification")[0][0] == 138
        assert kept is not None
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        records = json.loads(kept.read_text(encoding="utf-8"))
        assert "nemo:usageevent:1" in {each["id"] for each in records}
        assert report.tallies["usageevent"].kept == 1
        assert not [key for each in records for key in each["fields"] if "password" in key.lower()]

    def test_twice_is_once(self, splash_pad: bytes, committed_world: World, seen: psycopg.Connection):
        import_nemo(splash_pad, source="splash_pad.json")
        before = counts(seen)
        with clock.as_of(MONDAY.replace(day=9)):
            report, _ = import_nemo(splash_pad, source="splash_pad.json")

        assert counts(seen) == before
        assert sum(tally.created for tally in report.tallies.values()) == 0
        assert report.tallies["tool"].unchanged == 137
        assert report.unaccounted() == {}

    def test_a_dry_run_changes_nothing(
        self, splash_pad: bytes, committed_world: World, seen: psycopg.Connection, kept_in: Path
    ):
        before = counts(seen)
        report, kept = import_nemo(splash_pad, source="splash_pad.json", dry_run=True)

        assert counts(seen) == before
        assert (kept, kept_in.exists()) == (None, False)
        assert (report.applied, report.dry_run, report.tallies["tool"].created) == (True, True, 137)

    def test_a_failure_near_the_end_leaves_nothing(
        self, splash_pad: bytes, committed_world: World, seen: psycopg.Connection, kept_in: Path
    ):
        """A fault's id that stands for somebody: found only when faults are made, after all else."""
        from squaremile.core import operations as core

        with scope(IMPORT):
            core.remember_external(external_id="nemo:task:3", kind="person", subject=committed_world.people["hana"])
        before = counts(seen)
        with pytest.raises(Stopped) as stopped:
            import_nemo(splash_pad, source="splash_pad.json")

        assert (stopped.value.what, stopped.value.code) == ("nemo:task:3", "core.conflict")
        assert stopped.value.text.ko.startswith("가져오기를 그만두었고 아무것도 저장하지 않았습니다.")
        assert counts(seen) == before
        assert not kept_in.exists()

    def test_into_a_site_that_is_here(self, splash_pad: bytes, committed_world: World, seen: psycopg.Connection):
        import_nemo(splash_pad, source="splash_pad.json", site="JB")

        sites = everything(
            seen, "SELECT s.code, count(*) FROM booking_equipment e JOIN spaces_place s ON s.id = e.site_id GROUP BY 1"
        )
        assert sites == [("JB", 141)]
