"""The ledger: credited with evidence, reversed never changed, shared out to the last won, and her own for each."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.network import operations as network
from squaremile.network.models import Credit, Payout, Pool
from squaremile.network.reads import feedback, ledger
from tests.network.liaison.cast import Cast
from tests.network.liaison.refusing import refused
from tests.world import MONDAY, World

NEXT_YEAR = MONDAY + timedelta(days=320)


def credited(world: World, expert: str = "PE-USER", **more) -> Credit:
    with world.as_("programme"):
        return network.credit_activity(**{"expert": expert, "activity": "CAMPUS", "minutes": 60, "evidence": "일지"} | more)


def test_an_hour_on_campus_is_two_points_and_in_the_office_three(cast: Cast, world: World):
    assert credited(world).points == Decimal("2.00")
    assert credited(world, activity="OFFICE", minutes=90).points == Decimal("4.50")
    assert credited(world, activity="VIDEO", minutes=30).points == Decimal("1.00")
    assert credited(world, activity="STUDENT", student="한학생").points == Decimal("2.00")
    assert credited(world, activity="SYMPOSIUM", minutes=0).points == Decimal("4.00")


def test_a_contacts_entry_is_evidence_and_gives_length_and_year(cast: Cast, world: World):
    with world.as_("programme"):
        log = network.log_interaction(
            member="HANBIT", kind="meeting", at=MONDAY - timedelta(days=100), title_ko="x", length=120)
        made = network.credit_activity(expert="PE-USER", activity="CAMPUS", interaction=log.code)
    assert (made.points, made.year) == (Decimal("4.00"), 2026)


def test_refusals(cast: Cast, world: World):
    with world.as_("finance"), pytest.raises(Forbidden):
        network.credit_activity(expert="PE-USER", activity="CAMPUS", minutes=60, evidence="x")
    made = credited(world)
    with world.as_("programme"):
        sound = {"expert": "PE-USER", "activity": "CAMPUS", "minutes": 60, "evidence": "x"}
        for wrong, code in (
            ({"expert": "NO"}, "network.person_unknown"), ({"activity": "NO"}, "network.activity_kind_unknown"),
            ({"interaction": "NO"}, "network.interaction_unknown"), ({"evidence": " "}, "network.evidence_needed"),
            ({"minutes": 0}, "network.minutes_needed"), ({"minutes": -1}, "core.bad_input"),
        ):
            refused(code, network.credit_activity, **sound | wrong)
        refused("network.credit_unknown", network.reverse_credit, credit="NO", reason="x")
        refused("network.grounds_needed", network.reverse_credit, credit=made.code, reason=" ")
        back = network.reverse_credit(credit=made.code, reason="이중 적립")
        refused("network.credit_reversed", network.reverse_credit, credit=made.code, reason="x")
        refused("network.credit_reversed", network.reverse_credit, credit=back.code, reason="x")
        refused("core.bad_input", network.add_activity_kind, name_ko="x", points=Decimal(0))
        refused("core.code_taken", network.add_activity_kind, code="CAMPUS", name_ko="x", points=Decimal(1))
        refused("core.name_needed", network.add_activity_kind, points=Decimal(1))
        refused("network.activity_kind_unknown", network.edit_activity_kind, activity="NO", name_ko="x", points=Decimal(1))
        refused("core.bad_input", network.close_incentive_year, year=1)
        refused("network.year_running", network.close_incentive_year, year=2027)
        refused("network.no_points", network.close_incentive_year, year=2020)
        network.edit_activity_kind(activity="CAMPUS", name_ko="교내", points=Decimal(2), active=False)
        refused("network.activity_kind_unknown", network.credit_activity, **sound)


def test_a_line_is_never_changed(cast: Cast, world: World):
    made = credited(world)
    with world.as_("programme"):
        for act in (lambda: Credit.objects.filter(id=made.id).update(points=9), lambda: Credit.objects.filter(id=made.id).delete()):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                act()


def test_a_year_is_shared_out_exactly(cast: Cast, world: World):
    with world.as_("programme"):
        network.admit_member(member="HANBIT", tier="GOLD", start=MONDAY)
        network.admit_member(member="PN-OUT", tier="GOLD", start=MONDAY - timedelta(days=365))
    for minutes in (60, 60):
        credited(world, minutes=minutes)
    credited(world, "PE-MAIL", minutes=20)
    gone = credited(world, "PE-MUTE")
    with world.as_("programme"):
        network.reverse_credit(credit=gone.code, reason="잘못 적음")
        before = ledger.year(2027)
        assert before.pool.minor == 6_000_000
        with clock.as_of(NEXT_YEAR):
            pool = network.close_incentive_year(year=2027)
            refused("network.year_closed", network.close_incentive_year, year=2027)
            refused("network.year_closed", network.credit_activity, expert="PE-USER", activity="CAMPUS", minutes=6, evidence="x", at=MONDAY)
            late = network.reverse_credit(credit=Credit.objects.filter(person__code="PE-MAIL").get().code, reason="늦게 알았음")
            assert late.year == 2028
            after = ledger.year(2027)
        assert pool.amount == sum(p.amount for p in Payout.objects.all()) == after.paid.minor
        shared = {s.person_code: s.amount.minor for s in after.shares if s.amount}
    assert shared == {"PE-USER": 5_139_186, "PE-MAIL": 860_814}
    assert {s.person_code for s in after.shares} == {"PE-USER", "PE-MAIL", "PE-MUTE"}


def test_an_expert_sees_her_own_balance_only(cast: Cast, world: World):
    credited(world)
    credited(world, "PE-MAIL")
    with world.as_("programme"):
        network.admit_member(member="HANBIT", tier="GOLD", start=MONDAY)
        with clock.as_of(NEXT_YEAR):
            network.close_incentive_year(year=2027)
    with cast.expert():
        mine = ledger.year(2027)
        assert [(s.person_code, s.points, s.amount.minor) for s in mine.shares] == [("PE-USER", Decimal("2.00"), 3_000_000)]
        assert mine.pool.minor == 0
        assert Payout.objects.count() == 1
    for who in ("hana", "sujin", "operator"):
        with world.as_(who):
            assert Credit.objects.count() + Payout.objects.count() + Pool.objects.count() == 0
    with world.as_("finance"):
        assert Credit.objects.count() == 2


def test_what_meetings_were_worth_is_counted_for_matching(cast: Cast, world: World):
    with world.as_("hana"):
        code = network.request_introduction(member="HANBIT", expert="PE-USER", reason_ko="x").code
    with world.as_("programme"):
        network.approve_introduction(introduction=code)
    with cast.expert():
        network.answer_introduction(introduction=code, accept=True)
    with world.as_("hana"):
        network.record_introduction_met(introduction=code)
        network.rate_introduction(introduction=code, useful=False)
        network.rate_introduction(introduction=code, useful=True, goes_on=True)
    with cast.expert():
        network.rate_introduction(introduction=code, useful=False)
    with world.as_("programme"):
        assert [(c.useful, c.not_useful, c.goes_on) for c in feedback.of_people().values()] == [(1, 0, 1)]
    with world.as_("sujin"):
        assert feedback.of_people() == {}
