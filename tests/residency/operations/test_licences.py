"""Offer, signatures, proofs, moving in, end: and what stops each; a rival sees none of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Company, Licence, LicenceDocument, LicencePlace, Offer, Signature
from squaremile.residency.policies.signatures import faults
from squaremile.residency.reads import licences
from squaremile.residency.reads.days import begin_of
from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Occupancy
from tests.pages.people import browser
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def prices(world):
    with world.as_("programme"):
        return residency.publish_prices(name_ko="2027 가격표", name_en="", valid_from=date(2027, 1, 1), bench=500_000).code


@pytest.fixture
def hanbit(world):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT").code


@pytest.fixture
def offered(world, hanbit, prices):
    with world.as_("programme"):
        return offer(hanbit, prices)


def offer(company, prices, **more):
    said = {
        "spots": ["R201-B1"], "start": MONDAY + DAY, "end": MONDAY + 366 * DAY, "until": MONDAY + 14 * DAY, "deposit": 1_000_000,
        "permitted_use": "세포 배양", "most_people": 3, "covenants": ["매년 보고"],
    }  # fmt: skip
    return residency.make_offer(company=company, price_version=prices, **(said | more)).code


def signed(world, code):
    with world.as_("hajin"):
        residency.answer_offer(licence=code, accept=True)
        residency.sign_licence(licence=code, signed_name="최하진")
    with world.as_("director"):
        residency.sign_licence(licence=code, signed_name="오세훈규")


def refused(code, act, *, kind=Refused):
    with pytest.raises(kind) as said:
        act()
    assert said.value.code == code


def test_from_offer_to_moving_in_to_the_end(world, hanbit, offered):
    with world.as_("programme"):
        mine = LicencePlace.objects.get(licence__code=offered)
        assert (mine.occupancy.state, Offer.objects.get().rent, Licence.objects.get().state) == ("held", 500_000, "offered")
    signed(world, offered)
    with world.as_("programme"):
        refused("residency.not_insured", lambda: residency.start_licence(licence=offered))
        residency.record_insurance(licence=offered, insurer="한국보험", policy_number="A-1", expires_on=date(2028, 3, 1))
        refused("residency.deposit_unpaid", lambda: residency.start_licence(licence=offered))
        with pytest.raises(Forbidden):
            residency.record_deposit(licence=offered, amount=1, paid_on=date(2027, 3, 1))
    with world.as_("finance"):
        for part in (400_000, 600_000):
            residency.record_deposit(licence=offered, amount=part, paid_on=date(2027, 3, 1))
    with world.as_("programme"):
        assert residency.start_licence(licence=offered).state == "in_force"
        assert LicencePlace.objects.get(licence__code=offered).occupancy.state == "occupied"
        refused("residency.licence_step", lambda: residency.start_licence(licence=offered))
        residency.end_licence(licence=offered, reason="졸업")
        mine = LicencePlace.objects.get(licence__code=offered)
        assert (mine.live, mine.occupancy.state) == (True, "occupied"), "nobody has signed that it is clean"


def test_the_database_itself_wants_signatures_insurance_and_deposit(world, offered):
    with world.as_("programme"), pytest.raises(Exception, match="not signed by both"):
        Licence.objects.filter(code=offered).update(state="signed")


def test_the_database_wants_insurance(world, offered):
    signed(world, offered)
    with world.as_("programme"), pytest.raises(Exception, match="has no insurance"):
        Licence.objects.filter(code=offered).update(state="in_force")


def test_insurance_is_valid_on_the_day_at_the_site(world, hanbit, prices):
    """The tenth begins in Seoul while it is the ninth in Greenwich: what runs out on the ninth does not do."""
    with world.as_("programme"):
        code = offer(hanbit, prices, start=begin_of(date(2027, 3, 10)), deposit=0)
    signed(world, code)
    with world.as_("programme"):
        residency.record_insurance(licence=code, insurer="한국보험", policy_number="A-1", expires_on=date(2027, 3, 9))
        refused("residency.not_insured", lambda: residency.start_licence(licence=code))
        with pytest.raises(IntegrityError, match="has no insurance"), transaction.atomic():
            Licence.objects.filter(code=code).update(state="in_force")
        residency.record_insurance(licence=code, insurer="한국보험", policy_number="A-2", expires_on=date(2027, 3, 10))
        assert residency.start_licence(licence=code).state == "in_force"


def test_signatures_are_a_chain_over_the_stored_document(world, offered):
    signed(world, offered)
    with world.as_("auditor"):
        chain = licences.chain(offered)
        assert [(record.number, record.party, record.name) for record, _ in chain] == [
            (1, "company", "최하진"), (2, "cluster", "오세훈규")
        ]  # fmt: skip
        assert faults(chain) == []
        assert licences.verified(offered) == []
        assert {record.document for record, _ in chain} == {LicenceDocument.objects.get().sha256}
    with world.as_("programme"), pytest.raises(Exception, match="permission denied"):
        Signature.objects.update(name="다른 이")


def test_a_file_that_was_changed_on_disk_shows(world, offered, tmp_path):
    from squaremile.core import shelf

    signed(world, offered)
    with world.as_("auditor"):
        path = shelf.place(LicenceDocument.objects.get().sha256)
        before = path.read_bytes()
        assert before.startswith(b"%PDF")
        try:
            path.write_bytes(before + b" ")
            assert licences.verified(offered) == [(1, "document")]
        finally:
            path.write_bytes(before)


def test_what_signing_refuses(world, offered):
    with world.as_("director"):
        refused("residency.offer_not_accepted", lambda: residency.sign_licence(licence=offered, signed_name="오"))
    with world.as_("hajin"):
        residency.answer_offer(licence=offered, accept=True)
        refused("residency.offer_over", lambda: residency.answer_offer(licence=offered, accept=True))
        refused("residency.signer_unnamed", lambda: residency.sign_licence(licence=offered, signed_name=" "), kind=Invalid)
        residency.sign_licence(licence=offered, signed_name="최하진")
        refused("residency.signed_already", lambda: residency.sign_licence(licence=offered, signed_name="최하진"))
    with world.as_("programme"):
        refused("residency.not_signed", lambda: residency.start_licence(licence=offered))


def test_an_offer_lapses_and_frees_its_place(world, hanbit, prices, offered):
    with scope(system("worker")):
        assert residency.lapse_offers() == 0
    with clock.as_of(MONDAY + 15 * DAY):
        with world.as_("hajin"):
            refused("residency.offer_over", lambda: residency.answer_offer(licence=offered, accept=True))
        with scope(system("worker")):
            assert (residency.lapse_offers(), residency.lapse_offers()) == (1, 0)
        with world.as_("programme"):
            assert (Offer.objects.get().state, Licence.objects.get().state) == ("lapsed", "lapsed")
            assert [o.state for o in Occupancy.objects.all()] == ["ended"]
            again = offer(hanbit, prices, start=MONDAY + 20 * DAY, until=MONDAY + 30 * DAY)
            assert residency.withdraw_offer(licence=again).state == "lapsed"
            refused("residency.offer_over", lambda: residency.withdraw_offer(licence=again))


def test_a_declined_offer_is_free_within_minutes(world, offered):
    with world.as_("hajin"):
        residency.answer_offer(licence=offered, accept=False)
    with scope(system("worker")):
        assert residency.lapse_offers() == 1
    with world.as_("programme"):
        assert (Offer.objects.get().state, Licence.objects.get().state) == ("declined", "lapsed")


@pytest.mark.parametrize(("said", "code", "kind"), [
    ({"spots": []}, "residency.offer_empty", Invalid), ({"until": MONDAY - DAY}, "residency.offer_dates", Invalid),
    ({"end": MONDAY}, "residency.offer_dates", Invalid), ({"permitted_use": " "}, "residency.offer_terms", Invalid),
    ({"most_people": 0}, "residency.offer_terms", Invalid), ({"spots": ["R201"]}, "spaces.not_rentable", Refused),
    ({"spots": ["NOWHERE"]}, "core.not_found", Missing),
])  # fmt: skip
def test_what_an_offer_refuses(world, hanbit, prices, said, code, kind):
    with world.as_("programme"):
        refused(code, lambda: offer(hanbit, prices, **said), kind=kind)
        assert Licence.objects.count() == 0


def test_an_offer_wants_a_company_admitted_and_a_price(world, hanbit, prices):
    with world.as_("programme"):
        gone = residency.open_record(organisation="SAEBOM", state="alumni").code
        refused("residency.not_admitted", lambda: offer(gone, prices))
        refused("residency.price_unknown", lambda: offer(hanbit, "PV-NOWHERE"), kind=Missing)
        desks = residency.publish_prices(name_ko="책상", name_en="", valid_from=date(2027, 1, 1), desk=1).code
        refused("residency.price_missing", lambda: offer(hanbit, desks))
        refused("residency.prices_unfit", lambda: residency.publish_prices(
            name_ko="빈", name_en="", valid_from=date(2027, 1, 1)), kind=Invalid)  # fmt: skip


def test_no_two_licences_on_one_bench(world, hanbit, prices, offered):
    with world.as_("programme"):
        other = residency.open_record(organisation="SAEBOM").code
        refused("spaces.place_taken", lambda: offer(other, prices))
        mine = LicencePlace.objects.get()
        held = spaces.hold(place="R201-B2", organisation="SAEBOM", start=mine.period.start, end=mine.period.end)
        with pytest.raises(Exception, match="licence_place_no_overlap"):
            LicencePlace.objects.create(licence=mine.licence, place_id=mine.place_id, period=mine.period, occupancy_id=held.id)


def test_a_list_of_prices_in_use_stands(world, prices, offered):
    from squaremile.residency.models import Price, PriceVersion

    with world.as_("finance"), pytest.raises(Exception, match="in use"):
        Price.objects.create(version=PriceVersion.objects.get(), kind="desk", amount=1)


def test_a_rival_sees_and_answers_nothing(world, offered):
    with world.as_("sujin"):
        assert (Licence.objects.count(), Offer.objects.count(), LicencePlace.objects.count()) == (0, 0, 0)
        assert (Signature.objects.count(), LicenceDocument.objects.count(), licences.licences()) == (0, 0, [])
        for act in (
            lambda: residency.answer_offer(licence=offered, accept=True),
            lambda: residency.sign_licence(licence=offered, signed_name="정수진"),
        ):
            refused("residency.licence_unknown", act, kind=Missing)
    with world.as_("hana"), pytest.raises(Forbidden):
        residency.answer_offer(licence=offered, accept=True)


def test_what_proofs_refuse(world, offered):
    with world.as_("director"):
        for said in ({"insurer": ""}, {"expires_on": date(2027, 2, 1)}):
            refused("residency.insurance_unfit", lambda said=said: residency.record_insurance(**(
                {"licence": offered, "insurer": "보험", "policy_number": "1", "expires_on": date(2028, 1, 1)} | said)),
                kind=Invalid)  # fmt: skip
        for amount, day in ((0, 1), (5, 2)):
            refused("residency.deposit_unfit", lambda amount=amount, day=day: residency.record_deposit(
                licence=offered, amount=amount, paid_on=date(2027, 3, day)), kind=Invalid)  # fmt: skip
        refused("residency.licence_step", lambda: residency.end_licence(licence=offered, reason="x"))


def test_an_instrument_is_booked_under_a_licence_in_force(world, hanbit, offered):
    from squaremile.booking import operations as booking

    def book(hour):
        at = MONDAY + 3 * DAY + timedelta(hours=hour)
        return booking.reserve(equipment="CONFOCAL", start=at, end=at + timedelta(hours=1), organisation="HANBIT")

    with world.as_("hana"):
        # Neither a record nor an offer is a licence.
        refused("residency.licence_not_in_force", lambda: book(0))
    begun(world, offered, insured_until=date(2027, 4, 1))
    with world.as_("hana"):
        refused("residency.not_counted", lambda: book(1))
    with world.as_("hajin"):
        hana = residency.join(company=hanbit, person=world.people["hana"], kind="office")
    with world.as_("safety"):
        residency.sign_off(checklist_entry=hana.checklist.get(item="orientation").code)
    with world.as_("hana"):
        assert book(1).state == "confirmed"
    with scope(system("worker")):
        assert residency.remind_of_insurance() == 0
    with clock.as_of(MONDAY + 5 * DAY), scope(system("worker")):
        assert (residency.remind_of_insurance(), residency.remind_of_insurance()) == (1, 1)
        assert Notice.objects.filter(kind="residency.insurance").count() == 2, "its admin and the programme, once each"
    with clock.as_of(MONDAY + 40 * DAY), world.as_("hana"):
        refused("residency.insurance_over", lambda: book(24 * 40))
    # A company that is no longer in residence books no more, though its licence still runs to its term.
    with world.as_("programme"):
        Company.objects.filter(code=hanbit).update(state="closed")
    with world.as_("hana"):
        refused("residency.licence_not_in_force", lambda: book(2))


def test_insurance_that_runs_out_is_reminded_of_once_a_step_until_it_is_renewed(world, hanbit, prices):
    with world.as_("programme"):
        licence = offer(hanbit, prices, deposit=0)
    signed(world, licence)
    with world.as_("programme"):
        residency.record_insurance(licence=licence, insurer="한국보험", policy_number="A-1", expires_on=date(2027, 4, 30))
        residency.start_licence(licence=licence)

    def heard(month, day, who="hajin"):
        with clock.as_of(MONDAY.replace(month=month, day=day)):
            with scope(system("worker")):
                residency.remind_of_insurance()
                residency.remind_of_insurance()
            with world.as_(who):
                return [*Notice.objects.filter(kind="residency.insurance").order_by("at").values_list("text_en", flat=True)]

    assert heard(3, 30) == []
    assert ["days left: 30" in said for said in heard(3, 31)] == [True]
    assert len(heard(4, 20)) == 1
    assert len(heard(4, 25)) == len(heard(4, 30, "programme")) == 2
    assert "ended on 2027-04-30" in heard(5, 1)[-1]
    assert heard(5, 2, "sujin") == []
    with clock.as_of(MONDAY.replace(month=5)), world.as_("programme"):
        residency.record_insurance(licence=licence, insurer="한국보험", policy_number="A-2", expires_on=date(2029, 1, 1))
    assert len(heard(5, 30)) == 3


def begun(world, code, insured_until=date(2028, 3, 1)):
    """Signed, insured, paid and begun."""
    signed(world, code)
    with world.as_("director"):
        residency.record_insurance(licence=code, insurer="한국보험", policy_number="A-1", expires_on=insured_until)
        residency.record_deposit(licence=code, amount=1_000_000, paid_on=date(2027, 3, 1))
        residency.start_licence(licence=code)


def test_a_licence_on_paper_is_recorded_with_the_record(world):
    with world.as_("programme"):
        for said in ({"state": "alumni"}, {"licensed_until": MONDAY.date() - DAY}):
            refused("residency.paper_licence_over", lambda said=said: residency.open_record(**(
                {"organisation": "HANBIT", "licensed_until": MONDAY.date()} | said)), kind=Invalid)  # fmt: skip
        residency.open_record(organisation="HANBIT", licensed_until=date(2027, 12, 31))
        paper = Licence.objects.get()
        assert (paper.state, paper.period.end.isoformat()) == ("in_force", "2027-12-31T15:00:00+00:00")


def test_a_record_without_a_licence_is_given_its_licence_on_paper(world, hanbit):
    with world.as_("programme"):
        refused("residency.paper_licence_over", lambda: residency.edit_company(
            company=hanbit, licensed_until=MONDAY.date() - DAY), kind=Invalid)  # fmt: skip
    programme, page = browser(world, "programme"), f"/residency/companies/{hanbit}/edit/"
    assert 'name="licensed_until"' in programme.get(page).content.decode()
    assert programme.post(page, {"country": "KR", "licensed_until": "2027-12-31"}).status_code == 303
    assert 'name="licensed_until"' not in programme.get(page).content.decode()
    assert programme.post(page, {"country": "KR", "stage": "seed"}).status_code == 303
    with world.as_("programme"):
        paper = Licence.objects.get()
        assert (paper.state, paper.period.end.isoformat()) == ("in_force", "2027-12-31T15:00:00+00:00")
        refused("residency.licence_step", lambda: residency.edit_company(company=hanbit, licensed_until=date(2028, 12, 31)))


def test_moving_in_makes_an_admitted_company_a_resident(world, prices):
    with world.as_("programme"):
        code = residency.open_record(organisation="HANBIT", state="alumni").code
        for state in ("applicant", "admitted"):
            Company.objects.filter(code=code).update(state=state)
        licence = offer(code, prices, deposit=0)
    signed(world, licence)
    with world.as_("programme"):
        residency.record_insurance(licence=licence, insurer="한국보험", policy_number="A-1", expires_on=date(2028, 3, 1))
        residency.start_licence(licence=licence)
        assert Company.objects.get(code=code).state == "resident"
