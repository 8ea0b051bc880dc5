"""Enquiries and tours: anybody asks, the database counts places, and nobody but programme staff reads."""

import hashlib
from datetime import timedelta

import pytest

from squaremile.core.models import Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.scope import Scope, scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Lead, LeadTransition, Tour, TourSlot
from squaremile.residency.reads import leads
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SAID = {"name": "김문의", "email": "Q@example.org", "consent": True}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def slot(world):
    with world.as_("programme"):
        return residency.open_tour_slot(
            start=MONDAY + 24 * HOUR, end=MONDAY + 25 * HOUR, places=3, person=world.people["programme"], meeting_ko="정문"
        ).code


def asked(**more):
    with scope(system("public")):
        return residency.enquire(**{**SAID, **more})


def secret() -> str:
    with scope(system("worker")):
        return Mail.objects.get(to="q@example.org").body.partition("/cancel/")[2].partition("/")[0]


def test_an_enquiry_with_a_tour_and_its_letter(world, slot):
    made = asked(tour_slot=slot, heads=2, signed_name="김문의", company_name="새싹바이오")
    with world.as_("programme"):
        row, tours, steps = leads.lead(made.code)
        assert (row.state, row.contact, [t.party for t in tours]) == ("touring", "q@example.org", [2])
        assert [str(said) for _at, said in steps] == ["견학 예정"]
        assert leads.open_slots()[0].left == 1
    with scope(system("worker")):
        letter = Mail.objects.get(to="q@example.org")
        assert "2027-03-02 09:00" in letter.body
        assert "정문" in letter.body
        assert "다른 기업의 일을 밖에 알리지 않겠습니다" in letter.body


def test_what_it_refuses(world, slot):
    for more, code in (
        ({"name": " "}, "lead_incomplete"), ({"email": "nobody"}, "lead_incomplete"), ({"consent": False}, "consent_needed"),
        ({"wanted": "castle"}, "lead_incomplete"), ({"tour_slot": slot}, "agreement_needed"),
    ):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            asked(**more)
        assert refused.value.code == f"residency.{code}"
    with pytest.raises(Refused) as unknown:
        asked(tour_slot="TS-NONE", signed_name="x")
    assert unknown.value.code == "residency.slot_unknown"
    with pytest.raises(Refused) as full:
        asked(tour_slot=slot, signed_name="x", heads=4)
    assert full.value.code == "residency.slot_full"
    with world.as_("programme"):
        assert Lead.objects.count() == 0


def test_one_address_asks_five_times_a_day(world):
    for _ in range(5):
        asked()
    with pytest.raises(Refused) as often:
        asked()
    assert often.value.code == "residency.enquired_often"
    with clock.as_of(MONDAY + 25 * HOUR):
        asked()
    with world.as_("programme"):
        assert {row.alike for row in leads.leads()} == {5}


def test_who_asks_twice_is_counted_once(world):
    """By address or by name: whoever asks again from the same address in the same name is one enquiry alike, not two."""
    first, _ = asked(company_name="새싹바이오"), asked(company_name="새싹바이오")
    asked(email="other@example.org", company_name="새싹바이오"), asked(email="third@example.org")
    with world.as_("programme"):
        assert {row.contact: row.alike for row in leads.leads()} == {
            "q@example.org": 2, "other@example.org": 2, "third@example.org": 0}
        assert leads.lead(first.code)[0].alike == 2


def test_a_visitor_gives_her_places_back_once(world, slot):
    asked(tour_slot=slot, heads=3, signed_name="김문의")
    with scope(system("public")):
        assert leads.open_slots() == []
        residency.cancel_tour_by_letter(secret=secret())
        assert leads.open_slots()[0].left == 3
        with pytest.raises(Refused):
            residency.cancel_tour_by_letter(secret=secret())
        with pytest.raises(Missing):
            residency.cancel_tour_by_letter(secret="never-was")


def test_a_tour_that_staff_call_off_is_told_and_what_was_signed_is_kept(world, slot):
    made = asked(tour_slot=slot, signed_name="김문의")
    with world.as_("programme"):
        (tour,) = leads.tours(lead=made.code)
        kept = Tour.objects.get()
        assert hashlib.sha256(tour.agreement.encode()).hexdigest() == kept.agreement
        residency.cancel_tour(tour=tour.code)
    with scope(system("worker")):
        assert Mail.objects.filter(to="q@example.org", subject__contains="견학이 취소").count() == 1


def test_a_tour_is_recorded_and_the_enquiry_moves_on(world, slot):
    made = asked(tour_slot=slot, signed_name="김문의")
    with world.as_("programme"), clock.as_of(MONDAY + 26 * HOUR):
        (tour,) = leads.tours(lead=made.code)
        residency.record_tour(tour=tour.code, came=True)
        assert leads.lead(made.code)[0].state == "toured"
        with pytest.raises(Refused):
            residency.record_tour(tour=tour.code, came=True)


def test_an_enquiry_becomes_a_company_record_once(world):
    made, other = asked(company_name="새싹바이오"), asked()
    with world.as_("programme"):
        whose = residency.record_lead(lead=made.code).company
        assert (whose.state, whose.organisation.active) == ("lead", False)
        residency.record_lead(lead=other.code, company=whose.code)
        with pytest.raises(Refused):
            residency.record_lead(lead=made.code)
        with pytest.raises(Invalid):
            residency.record_lead(lead=asked_by_staff().code)


def asked_by_staff():
    return residency.enquire(**SAID)


def test_the_day_of_the_next_contact_is_told_once(world):
    made = asked()
    with world.as_("programme"):
        with pytest.raises(Invalid):
            residency.follow_up_lead(lead=made.code, follow_up_on=MONDAY.date() - timedelta(days=1))
        residency.follow_up_lead(
            lead=made.code, state="contacted", person=world.people["programme"], follow_up_on=MONDAY.date() + timedelta(days=2)
        )
    with clock.as_of(MONDAY + timedelta(days=2)), scope(system("worker")):
        assert (residency.remind_of_leads(), residency.remind_of_leads()) == (1, 0)
        assert Notice.objects.filter(kind="residency.lead_due").count() == 1


def test_nobody_else_reads_enquiries(world, slot):
    asked(tour_slot=slot, signed_name="김문의")
    for asking in (world.person("hajin"), world.person("operator"), world.person("finance"), Scope(), system("public")):
        with scope(asking):
            assert (Lead.objects.count(), LeadTransition.objects.count()) == (0, 0)
    for asking in (world.person("hajin"), Scope()):
        with scope(asking):
            assert (Tour.objects.count(), TourSlot.objects.count()) == (0, 0)


def test_a_guide_is_of_the_staff_and_an_hour_lies_ahead(world):
    with world.as_("programme"):
        for more in ({"person": world.people["hana"]}, {"start": MONDAY - HOUR}, {"end": MONDAY}):
            with pytest.raises(Invalid):
                residency.open_tour_slot(**{
                    "start": MONDAY + HOUR, "end": MONDAY + 2 * HOUR, "places": 3, "person": world.people["programme"], **more,
                })
