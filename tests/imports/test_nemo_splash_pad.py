"""NEMO's own demonstration site (8.0.2), read where the shared data is there."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from squaremile.cli.imports.nemo.plan import make_plan
from squaremile.cli.imports.nemo.reader import read
from squaremile.cli.imports.nemo.words import KIND_LABELS
from squaremile.cli.imports.rendering import as_json, as_text


def test_all_401_records_are_accounted_for(splash_pad: bytes, seoul: ZoneInfo) -> None:
    plan, report = make_plan(read(splash_pad), zone=seoul)

    assert sum(tally.read for tally in report.tallies.values()) == 401
    assert report.unaccounted() == {}
    assert report.unknown_kinds == {}
    assert report.unknown_fields == {}
    assert (len(plan.organisations), len(plan.projects), len(plan.people)) == (3, 4, 6)
    assert (len(plan.places), len(plan.equipment), len(plan.qualifications)) == (3, 137, 29)
    assert (len(plan.maintenance), len(plan.faults), len(plan.uses)) == (1, 3, 4)
    assert (len(plan.bookings.standing), len(plan.bookings.missed), plan.bookings.displaced) == (1, 1, ())


def test_the_report_says_it_in_both_languages_and_as_json(splash_pad: bytes, seoul: ZoneInfo) -> None:
    _, report = make_plan(read(splash_pad), zone=seoul)

    korean, english = (as_text(report, lang, KIND_LABELS) for lang in ("ko", "en"))
    assert "  장비: 읽음 137, 가져올 것 137" in korean.splitlines()
    assert "  equipment: 137 read, 137 to import" in english.splitlines()
    assert "  toolcredentials (2): 2 skipped: holds passwords or keys, which are never copied" in english.splitlines()
    assert "{" not in korean + english
    assert json.loads(json.dumps(as_json(report)))["kinds"]["tool"]["planned"] == 137


def test_no_password_of_the_site_is_anywhere_in_the_plan(splash_pad: bytes, seoul: ZoneInfo) -> None:
    plan, report = make_plan(read(splash_pad), zone=seoul)

    assert "'password'" not in repr(plan)
    assert '"password"' not in json.dumps(as_json(report))
