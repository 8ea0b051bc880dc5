"""Membership: one at a time, seen by its member alone, counted by its year; and one director at a time."""

from datetime import timedelta

import pytest

from squaremile.core.models import Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Directorship, Membership, Tier
from squaremile.network.reads import relationship, relationships
from tests.network.liaison.cast import Cast
from tests.network.liaison.refusing import refused
from tests.world import MONDAY, World

YEAR = timedelta(days=365)


def admitted(world: World, member: str = "HANBIT", **more) -> Membership:
    with world.as_("programme"):
        return network.admit_member(member=member, tier="GOLD", start=MONDAY, **more)


def test_a_member_sees_her_own_and_rivals_nothing(cast: Cast, world: World):
    admitted(world, working_contact="PE-MAIL")
    admitted(world, "PN-OUT")
    seen = {}
    for who in ("hana", "hajin", "sujin", "operator", "auditor", "finance", "director"):
        with world.as_(who):
            seen[who] = Membership.objects.count()
    assert seen == {"hana": 1, "hajin": 1, "sujin": 0, "operator": 0, "auditor": 2, "finance": 2, "director": 2}
    with world.as_("hana"):
        assert relationship.page("HANBIT").held.working_contact.ko == "서우편"
        refused("network.member_unknown", relationship.page, code="PN-OUT")
    with world.as_("sujin"):
        refused("network.member_unknown", relationship.page, code="HANBIT")
        refused("network.member_unknown", relationship.page, code="PN-HANBIT")


def test_no_two_at_once_by_any_of_its_names(cast: Cast, world: World):
    admitted(world)
    with world.as_("programme"):
        admit = network.admit_member
        for member in ("HANBIT", "PN-HANBIT"):
            refused("network.membership_overlaps", admit, member=member, tier="GOLD", start=MONDAY + YEAR / 2)
        admit(member="PN-HANBIT", tier="GOLD", start=MONDAY + YEAR)
        admit(member="PN-OUT", tier="GOLD", start=MONDAY)
        refused("network.membership_overlaps", admit, member="PN-OUT", tier="GOLD", start=MONDAY)


def test_refusals(cast: Cast, world: World):
    with world.as_("hajin"), pytest.raises(Forbidden):
        network.admit_member(member="HANBIT", tier="GOLD", start=MONDAY)
    with world.as_("programme"):
        admit = network.admit_member
        refused("network.member_unknown", admit, member="NO", tier="GOLD", start=MONDAY)
        refused("network.tier_unknown", admit, member="HANBIT", tier="NO", start=MONDAY)
        refused("network.person_unknown", admit, member="HANBIT", tier="GOLD", start=MONDAY, policy_contact="NO")
        refused("core.bad_input", admit, member="HANBIT", tier="GOLD", start=MONDAY, end=MONDAY)
        refused("network.membership_unknown", network.renew_membership, membership="NO")
        refused("network.membership_unknown", network.edit_contacts, membership="NO")
        code = admit(member="HANBIT", tier="GOLD", start=MONDAY - timedelta(days=9)).code
        refused("network.tier_unknown", network.renew_membership, membership=code, tier="NO")
        refused("network.person_unknown", network.edit_contacts, membership=code, working_contact="NO")
        refused("network.grounds_needed", network.end_membership, membership=code, reason=" ")
        network.end_membership(membership=code, reason="합병")
        refused("network.membership_over", network.end_membership, membership=code, reason="x")
        refused("network.membership_over", network.renew_membership, membership=code)
        # What was ended leaves room.
        admit(member="HANBIT", tier="GOLD", start=MONDAY)


def test_dues_are_those_that_were_agreed(cast: Cast, world: World):
    made = admitted(world)
    with world.as_("programme"):
        network.edit_tier(tier="GOLD", name_ko="금빛", dues=70_000_000)
        assert Membership.objects.get(id=made.id).dues == 60_000_000
        assert network.renew_membership(membership=made.code).dues == 70_000_000
        refused("network.membership_overlaps", network.renew_membership, membership=made.code)


def test_tiers(cast: Cast, world: World):
    with world.as_("programme"):
        for wrong in ({"dues": -1}, {"currency": "XXX"}, {"searches": -1}):
            refused("core.bad_input", network.add_tier, **({"name_ko": "x", "dues": 1} | wrong))
        refused("core.name_needed", network.add_tier, dues=1)
        refused("core.code_taken", network.add_tier, code="GOLD", name_ko="x", dues=1)
        refused("core.code_unfit", network.add_tier, code="A/B", name_ko="x", dues=1)
        refused("network.tier_unknown", network.edit_tier, tier="NO", name_ko="x", dues=1)
        network.edit_tier(tier="GOLD", name_ko="금빛", dues=1, active=False)
        refused("network.tier_unknown", network.admit_member, member="HANBIT", tier="GOLD", start=MONDAY)
    with world.as_("hana"):
        assert Tier.objects.count() == 1


def test_entitlements_are_counted_in_the_year_of_the_membership(cast: Cast, world: World):
    with world.as_("programme"):
        network.admit_member(member="HANBIT", tier="GOLD", start=MONDAY - timedelta(days=10))
        for days, units in ((1, 1), (2, 2), (20, 1)):
            network.log_interaction(
                member="HANBIT", kind="call", at=MONDAY - timedelta(days=days), title_ko="x", entitlement="faculty_meeting",
                units=units,
            )
    with world.as_("hana"):
        counters = {str(c.label): (c.used, c.yearly) for c in relationship.page("HANBIT").held.counters}
    assert counters == {"연구자 면담": (3, 4), "방문일": (0, 2)}


def test_one_director_at_a_time_with_history(cast: Cast, world: World):
    with world.as_("director"):
        network.assign_director(member="HANBIT", director="programme@example.org")
        refused("network.director_same", network.assign_director, member="HANBIT", director="programme@example.org")
        refused("network.director_unfit", network.assign_director, member="HANBIT", director="hana@example.org")
        refused("network.director_unfit", network.assign_director, member="HANBIT", director="nobody@example.org")
        refused("network.member_unknown", network.assign_director, member="NO", director="programme@example.org")
        with clock.as_of(MONDAY + timedelta(days=1)):
            network.assign_director(member="HANBIT", director="director@example.org")
    with world.as_("hana"):
        assert [(d.email, d.ended_at is None) for d in Directorship.objects.order_by("started_at")] == [
            ("programme@example.org", False), ("director@example.org", True)]  # fmt: skip
        assert relationships.lines()[0].director == "오세훈규"
    with world.as_("sujin"):
        assert Directorship.objects.count() == 0


def test_renewals_are_reminded_of_once_a_step(cast: Cast, world: World):
    made = admitted(world)
    with world.as_("programme"):
        network.assign_director(member="HANBIT", director="programme@example.org")

    def told() -> tuple[int, int]:
        with scope(system("worker")):
            network.remind_of_renewals()
            network.remind_of_renewals()
            found = Notice.objects.filter(kind="network.renewal")
            assert {n.recipient_id for n in found} <= {world.people["programme"]}
            return found.count(), Mail.objects.filter(subject__contains="한빛바이오").count()

    assert told() == (0, 0)
    for days_before, count in ((200, 0), (170, 1), (80, 2), (20, 3)):
        with clock.as_of(MONDAY + YEAR - timedelta(days=days_before)):
            assert told() == (count, count)
    with world.as_("programme"):
        network.renew_membership(membership=made.code)
    with clock.as_of(MONDAY + YEAR - timedelta(days=5)):
        assert told() == (3, 3)
