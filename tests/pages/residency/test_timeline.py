"""The timeline of Company 360: staff, the company's own people, a rival; the filter; pages; and what it costs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.billing import operations as billing
from squaremile.booking import operations as booking
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.metering import operations as metering
from squaremile.residency import operations as residency
from squaremile.residency.models import Company
from squaremile.safety import operations as safety
from tests.billing.making import CARD
from tests.pages.people import browser
from tests.parts.residency_licences import in_force
from tests.world import MONDAY

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def address(world):
    """A company with a licence, a deposit, a milestone, an outcome, a booking and metered use; and a rival with a booking."""
    with world.as_("programme"):
        code = residency.open_record(organisation="HANBIT", state="resident").code
        residency.open_record(organisation="SAEBOM", state="resident", licensed_until=date(2028, 2, 29))
    licence = in_force(world, "HANBIT", "R202-D1", "hajin", permitted_use="배양")
    with world.as_("finance"):
        residency.record_deposit(licence=licence, amount=70_000, paid_on=date(2027, 1, 15))
    with world.as_("hajin"):
        residency.propose_milestone(company=code, title_ko="전임상 시작", due_on=date(2027, 9, 1))
    with world.as_("programme"):
        residency.record_outcome(company=code, kind="jobs", happened_on=date(2027, 2, 1), counted=12)
    for admin, who in (("hajin", "hana"), ("sujin", "sora")):
        with world.as_(admin):
            theirs = Company.objects.get().code
            member = residency.join(company=theirs, person=world.people[who], kind="office")
        with world.as_("safety"):
            residency.sign_off(checklist_entry=member.checklist.get(item="orientation").code)
    for who, start in (("hana", 1), ("sora", 3)):
        with world.as_(who):
            booking.reserve(equipment="CONFOCAL", start=MONDAY + start * HOUR, end=MONDAY + (start + 1) * HOUR)
    meter(world, MONDAY - HOUR, "a")
    return f"/residency/companies/{code}/"


def meter(world, start, origin):
    with world.as_("operator"):
        metering.record_usage(
            meter="equipment_minutes", organisation=world.organisations["HANBIT"], subject="CONFOCAL",
            period=Period(start, start + HOUR), quantity=Decimal(60), origin=origin,
        )


def lines(client, address, **asked):
    """The months that are shown, and what is said in each."""
    with clock.as_of(MONDAY + 6 * HOUR):
        page = client.get(address, asked)
    assert page.status_code == 200
    shown = page.context["timeline"]
    return [(f"{month.first:%Y-%m}", [(each.kind, each.what.en) for each in month.lines]) for month in shown["months"]]


def kinds(months):
    return {kind for _, rows in months for kind, _ in rows}


def test_staff_see_everything_by_month_the_newest_first(world, address):
    shown = lines(browser(world, "programme"), address)
    assert [month for month, _ in shown] == ["2027-03", "2027-02", "2027-01"]
    march, february, january = (rows for _, rows in shown)
    assert [kind for kind, _ in march[-2:]] == ["instruments", "instruments"], "sums after what happened"
    assert [said.split(": ")[1] for _, said in march[-2:]] == ["1 booked, 1 h", "60 min metered"]
    assert ("life", "Propose a milestone") in march
    assert ("licence", "Begin a licence") in march
    assert ("record", "Open a company record") in march
    assert february == [("money", "Monthly licence fee begins"), ("outcomes", "People employed")]
    assert january == [("money", "Deposit paid")]


def test_its_admin_sees_the_same_in_her_language_and_her_colleague_no_money(world, address):
    own = browser(world, "hajin", "ko")
    assert kinds(lines(own, address)) >= {"licence", "money", "outcomes", "instruments", "life"}
    page = own.get(address).content.decode()
    for said in ("2027년 3월", "보증금 입금", "70,000", "고용 인원", "월 합계", "입주 시작하기", f"{address}space/", f"{address}exit/"):
        assert said in page, said
    hers = kinds(lines(browser(world, "hana"), address))
    assert "instruments" in hers
    assert not hers & {"money", "outcomes", "licence"}


def test_safety_and_bills_are_part_of_it_for_whom_they_are(world, address):
    hanbit = world.organisations["HANBIT"]
    with world.as_("safety"):
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        for _ in range(2):
            safety.receive_container(substance="67-64-1", place="R201", how_much="1 L", organisation="HANBIT")
    with world.as_("hana"):
        safety.report_incident(what_happened="에탄올이 쏟아짐", incident_kind="spill", place="R201")
    with world.as_("finance"):
        billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="124-81-00998")
        billing.publish_rate_card(card_body=CARD)
        account = billing.open_account(organisation=hanbit, issuer="JB", rate_card="OPEN-LAB", contact="hajin@example.org").code
        billing.record_payment(account=account, amount=50_000, paid_on=date(2027, 3, 1), bank_reference="1")
    for who in ("director", "hajin"):
        march = lines(browser(world, who, "en"), address)[0][1]
        assert ("safety", "2 container(s) brought in") in march
        assert ("safety", "Incident reported: Spill (Reported)") in march
        assert ("money", "Payment came in") in march
    assert ("safety", "2 container(s) brought in") not in lines(browser(world, "programme"), address)[0][1], "not its to know"
    assert not kinds(lines(browser(world, "hana"), address)) & {"money"}


@pytest.mark.parametrize("who", ["sora", "sujin"])
def test_a_rival_finds_no_page_whatever_she_asks_for(world, address, who):
    client = browser(world, who)
    assert {client.get(address, asked).status_code for asked in ({}, {"kind": "money"}, {"page": "2"})} == {404}


def test_one_kind_alone_and_none_that_is_not_the_readers(world, address):
    staff, hers = browser(world, "programme"), browser(world, "hana")
    for kind in ("money", "outcomes", "instruments", "life", "licence"):
        assert kinds(lines(staff, address, kind=kind)) == {kind}
    assert lines(staff, address, kind="exit") == []
    assert "Nothing of this kind has happened" in staff.get(address, {"kind": "exit"}).content.decode()
    assert kinds(lines(hers, address, kind="money")) == kinds(lines(hers, address))


def test_it_is_paged_without_a_gap_and_costs_the_same_for_few_and_many(world, address):
    client, costs, code = browser(world, "programme"), [], address.split("/")[-2]
    for more in (0, 45):
        with world.as_("hajin"):
            for n in range(more):
                with clock.as_of(MONDAY + n * timedelta(minutes=1)):
                    residency.propose_milestone(company=code, title_ko=f"목표 {n}", due_on=date(2027, 9, 1))
        for n in range(more // 15):
            meter(world, MONDAY - (n + 40) * 24 * HOUR, f"more {n}")
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        costs.append(len(asked))
    assert costs[0] == costs[1]
    first, second = lines(client, address), lines(client, address, page="2")
    assert sum(len(rows) for _, rows in first) == 40
    every = [line for _, rows in (*first, *second) for line in rows]
    assert every.count(("life", "Propose a milestone")) == 46
    assert second[-1][0] == "2027-01"
