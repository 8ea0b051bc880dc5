"""Faults: everyone learns that something is wrong, and only one's own company and staff read who says what."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Fault, FaultReport
from squaremile.core.models import Activity
from squaremile.kernel.scope import Scope, scope
from tests.booking.asking import ELEVEN, TEN, code_of, facts, held
from tests.world import MONDAY, World

TOLD = "항체 실험 중 레이저가 꺼짐"


def reported(world, who="hana", **more):
    with world.as_(who):
        return booking.report_fault(**{"equipment": "CYTO-1", "severity": "unusable", "says": TOLD, **more})


def test_an_unusable_instrument_takes_no_bookings_until_it_is_mended(world: World):
    fault = reported(world)
    with world.as_("sora"):
        assert code_of(booking.reserve, equipment="CYTO-1", start=TEN, end=ELEVEN) == "booking.fault_open"
    with world.as_("safety"):
        mended = booking.resolve_fault(fault=fault.code, resolution="퓨즈 교체")
        assert (mended.resolved_at, mended.resolution) == (MONDAY, "퓨즈 교체")
    assert held(world, "sora", "CYTO-1").state == "confirmed"
    assert [name for name, _ in facts({"FaultReported", "FaultResolved"})] == ["FaultReported", "FaultResolved"]


@pytest.mark.parametrize("severity", ["note", "degraded"])
def test_a_lesser_fault_leaves_it_bookable(world: World, severity):
    reported(world, severity=severity)
    assert held(world, "sora", "CYTO-1").state == "confirmed"


def test_a_rival_sees_the_fault_and_neither_words_nor_author(world: World):
    fault = reported(world)
    with world.as_("sora"):
        assert Fault.objects.get().code == fault.code
        assert FaultReport.objects.count() == 0
        assert Activity.objects.filter(operation="booking.report_fault").count() == 0
    assert all("person" not in told and "organisation" not in told for _, told in facts({"FaultReported"}))


@pytest.mark.parametrize("who", ["haeun", "hajin", "operator", "safety"])
def test_colleagues_and_staff_read_the_words(world: World, who):
    reported(world)
    with world.as_(who):
        assert FaultReport.objects.get().says == TOLD


def test_staff_report_for_nobody(world: World):
    fault = reported(world, "operator")
    with world.as_("operator"):
        assert FaultReport.objects.get(fault=fault).organisation_id is None
    with world.as_("hana"):
        assert FaultReport.objects.count() == 0


def test_a_person_of_no_company_may_report_and_reads_her_own_words(world: World):
    with scope(Scope(actor=world.people["sora"])):
        booking.report_fault(equipment="CYTO-1", severity="note", says="물이 샘")
        assert FaultReport.objects.get().says == "물이 샘"
    with world.as_("hana"):
        assert FaultReport.objects.count() == 0


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"equipment": "NOTHING"}, "core.not_found"),
        ({"severity": "awful"}, "core.bad_input"),
        ({"says": " "}, "booking.fault_words_needed"),
        ({"organisation": "SAEBOM"}, "access.no_organisation"),
    ],
)
def test_a_report_is_refused(world: World, asked, code):
    with world.as_("hana"):
        assert (
            code_of(booking.report_fault, **{"equipment": "CYTO-1", "severity": "note", "says": TOLD, **asked}) == code
        )


class TestStaff:
    def test_describe_it_for_everyone(self, world: World):
        fault = reported(world)
        back = MONDAY + timedelta(days=2)
        with world.as_("operator"):
            booking.describe_fault(
                fault=fault.code,
                says_ko="부품 대기",
                says_en="Waiting for a part",
                expected_back=back,
                severity="degraded",
            )
        with world.as_("sora"):
            seen = Fault.objects.get()
            assert (seen.says_ko, seen.says_en, seen.expected_back, seen.severity) == (
                "부품 대기",
                "Waiting for a part",
                back,
                "degraded",
            )

    def test_are_refused(self, world: World):
        fault = reported(world)
        with world.as_("operator"):
            assert code_of(booking.describe_fault, fault="FT-NONE") == "core.not_found"
            assert code_of(booking.describe_fault, fault=fault.code, severity="awful") == "core.bad_input"
            assert code_of(booking.resolve_fault, fault=fault.code, resolution=" ") == "booking.fault_words_needed"
            booking.resolve_fault(fault=fault.code, resolution="완료")
            assert code_of(booking.resolve_fault, fault=fault.code, resolution="완료") == "booking.fault_resolved"
            assert code_of(booking.describe_fault, fault=fault.code) == "booking.fault_resolved"

    def test_alone_describe_and_resolve(self, world: World):
        fault = reported(world)
        for who in ("hana", "hajin", "sora", "finance", "auditor"):
            with world.as_(who):
                assert code_of(booking.describe_fault, fault=fault.code) == "access.not_allowed"
                assert code_of(booking.resolve_fault, fault=fault.code, resolution="x") == "access.not_allowed"
