"""Who is told: approvers, hosts of what moved, leads whose clocks run out; each once."""

import pytest

from squaremile.core import outbox
from squaremile.core.models import Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Person, VisitStop
from squaremile.network.tasks.visits import remind_of_clocks
from tests.network.visits import staged
from tests.network.visits.staged import at
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(world):
    with clock.as_of(MONDAY), world.as_("programme"):
        staged.visit()
        network.plan_itinerary(delegation="DG-1")
    return world


def told(world, who):
    with scope(system("worker")):
        return list(Notice.objects.filter(recipient=world.people[who]).values_list("kind", flat=True))


def test_the_first_approver_is_asked_then_the_second(visit):
    with clock.as_of(MONDAY):
        with visit.as_("programme"):
            network.add_approver(delegation="DG-1", person=visit.people["director"])
            network.add_approver(delegation="DG-1", person=visit.people["finance"])
            network.submit_delegation(delegation="DG-1")
        outbox.deliver()
        assert (told(visit, "director"), told(visit, "finance")) == (["network.delegation_waits"], [])
        with visit.as_("director"):
            network.decide_delegation(delegation="DG-1", approve=True, reason="네")
        outbox.deliver()
        assert told(visit, "finance") == ["network.delegation_waits"]


def test_hosts_of_what_moved_are_told_by_notice_or_mail(visit):
    with visit.as_("director"):
        host = Person.objects.get(code="PE-021")
        host.user_id, host.claimed_at = visit.people["sora"], MONDAY
        host.save()
    with clock.as_of(at(8, 30)):
        with visit.as_("programme"):
            first = VisitStop.objects.order_by("period").first()
            for stop in VisitStop.objects.all():
                stop.people.filter(person=host).update(user=visit.people["sora"])
            ran = network.run_late(delegation="DG-1", minutes=45)
            assert first.code in dict(ran.moved)
            moved = {VisitStop.objects.get(code=code).wish.host.code for code, _ in ran.moved if VisitStop.objects.get(code=code).wish}
        outbox.deliver()
        outbox.deliver()
    with scope(system("worker")):
        mailed = set(Mail.objects.values_list("to", flat=True))
    assert {f"{code.lower()}@charles.example" for code in moved - {"PE-021"}} <= mailed
    assert (told(visit, "sora") == ["network.visit_late"]) == ("PE-021" in moved)


@pytest.mark.parametrize("minutes", [0, 481])
def test_a_delay_is_sound(visit, minutes):
    from squaremile.kernel.errors import Invalid
    from squaremile.network.words import visits as words

    with clock.as_of(at(8, 30)), visit.as_("programme"), pytest.raises(Invalid) as caught:
        network.run_late(delegation="DG-1", minutes=minutes)
    assert caught.value.code == words.LATE_UNSOUND


def test_what_runs_keeps_its_beginning(visit):
    with visit.as_("programme"), clock.as_of(MONDAY):
        stop = VisitStop.objects.get(wish__code="VW-1")
        begins, ends = stop.period.start, stop.period.end
    with visit.as_("programme"), clock.as_of(begins + (ends - begins) / 2):
        network.run_late(delegation="DG-1", minutes=10)
        stop.refresh_from_db()
        assert (stop.period.start, (stop.period.end - ends).seconds) == (begins, 600)


def test_nothing_is_left_in_the_evening(visit):
    from squaremile.kernel.errors import Refused
    from squaremile.network.words import visits as words

    with clock.as_of(at(22)), visit.as_("programme"), pytest.raises(Refused) as caught:
        network.run_late(delegation="DG-1", minutes=10)
    assert caught.value.code == words.NOTHING_LEFT


def test_late_clocks_are_told_once_a_week(visit):
    with clock.as_of(MONDAY), scope(system("worker")):
        remind_of_clocks()
        remind_of_clocks()
    first = told(visit, "programme")
    assert first == ["network.visit_clock"] * 5
    with clock.as_of(MONDAY.replace(day=9)), scope(system("worker")):
        remind_of_clocks()
    assert len(told(visit, "programme")) > len(first)


def test_what_is_done_is_not_told(visit):
    with clock.as_of(MONDAY), visit.as_("programme"):
        for kind in ("plan", "committee", "permit", "briefing", "backgrounders"):
            network.tick_clock(delegation="DG-1", clock_kind=kind)
    with clock.as_of(MONDAY), scope(system("worker")):
        remind_of_clocks()
    assert told(visit, "programme") == []
