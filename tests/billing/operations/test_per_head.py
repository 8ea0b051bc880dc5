"""Heads go from residency's count to the bill by themselves: who joins and leaves is on it by the day, late or not."""

from datetime import date

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import HeadCount
from squaremile.billing.reads import preview, so_far
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Member
from squaremile.residency.operations import members
from tests.billing.making import FEBRUARY, MARCH, at, bill_of, closed, opened, worked
from tests.pages.people import browser
from tests.world import MONDAY, World, setup_scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(world: World) -> str:
    """Two people from the first of February on; one of them leaves on the fourteenth. The account comes only after they joined."""
    with clock.as_of(at(1)):
        with world.as_("programme"):
            made = residency.open_record(organisation="HANBIT").code
        with world.as_("hajin"):
            for who in ("hana", "haeun"):
                joined = residency.join(company=made, person=world.people[who], kind="office")
        worked()
        account = opened(world)["HANBIT"]
        with world.as_("finance"):
            billing.add_contract(
                account=account, kind="per_head", title_ko="회비", title_en="Membership", month_amount=100_000, first_day=date(2027, 1, 1)
            )
    with clock.as_of(at(14)), world.as_("hajin"):
        residency.change_member(company_member=joined.code, kind="office", title="연구 기획")
        residency.leave(company_member=joined.code)
    worked()
    return made


def heard() -> list[list[list[str | int]]]:
    return [*HeadCount.objects.order_by("number").values_list("heads", flat=True)]


def test_who_joins_and_leaves_is_on_the_bill_by_the_day_and_late_heads_on_the_next(world: World, company: str):
    with world.as_("hajin"):
        assert heard() == [[["2027-02-01", 1]], [["2027-02-01", 2]], [["2027-02-01", 2], ["2027-02-15", 1]]], "a title is no head"
    with world.as_("sujin"):
        assert heard() == []
    with clock.as_of(MONDAY), world.as_("finance"):
        dry = next(b for b in preview.of("JB", FEBRUARY).bills if b.net.minor)
    with clock.as_of(MONDAY):
        close = closed(world)
    bill = bill_of(world)
    with world.as_("finance"):
        line = bill.lines.get()
        assert (line.kind, line.item, line.net, line.quantity, line.unit) == ("membership", "membership", 150_000, 42, "seat_day")
        assert (line.label_ko, line.label_en) == ("회비 · 2 → 1좌석 × ₩100,000", "Membership · 2 → 1 seats × ₩100,000")
        assert (dry.net.minor, dry.payable.minor) == (bill.net, bill.payable) == (150_000, 165_000)
        billing.show_bills(close=close.code)
    with clock.as_of(MONDAY):
        page = browser(world, "hajin").get(f"/money/bills/{bill.code}/").content.decode()
        why = browser(world, "hajin").get(f"/money/bills/{bill.code}/lines/{line.number}/").content.decode()
    assert "2 → 1 seats × ₩100,000" in page
    assert "2 people, 2027-02-01 to 2027-02-14: 2 seats × ₩100,000 = ₩200,000 a month" in why
    assert "14 days, 2027-02-15 to 2027-02-28: ₩100,000 × 14 ÷ the month&#x27;s 28 days = ₩50,000" in why
    with clock.as_of(at(5, month=3)):
        with scope(setup_scope()):
            late = core.add_person(email="cho@hanbit.example", name_ko="조연구", name_en="Cho").id
            core.grant_role(person=late, role="scientist", organisation=world.organisations["HANBIT"])
        with world.as_("hajin"):
            residency.join(company=company, person=late, kind="office", joined_on=date(2027, 2, 22))
        worked()
    with clock.as_of(at(6, month=3)):
        with world.as_("hajin"):
            assert [mine.net.minor for mine in so_far.so_far()] == [225_000], "her own page says the same"
        with world.as_("finance"):
            assert next(b.net.minor for b in preview.of("JB", MARCH).bills if b.net.minor) == 200_000 + 25_000
        with scope(system("worker")):
            assert billing.hear_of_heads(
                origin="heads:old", organisation=world.organisations["HANBIT"], payload={"number": 0, "heads": [["2027-02-01", 9]]}
            )
        with world.as_("finance"):
            assert next(b.net.minor for b in preview.of("JB", MARCH).bills if b.net.minor) == 225_000, "an older number stands under"


def test_heads_that_nobody_told_of_are_told_once(world: World, monkeypatch: pytest.MonkeyPatch):
    with world.as_("programme"):
        made = residency.open_record(organisation="HANBIT").code
    with monkeypatch.context() as before, world.as_("hajin"):
        before.setattr(members, "tell_heads", lambda company: False)
        residency.join(company=made, person=world.people["hana"], kind="office")
    with scope(system("worker")):
        assert (residency.tell_all_heads(), residency.tell_all_heads()) == (1, 0)
    worked()
    with world.as_("finance"):
        assert [len(heads) for heads in heard()] == [1]
    with world.as_("programme"):
        Member.objects.update(gone_on=date(2027, 12, 1))
    with scope(system("worker")):
        assert (residency.tell_all_heads(), residency.tell_all_heads()) == (1, 0)
    worked()
    with world.as_("finance"):
        assert heard()[-1][-1] == ["2027-12-01", 0]
