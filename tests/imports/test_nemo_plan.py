"""What three versions of NEMO say, in our nouns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from squaremile.cli.imports.nemo.equipment import Alias, Queue
from squaremile.cli.imports.nemo.people import Membership
from squaremile.cli.imports.nemo.plan import Plan
from squaremile.cli.imports.nemo.rules import BookingRules
from squaremile.core.sheets.report import Report
from squaremile.kernel.period import Period

Planned = Callable[[str], tuple[Plan, Report]]


def codes(report: Report, code: str) -> list[str]:
    return [each.subject for each in report.findings if each.code == code]


@pytest.mark.parametrize("version", ["7_4", "8_0", "8_1"])
def test_every_record_is_planned_kept_or_skipped(planned: Planned, version: str) -> None:
    _, report = planned(version)

    assert report.unaccounted() == {}


def test_7_4_accounts_and_projects(planned: Planned) -> None:
    plan, _ = planned("7_4")

    assert [(each.external_id, each.sort, each.since) for each in plan.organisations] == [
        ("nemo:account:Alpha Bio", "Industry", date(2020, 1, 1)),
        ("nemo:account:Beta Cell", "Industry", None),
    ]
    assert [(each.code, each.organisation, each.only_equipment) for each in plan.projects] == [
        ("A-1", "nemo:account:Alpha Bio", ()),
        ("B-1", "nemo:account:Beta Cell", ("nemo:tool:Confocal",)),
    ]


def test_7_4_people_belong_through_their_projects_and_get_no_role(planned: Planned) -> None:
    plan, report = planned("7_4")
    ada, ben, sam = plan.people

    assert ada.memberships == (
        Membership("nemo:account:Alpha Bio", ("nemo:project:A1",), ("nemo:project:A1",), manages=False),
    )
    assert [each.organisation for each in ben.memberships] == ["nemo:account:Beta Cell"]
    assert (sam.memberships, sam.suggested_roles) == ((), ("is_staff",))
    assert codes(report, "no_company") == ["nemo:user:sam"]
    assert codes(report, "roles_not_granted") == ["nemo:user:sam"]


def test_7_4_an_alternate_tool_is_another_name_of_the_same_machine(planned: Planned) -> None:
    plan, _ = planned("7_4")
    (confocal,) = plan.equipment

    assert confocal.aliases == (Alias("nemo:tool:Confocal (live cell)", "Confocal (live cell)"),)
    assert (confocal.kind, confocal.place, confocal.location) == (("Imaging", "Light"), "nemo:area:2", "B1-204")
    assert (confocal.owner, confocal.queue) == ("nemo:user:sam", Queue.BOOKED)
    assert confocal.rules == BookingRules(
        horizon_days=14,
        minimum_minutes=30,
        maximum_minutes=240,
        off_between=(time(18), time(8)),
        off_weekends=True,
    )


def test_7_4_places_come_parents_first(planned: Planned) -> None:
    plan, _ = planned("7_4")

    assert [(each.path, each.parent, each.capacity) for each in plan.places] == [
        (("Building 1",), None, None),
        (("Building 1", "Imaging"), "nemo:area:1", 4),
    ]


def test_7_4_a_qualification_expires_by_nemos_own_setting_and_never_for_staff(planned: Planned) -> None:
    plan, report = planned("7_4")

    assert [(each.person, each.since, each.expires_on) for each in plan.qualifications] == [
        ("nemo:user:ada", date(2024, 1, 10), date(2024, 8, 31)),  # 180 days after the use of 4 March, by its other name
        ("nemo:user:sam", date(2024, 1, 10), None),
    ]
    assert len(codes(report, "expiry_rule")) == 1


def test_7_4_cancelled_ones_go_and_their_story_stays_with_the_live_one(planned: Planned) -> None:
    plan, report = planned("7_4")

    assert [each.external_id for each in plan.bookings.standing] == ["nemo:reservation:2", "nemo:reservation:4"]
    moved = plan.bookings.standing[0]
    assert moved.span == Period(datetime(2024, 3, 4, 1, tzinfo=UTC), datetime(2024, 3, 4, 3, tzinfo=UTC))
    assert [each.external_id for each in moved.history] == ["nemo:reservation:1"]
    assert report.tallies["reservation"].skipped == {"cancelled": 1, "displaced": 1}


def test_7_4_an_overlap_through_the_alternate_name_is_found_and_both_parties_named(planned: Planned) -> None:
    plan, report = planned("7_4")

    ((displaced),) = plan.bookings.displaced
    assert (displaced.reservation.external_id, displaced.by) == ("nemo:reservation:3", ("nemo:reservation:2",))
    assert displaced.reservation.via == "nemo:tool:Confocal (live cell)"
    (finding,) = [each for each in report.findings if each.code == "displaced"]
    for text in (finding.text.ko, finding.text.en):
        assert "Ben Kim <ben@site.example>" in text
        assert "Ada Kim <ada@site.example>" in text
        assert "2024-03-04 11:00 – 2024-03-04 13:00" in text


def test_7_4_a_session_is_charged_to_one_and_run_by_another(planned: Planned) -> None:
    plan, _ = planned("7_4")
    (use,) = plan.uses

    assert (use.person, use.operator, use.equipment) == ("nemo:user:ada", "nemo:user:sam", "nemo:tool:Confocal")
    assert (use.minutes, use.remote, use.answers) == (119, True, (("run_data", "{}"),))


def test_7_4_a_booking_of_a_space_is_kept_and_a_password_is_not(planned: Planned) -> None:
    plan, report = planned("7_4")

    assert [each.external_id for each in plan.kept if each.kind == "reservation"] == ["nemo:reservation:5"]
    assert [dict(each.fields) for each in plan.kept if each.kind == "interlock"] == [{"card": 1, "channel": 3}]
    assert report.tallies["toolcredentials"].skipped == {"secret": 1}
    assert "hunter2" not in repr((plan, report))


def test_8_0_integer_keys_say_the_same_and_what_dangles_is_said(planned: Planned) -> None:
    plan, report = planned("8_0")

    assert [each.external_id for each in plan.organisations] == ["nemo:account:Alpha Bio"]
    assert [each.external_id for each in plan.projects] == ["nemo:project:A1"]
    assert report.tallies["project"].skipped == {"no_organisation": 1}
    ada, ben = plan.people
    assert ada.memberships == (Membership("nemo:account:Alpha Bio", ("nemo:project:A1",), (), manages=True),)
    assert ada.supervises == ("nemo:user:ben",)
    assert len(ben.memberships) == 1


def test_8_0_a_loop_of_areas_is_cut(planned: Planned) -> None:
    plan, report = planned("8_0")

    assert [(each.name, each.parent) for each in plan.places] == [("Loop B", None), ("Loop A", "nemo:area:2")]
    assert codes(report, "cycle") == ["nemo:area:2"]


def test_8_0_what_makes_no_sense_on_a_tool_is_dropped_and_reported(planned: Planned) -> None:
    plan, report = planned("8_0")
    sorter, alone = plan.equipment

    assert sorter.description == "Fast & sterile"
    assert sorter.properties == (("laser", "488 nm"), ("channels", "18"))
    assert (sorter.rules.minimum_minutes, sorter.rules.maximum_minutes, sorter.rules.per_day) == (120, None, None)
    assert (sorter.queue, sorter.operational, sorter.qualifications_expire) == (Queue.BOTH, False, False)
    assert alone.aliases == ()
    assert codes(report, "short_above_long") == codes(report, "zero_limit") == ["nemo:tool:Sorter"]
    assert codes(report, "orphan_alternate") == ["nemo:tool:Sorter B"]


def test_8_0_a_resource_outage_stops_all_that_depends_on_it(planned: Planned) -> None:
    plan, report = planned("8_0")
    (window,) = plan.maintenance

    assert window.equipment == ("nemo:tool:Sorter", "nemo:tool:Sorter B")
    assert window.resource == "Nitrogen"
    assert report.tallies["scheduledoutage"].skipped == {"no_span": 1}
    assert plan.bookings.standing[0].during == ("nemo:scheduledoutage:1",)
    assert codes(report, "in_maintenance") == ["nemo:reservation:1"]


def test_8_0_open_faults_only(planned: Planned) -> None:
    plan, report = planned("8_0")
    (fault,) = plan.faults

    assert (fault.equipment, fault.stops, fault.hazard, fault.urgent) == ("nemo:tool:Sorter", True, True, True)
    assert report.tallies["task"].skipped == {"closed": 1}
    assert codes(report, "down_without_fault") == []


def test_8_0_the_latest_of_two_qualifications_counts(planned: Planned) -> None:
    plan, report = planned("8_0")

    assert [(each.person, each.since) for each in plan.qualifications] == [("nemo:user:ben", date(2025, 1, 10))]
    assert report.tallies["qualification"].skipped == {"duplicate": 1, "unknown_person": 1}


def test_8_0_running_and_overlapping_sessions_are_imported_and_reported(planned: Planned) -> None:
    plan, report = planned("8_0")

    assert [(each.external_id, each.minutes) for each in plan.uses] == [
        ("nemo:usageevent:1", None),
        ("nemo:usageevent:2", 60),
    ]
    assert codes(report, "still_running") == ["nemo:usageevent:1"]
    assert codes(report, "use_overlaps") == ["nemo:usageevent:2"]
    assert report.tallies["usageevent"].skipped == {"no_span": 1}


def test_8_1_unknown_fields_and_kinds_are_said_and_never_fatal(planned: Planned) -> None:
    _, report = planned("8_1")

    assert dict(report.unknown_kinds) == {"nemo.quantumlock": 1, "nemo_billing.invoice": 1, "auth.permission": 1}
    assert {kind: dict(counts) for kind, counts in report.unknown_fields.items()} == {
        "account": {"tax_region": 1},
        "tool": {"ai_assistant": 1},
    }
    assert "reservation_horizon" not in report.missing_fields["tool"]
    assert "location" in report.missing_fields["tool"]
    assert [each.text.en for each in report.findings if each.code == "broken_record"] == [
        "2 items are not shaped like a NEMO record (positions in the file: 14, 15)."
    ]


def test_8_1_values_of_the_wrong_shape_are_taken_as_empty_and_said(planned: Planned) -> None:
    plan, report = planned("8_1")

    assert plan.equipment[0].rules == BookingRules()
    assert codes(report, "unreadable_value") == ["nemo:tool:Sequencer", "nemo:tool:Sequencer", "nemo:reservation:12"]
    assert "nemo:tool:Sequencer" in codes(report, "dangling")


def test_8_1_a_time_without_offset_is_the_sites_and_the_lowest_pk_keeps_the_slot(planned: Planned) -> None:
    plan, report = planned("8_1")

    assert [each.external_id for each in plan.bookings.standing] == ["nemo:reservation:8"]
    (displaced,) = plan.bookings.displaced
    assert displaced.reservation.span.start == datetime(2026, 7, 1, 0, tzinfo=UTC)
    assert codes(report, "naive_time") == ["nemo:reservation:9", "nemo:reservation:9"]
    assert report.tallies["reservation"].skipped == {
        "displaced": 1,
        "unknown_person": 1,
        "unknown_equipment": 1,
        "no_span": 1,
    }


def test_8_1_an_address_used_by_two_is_said(planned: Planned) -> None:
    _, report = planned("8_1")

    assert [(each.subject, each.others) for each in report.findings if each.code == "shared_email"] == [
        ("nemo:user:ada", ("nemo:user:ben",))
    ]
