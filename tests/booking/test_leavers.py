"""Whoever leaves a company gives back what she held for it, and her company learns what to book anew."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation
from squaremile.core import operations as core
from squaremile.core import outbox, worker
from squaremile.core.entering import enter_token
from squaremile.core.models import Notice, OutboxFact, RoleGrant
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.booking.asking import ELEVEN, TEN, code_of, facts, held
from tests.booking.test_handlers import delivered, told
from tests.world import MONDAY, World

DAY = timedelta(days=1)
ENDED = {"MembershipEnded"}


def states(world: World) -> dict[str, str]:
    with world.as_("operator"):
        return dict(Reservation.objects.filter(kind="booking").values_list("code", "state"))


@pytest.fixture
def coming(world: World):
    """Hana holds one booking tomorrow with a companion, one that waits, and had one yesterday's worth of the past."""
    return [
        held(world, "hana", "CONFOCAL", TEN + DAY, ELEVEN + DAY).code,
        held(world, "hana", "CYTO-2", TEN + 2 * DAY, ELEVEN + 2 * DAY).code,
    ]


def leaves(world: World, who: str = "hana", by: str = "hajin") -> None:
    with world.as_(by):
        core.end_membership(person=world.people[who], organisation=world.organisations["HANBIT"])


def test_her_bookings_are_given_back_and_her_admins_are_told(world: World, coming):
    others = held(world, "haeun", "CONFOCAL", TEN, ELEVEN).code
    delivered()
    leaves(world)
    delivered()
    assert states(world) == {**dict.fromkeys(coming, "cancelled"), others: "confirmed"}
    with world.as_("operator"):
        assert set(Reservation.objects.filter(kind="linked").values_list("state", flat=True)) == {"cancelled"}
    (said,) = told(world, "hajin", "booking.released")
    assert said == "김하나가 회사를 떠나 앞으로의 예약 2건이 취소되었습니다. 필요하면 다시 예약하십시오."
    assert told(world, "hana", "booking.cancelled") == [], "who has left is told nothing of the company"
    assert told(world, "haeun", "booking.released") == told(world, "sujin", "booking.released") == []


def test_the_reason_and_lateness_are_kept(world: World, coming):
    leaves(world)
    delivered()
    gone = {p["code"]: p for name, p in facts({"ReservationCancelled"})}
    assert {code: (p["late"], "회사를 떠났습니다" in p["reason"]) for code, p in gone.items()} == dict.fromkeys(
        coming, (False, True))


def test_a_role_that_is_not_the_last_changes_nothing(world: World, coming):
    with world.as_("director"):
        core.grant_role(person=world.people["hana"], role="company_admin", organisation=world.organisations["HANBIT"])
    with world.as_("hajin"):
        core.end_role(grant=RoleGrant.objects.get(user=world.people["hana"], role="scientist").id)
    delivered()
    assert set(states(world).values()) == {"confirmed", "pending"}
    assert facts(ENDED) == []


def test_ending_the_last_role_by_hand_is_leaving(world: World, coming):
    with world.as_("hana"):
        secret = core.create_token(name="calendar", purpose="feed").secret
    with world.as_("operator"):
        core.end_role(grant=RoleGrant.objects.get(user=world.people["hana"]).id)
    with enter_token(secret, "feed") as someone:
        assert someone is None
    delivered()
    assert set(states(world).values()) == {"cancelled"}


def test_closing_the_account_is_leaving(world: World, coming):
    with world.as_("operator"):
        core.deactivate_person(person=world.people["hana"])
    delivered()
    assert set(states(world).values()) == {"cancelled"}


def test_a_role_that_runs_out_is_leaving_once(world: World, coming):
    with world.as_("hana"):
        secret = core.create_token(name="script").secret
    with world.as_("operator"):
        grant = RoleGrant.objects.get(user=world.people["hana"])
        core.end_role(grant=grant.id, end=MONDAY + timedelta(hours=12))
    assert facts(ENDED) == []
    with clock.as_of(MONDAY + timedelta(hours=12)):
        for _ in range(2):
            with scope(system("worker")):
                core.close_lapsed()
        assert [p["person"] for _, p in facts(ENDED)] == [str(world.people["hana"])]
        delivered()
        with enter_token(secret, "api") as someone:
            assert someone is None
    assert set(states(world).values()) == {"cancelled"}


def test_the_worker_does_it_by_itself():
    assert "core.tasks.close_lapsed_roles" in worker._tasks


def test_who_is_back_before_it_is_heard_keeps_her_bookings(world: World, coming):
    leaves(world)
    with world.as_("operator"), clock.as_of(MONDAY + timedelta(minutes=1)):
        core.grant_role(person=world.people["hana"], role="scientist", organisation=world.organisations["HANBIT"])
    with clock.as_of(MONDAY + timedelta(minutes=2)):
        delivered()
    assert set(states(world).values()) == {"confirmed", "pending"}


def test_what_she_holds_for_another_company_stays(world: World):
    """Hana also works for Saebom: leaving Hanbit gives back Hanbit's alone."""
    from squaremile.kernel.scope import Grant, Scope

    with world.as_("director"):
        core.grant_role(person=world.people["hana"], role="scientist", organisation=world.organisations["SAEBOM"])
    both = Scope(actor=world.people["hana"], grants=tuple(Grant("scientist", o) for o in world.organisations.values()))
    with scope(both):
        ours = booking.reserve(equipment="CONFOCAL", start=TEN, end=ELEVEN, organisation="HANBIT").code
        theirs = booking.reserve(
            equipment="CONFOCAL", start=TEN + DAY, end=ELEVEN + DAY, organisation="SAEBOM").code
    leaves(world)
    delivered()
    assert states(world) == {ours: "cancelled", theirs: "confirmed"}


def test_nothing_begins_for_one_who_has_left(world: World, coming):
    """Between her leaving and the worker's hearing of it."""
    soon = held(world, "hana", "CONFOCAL", TEN, ELEVEN).code
    leaves(world)
    with clock.as_of(TEN), world.as_("haeun"):
        assert code_of(booking.start_session, reservation=soon) == "booking.not_member"
    with world.as_("operator"):
        assert code_of(booking.approve, reservation=coming[1]) == "booking.not_member"


def test_a_notice_of_yesterdays_business_does_not_reach_a_leaver(world: World):
    """The fact was on its way when she left."""
    made = held(world, "hana", "CONFOCAL")
    with world.as_("hana"):
        booking.cancel(reservation=made.code)
    leaves(world)
    outbox.deliver()
    with scope(system("worker")):
        assert Notice.objects.filter(recipient=world.people["hana"]).count() == 0
        assert OutboxFact.objects.exclude(error="").count() == 0


def test_only_the_worker_gives_back(world: World, coming):
    asked = {"person": world.people["hana"], "organisation": world.organisations["HANBIT"]}
    for who in ("director", "operator", "hajin"):
        with world.as_(who):
            assert code_of(booking.release_leaver, **asked) == "access.not_allowed"
            assert code_of(core.close_lapsed) == "access.not_allowed"
