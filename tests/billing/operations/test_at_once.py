"""Two clicks at one moment, each on a connection of its own: one of two is done, and the books hold."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Sum

from squaremile.billing import operations as billing
from squaremile.billing.models import Dispute, Invoice, Payment, Posting
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, at, bill_of, closed, opened, used
from tests.world import MONDAY, World

DAY = timedelta(days=1)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Each in a thread of its own, all at one moment: `done`, or the word of the refusal."""
    gate, heard = threading.Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait(20)
            act()
            heard.append("done")
        except SquaremileError as refused:
            heard.append(str(refused.code))
        except Exception as error:
            heard.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(heard)


def as_at(who: AbstractContextManager[Any], moment: Any, act: Callable[..., object], **said: Any) -> Callable[[], object]:
    def done() -> object:
        with clock.as_of(moment), who:
            return act(**said)

    return done


def test_terms_said_while_bills_are_sent(own_database: str, committed_world: World):
    """What is said of the month before its bills are sent, and written after, is waited for: they are rated anew."""
    world, said = committed_world, threading.Event()
    with clock.as_of(MONDAY - DAY):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
    with clock.as_of(MONDAY):
        made = closed(world)

    def say() -> None:
        with clock.as_of(MONDAY + DAY), world.as_("finance"):
            billing.edit_account(account=codes["HANBIT"], payer_class="x", effective_on=FEBRUARY)
            said.set()
            time.sleep(2)

    def send() -> None:
        said.wait(20)
        with clock.as_of(MONDAY + DAY), world.as_("finance"):
            billing.show_bills(close=made.code)

    assert at_once(say, send) == ["billing.bill_stale", "done"]
    assert bill_of(world).state == "drafted"


def test_twice_at_once(own_database: str, committed_world: World):
    """A double click on issue, pay, correct and match; a dispute while a colleague accepts: one of two, and the books hold."""
    world = committed_world
    with clock.as_of(MONDAY - DAY):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:3", 61, at(9), whose="SAEBOM")
    with clock.as_of(MONDAY):
        close = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=close.code)
    mine = bill_of(world)
    heard = at_once(
        as_at(world.as_("hajin"), MONDAY, billing.accept_bill, bill=mine.code),
        as_at(world.as_("hajin"), MONDAY, billing.dispute_line, bill=mine.code, bill_line=1, reason="아닙니다"),
    )
    assert heard in (["billing.bill_step", "done"], ["billing.disputes_open", "done"])
    with world.as_("finance"), clock.as_of(MONDAY):
        for dispute in Dispute.objects.filter(state="open"):
            billing.settle_dispute(dispute=dispute.code, taken_off=0, reply="맞습니다")
    later = MONDAY + 6 * DAY
    with clock.as_of(later), scope(system("worker")):
        billing.accept_silent()
    both = [as_at(world.as_("finance"), later, billing.issue_bill, bill=bill_of(world, whose).code) for whose in ("HANBIT", "HANBIT", "SAEBOM")]
    assert at_once(*both) == ["done"] * 3
    with world.as_("finance"):
        assert sorted(Invoice.objects.values_list("code", flat=True)) == ["JB-2027-000001", "JB-2027-000002"]
        paper = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
    pay = {"account": codes["HANBIT"], "amount": 50_000, "paid_on": date(2027, 3, 7), "bank_reference": "한빛"}
    assert at_once(*(as_at(world.as_("finance"), later, billing.record_payment, **pay) for _ in range(2))) == ["billing.payment_known", "done"]
    said = {"invoice": paper.code, "correction": "duplicate", "explanation": "두 번"}
    assert at_once(*(as_at(world.as_("finance"), later, billing.correct_invoice, **said) for _ in range(2))) == ["billing.corrected_already", "done"]
    with world.as_("finance"):
        assert Posting.objects.aggregate(all=Sum("amount"))["all"] == 0
        assert Payment.objects.count() == 1
        assert [*Invoice.objects.filter(kind="credit_note").values_list("sequence", flat=True)] == [1]
