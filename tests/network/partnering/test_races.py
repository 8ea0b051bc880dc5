"""Two at once: the last seat, the last table and one's own slot go to one of them, whatever arrives when."""

import threading

import pytest
from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Meeting, Seat
from tests.network.partnering.conftest import fair, talk
from tests.world import MONDAY

pytestmark = pytest.mark.slow
ROUNDS = 8


def at_once(*acts):
    """Run them in threads that start together; what each answered."""
    gate, answers = threading.Barrier(len(acts)), []

    def run(act):
        try:
            with clock.as_of(MONDAY):
                gate.wait(timeout=20)
                answers.append(act())
        except Refused as refused:
            answers.append(refused.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(answers)


def rsvp(world, who, event):
    def act():
        with world.as_(who):
            return network.rsvp(event=event).state

    return act


def test_the_last_seat(committed_world):
    world = committed_world
    for _ in range(ROUNDS):
        made = talk(world, capacity=2)
        with world.as_("director"):
            network.rsvp(event=made.code)
        assert at_once(*(rsvp(world, who, made.code) for who in ("hana", "sora", "haeun"))) == ["going", "waiting", "waiting"]
        with scope(system("worker")):
            assert Seat.objects.filter(event=made, state="going").count() == 2
            assert sorted(Seat.objects.filter(event=made).values_list("turn", flat=True)) == [1, 2, 3, 4]


def test_a_seat_given_back_goes_to_the_first_who_waits(committed_world):
    """While one gives it back, two others ask: neither overtakes."""
    world = committed_world
    for _ in range(ROUNDS):
        made = talk(world, capacity=1)
        for who in ("hana", "sora"):
            with world.as_(who):
                network.rsvp(event=made.code)

        def leave(code=made.code):
            with world.as_("hana"):
                return network.cancel_rsvp(event=code).state

        answers = at_once(leave, rsvp(world, "haeun", made.code), rsvp(world, "sujin", made.code))
        assert answers == ["cancelled", "waiting", "waiting"]
        with world.as_("sora"):
            assert Seat.objects.get(holder__event=made, holder__person=world.people["sora"]).state == "going"


def test_the_last_table(committed_world):
    world = committed_world
    made = fair(world, "hana", "sora", "haeun", "sujin", tables=1)
    first, second = made.accepted("hana", "sora"), made.accepted("haeun", "sujin")

    def choose(who, request, slot):
        def act():
            with world.as_(who):
                return str(network.schedule_meeting(request=request.code, slot=slot).table.number)

        return act

    for slot in (1, 2, 3, 4):
        answers = at_once(choose("sora", first, slot), choose("haeun", second, slot))
        assert answers == ["1", "network.tables_taken"]
        with scope(system("worker")):
            assert Meeting.objects.filter(state="planned").update(state="cancelled") == 1
