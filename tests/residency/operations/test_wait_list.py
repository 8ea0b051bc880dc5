"""The wait-list: its turns, golden tickets counted once, and the step to a place."""

from datetime import timedelta

import pytest
from django.db import transaction

from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, Company
from squaremile.residency.reads import funnel, wait_list
from tests.pages.people import browser
from tests.residency.applying import DAY, opened_call
from tests.residency.reviewing import in_review, judged, reviewer, round_of
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def call(world):
    return opened_call(world)


def waits(world, call, n):
    """One more company on the wait-list; the later, the later handed in."""
    with clock.as_of(MONDAY + timedelta(hours=n)):
        code = in_review(world, call, f"ceo@prospect{n}.example", name_ko=f"새싹{n}호")
    with world.as_("programme"):
        residency.decide_application(application=code, outcome="wait_list", reasons="자리가 없습니다.")
    return code


@pytest.fixture
def three(world, call):
    """Three that wait, all with the same score."""
    codes = [waits(world, call, n) for n in range(3)]
    reviewer(world)
    round_of(world, call, each=1, quorum=1)
    judged(world, 4)
    with world.as_("programme"):
        residency.send_letters(call=call)
    return codes


def refused(kind, act, /, **said):
    with pytest.raises(kind) as heard, transaction.atomic():
        act(**said)
    return heard.value.code


def sponsor(world, tickets=1):
    with world.as_("programme"):
        made = residency.add_sponsor(email="partner@sponsor.example", name_ko="큰제약", name_en="Big Pharma")
        residency.sign_sponsor(sponsor=made.code, start=MONDAY - DAY, end=MONDAY + 300 * DAY, tickets_a_year=tickets)
    return made.code


def turns(world):
    with world.as_("programme"):
        return [row.code for each in wait_list.wait_lists() for row in each.waiting]


def test_a_golden_ticket_goes_first_and_is_counted(world, three):
    assert turns(world) == three
    who = sponsor(world)
    with world.as_("programme"):
        last, first = (Application.objects.get(code=code).company.code for code in (three[2], three[0]))
        residency.use_entitlement(sponsor=who, kind="ticket", company=last)
        assert [(each.left, each.total) for each in wait_list.tickets()] == [(0, 1)]
        (found,) = wait_list.wait_lists()
        assert [row.code for row in found.waiting] == [three[2], three[0], three[1]]
        assert str(found.waiting[0].reasons[0].en) == "A golden ticket gives priority."
        assert found.stage == "paper"
        assert refused(Refused, residency.use_entitlement, sponsor=who, kind="ticket", company=first) == "residency.entitlement_spent"


def test_a_company_has_one_ticket(world, three):
    who = sponsor(world, tickets=2)
    with world.as_("programme"):
        company = Application.objects.get(code=three[0]).company.code
        residency.use_entitlement(sponsor=who, kind="ticket", company=company)
        said = {"sponsor": who, "kind": "ticket", "company": company}
        assert refused(Refused, residency.use_entitlement, **said) == "residency.ticket_there"
        assert [each.left for each in wait_list.tickets()] == [1]


def test_promoted_it_is_accepted_told_and_admitted(world, three):
    with world.as_("hajin"):
        assert refused(Forbidden, residency.promote_application, application=three[1], reasons="왜") == "access.not_allowed"
    with world.as_("programme"):
        assert refused(Missing, residency.promote_application, application="AP-X", reasons="왜") == "residency.application_unknown"
        assert refused(Invalid, residency.promote_application, application=three[1], reasons=" ") == "residency.decision_reason"
        made = residency.promote_application(application=three[1], reasons="벤치 하나로 충분합니다.")
        assert (made.state, Company.objects.get(id=made.company_id).state) == ("accepted", "admitted")
        assert refused(Refused, residency.promote_application, application=three[1], reasons="왜") == "residency.not_waiting"
        assert Activity.objects.get(operation="residency.promote_application").data["turn"] == 2
        (found,) = funnel.funnels()
        assert [step.count for step in found.steps] == [3, 3, 3, 1, 0]
        assert [(said.en, count) for said, count in found.decisions] == [("Accept", 1), ("Wait-list", 2)]
    assert turns(world) == [three[0], three[2]]


def test_the_page_gives_a_ticket_and_a_place(world, three):
    who = sponsor(world)
    client = browser(world, "programme", "ko")
    with world.as_("programme"):
        company = Application.objects.get(code=three[2]).company.code
    assert client.post(f"/residency/wait-list/{company}/ticket/", {"sponsor": who}).status_code == 303
    page = client.get("/residency/wait-list/").content.decode()
    assert page.index("새싹2호") < page.index("새싹0호")
    assert "큰제약" in page
    assert client.post(f"/residency/wait-list/{company}/ticket/", {"sponsor": who}).status_code == 409
    assert client.post(f"/residency/wait-list/{three[2]}/promote/", {"reasons": " "}).status_code == 422
    assert client.post(f"/residency/wait-list/{three[2]}/promote/", {"reasons": "왜"})["location"] == f"/residency/companies/{company}/"
    assert "새싹2호" not in client.get("/residency/wait-list/").content.decode()
    desk = client.get("/residency/desk/").content.decode()
    assert "제출" in desk
    assert "김심사" in desk
    for other, status in (("hajin", 403), ("auditor", 200), ("safety", 403)):
        assert browser(world, other).get("/residency/wait-list/").status_code == status
    assert browser(world, "auditor").post(f"/residency/wait-list/{three[0]}/promote/", {"reasons": "왜"}).status_code == 403
