"""Prices, offers and licences on their pages: staff, a company, a rival, an applicant with her key, and anybody with a file."""

import hashlib
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from squaremile.core import operations as core
from squaremile.core.models import Mail, User
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Company, Departure, DepositPayment, Licence, LicenceDocument, LicencePlace
from tests.pages.people import browser
from tests.residency.applying import opened_call
from tests.residency.reviewing import in_review
from tests.world import MONDAY, PASSWORD

DAY = timedelta(days=1)
EMAIL = "ceo@prospect.example"
OFFER = {
    "spots": ["R201-B1"], "first_day": "2027-03-02", "last_day": "2028-02-29", "until": "2027-03-15T18:00", "deposit": "1000",
    "notice_months": "1", "most_people": "3", "permitted_use": "세포 배양", "covenants": "매년 보고\n폐수 없음",
}  # fmt: skip


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def prices(world):
    page = "/residency/licences/prices/"
    staff = browser(world, "finance", "ko")
    said = {"name_ko": "2027 가격표", "valid_from": "2027-01-01", "currency": "KRW", "bench": "500000"}
    assert staff.post(page, said).status_code == 303
    assert staff.post(page, {**said, "bench": ""}).status_code == 422
    later = {**said, "name_ko": "2028 가격표", "valid_from": "2028-01-01", "bench": "600000"}
    assert staff.post(page, later).status_code == 303
    with world.as_("programme"):
        from squaremile.residency.reads import licences

        return licences.prices()[-1].code


@pytest.fixture
def company(world):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT").code


def offered(world, company, prices, **more):
    made = browser(world, "programme").post("/residency/licences/offer/", {**OFFER, "company": company, "price_version": prices, **more})
    assert made.status_code == 303, made.content.decode()[:400]
    return made["location"]


def signed(world, page):
    admin, staff = browser(world, "hajin", "ko"), browser(world, "programme", "ko")
    assert admin.post(f"{page}answer/", {"accept": "yes"}).status_code == 303
    assert staff.post(f"{page}sign/", {"signed_name": "오프로"}).status_code == 409
    assert admin.post(f"{page}sign/", {"signed_name": ""}).status_code == 422
    assert admin.post(f"{page}sign/", {"signed_name": "최하진"}).status_code == 303
    assert staff.post(f"{page}sign/", {"signed_name": "오프로"}).status_code == 303
    return admin, staff


def begun(world, page):
    admin, staff = signed(world, page)
    assert staff.post(f"{page}insurance/", {"insurer": "한국보험", "policy_number": "A-1", "expires_on": "2028-12-31"}).status_code == 303
    assert staff.post(f"{page}deposit/", {"amount": "1000", "paid_on": "2027-03-01"}).status_code == 403
    assert browser(world, "finance").post(f"{page}deposit/", {"amount": "1000", "paid_on": "2027-03-01"}).status_code == 303
    assert staff.post(f"{page}start/").status_code == 303
    return admin, staff


def test_from_offer_to_end_and_what_each_side_sees(world, prices, company):
    page = offered(world, company, prices)
    assert browser(world, "programme").post(f"{page}extend/", {"until": "2027-03-20T18:00"}).status_code == 303
    assert browser(world, "programme").post(f"{page}extend/", {"until": "2027-03-10T18:00"}).status_code == 422
    admin, staff = browser(world, "hajin", "ko"), browser(world, "programme", "ko")
    shown = admin.get(page).content.decode()
    for words in ("세포 배양", "폐수 없음", "500,000원", "제안 수락"):
        assert words in shown
    assert "R201-B1" in admin.get("/residency/licences/").content.decode()
    assert page in admin.get(f"/residency/companies/{company}/").content.decode()
    for rival in ("sujin", "sora"):
        assert browser(world, rival).get(page).status_code in (403, 404)
    begun(world, page)
    code = page.rstrip("/").rpartition("/")[2]
    shown = staff.get(page).content.decode()
    for words in ("최하진", "오프로", "서명의 사슬이 온전"):
        assert words in shown
    content = admin.get(f"{page}documents/1/").content
    with world.as_("programme"):
        assert hashlib.sha256(content).hexdigest() == LicenceDocument.objects.get(licence__code=code).sha256
    assert browser(world, "sujin").get(f"{page}documents/1/").status_code == 404
    assert staff.post(f"{page}end/", {"reason": "졸업"}).status_code == 303


def test_an_amendment_is_a_version_of_its_own(world, prices, company):
    page = offered(world, company, prices)
    admin, staff = begun(world, page)
    said = {"reason": "인원 증가", "effective_on": "2027-04-01", "most_people": "5", "adds": ["R201-B2"], "last_day": "2028-06-30"}
    assert staff.post(f"{page}amend/", {"reason": "그대로", "effective_on": "2027-04-01"}).status_code == 422
    assert admin.post(f"{page}amend/", said).status_code == 403
    assert staff.post(f"{page}amend/", said).status_code == 303
    assert staff.post(f"{page}amend/", said).status_code == 409
    assert staff.post(f"{page}sign/", {"signed_name": "오프로"}).status_code == 409
    for who, name in ((admin, "최하진"), (staff, "오프로")):
        assert who.post(f"{page}sign/", {"signed_name": name}).status_code == 303
    with scope(system("worker")):
        assert residency.run_licences() == 0
    with world.as_("programme"):
        from squaremile.residency.reads.licence_file import licence_file

        code = page.rstrip("/").rpartition("/")[2]
        assert (licence_file(code).terms.most_people, licence_file(code).terms.rent) == (3, 500_000)
        with pytest.raises(Exception, match="taken"):
            residency.make_offer(
                company=residency.open_record(organisation="SAEBOM").code, spots=["R201-B2"], start=MONDAY + 60 * DAY,
                end=MONDAY + 90 * DAY, until=MONDAY + DAY, price_version=prices, permitted_use="x", most_people=1,
            )
    with clock.as_of(MONDAY + 40 * DAY):
        with scope(system("worker")):
            assert residency.run_licences() == 2
            assert residency.run_licences() == 0
        with world.as_("programme"):
            after = licence_file(code)
            assert (after.terms.most_people, after.terms.rent, after.terms.last_day) == (5, 1_000_000, date(2028, 6, 30))
            assert {place.code for place in after.places} == {"R201-B1", "R201-B2"}
            assert after.faults == ()
            assert [len(paper.hands) for paper in after.papers] == [2, 2]
    assert admin.get(f"{page}documents/1/").content != admin.get(f"{page}documents/2/").content
    english = browser(world, "programme", "en").get(page).content.decode()
    assert "Place added: R201-B2" in english and "자리 추가" not in english
    assert "자리 추가: R201-B2" in staff.get(page).content.decode()


def test_places_are_chosen_by_floor_with_who_has_them(world, prices, company):
    page = offered(world, company, prices)
    staff = browser(world, "programme", "ko")
    shown = staff.get("/residency/licences/offer/").content.decode()
    assert shown.count('name="spots"') == shown.count('data-sift-target="item"') >= 2
    kept = next(one for one in shown.split("<label") if 'value="R201-B1"' in one)
    assert "한빛" in kept and "hanbit" in kept, "who has it, to read and to search for"
    again = staff.post("/residency/licences/offer/", {**OFFER, "company": company, "price_version": prices, "deposit": "1.5"})
    assert (again.status_code, "KRW에는" in again.content.decode()) == (422, True)
    assert 'value="R201-B1" checked' in again.content.decode()
    assert browser(world, "finance", "ko").post(f"{page}deposit/", {"amount": "1,000원", "paid_on": "2027-03-01"}).status_code == 303
    with world.as_("programme"):
        assert DepositPayment.objects.get().amount == 1000


def test_a_withdrawn_amendment_frees_what_it_kept(world, prices, company):
    page = offered(world, company, prices)
    _, staff = begun(world, page)
    said = {"reason": "확장", "effective_on": "2027-04-01", "adds": ["R201-B2"], "gives_up": ["R201-B1"]}
    assert staff.post(f"{page}amend/", said).status_code == 303
    with world.as_("programme"):
        change = Licence.objects.get().amendments.get().code
        residency.withdraw_amendment(amendment=change)
        kept = LicencePlace.objects.filter(live=True).values_list("place__code", "given_up_by")
        assert list(kept) == [("R201-B1", None)]


def test_notice_cuts_the_licence_and_ends_it_on_its_day(world, prices, company):
    page = offered(world, company, prices)
    admin, _ = begun(world, page)
    said = {"last_day": "2027-05-31", "reason": "이전"}
    assert admin.post(f"{page}notice/", {**said, "last_day": "2027-03-20"}).status_code == 409
    assert admin.post(f"{page}notice/", said).status_code == 303
    assert admin.post(f"{page}notice/", said).status_code == 409
    with scope(system("worker")):
        residency.run_licences()
    with world.as_("programme"):
        found = Licence.objects.get()
        assert (found.state, f"{found.period.end:%Y-%m-%d %H:%M}") == ("in_force", "2027-05-31 15:00")
        leaving = Departure.objects.get().code
    with world.as_("safety"):
        line = residency.count_line(departure=leaving, kind="decontamination", what="벤치", unit="certificate", opening=Decimal(1)).code
        residency.clear_line(clearance_line=line, amount=Decimal(1))
        residency.sign_line(clearance_line=line)
    with clock.as_of(MONDAY + 95 * DAY):
        with scope(system("worker")):
            residency.run_licences()
        with world.as_("programme"):
            assert (Licence.objects.get().state, LicencePlace.objects.get().live) == ("ended", False)


def test_a_terminated_suspension_ends_the_licence(world, prices, company):
    page = offered(world, company, prices)
    begun(world, page)
    with world.as_("director"):
        told = residency.give_notice(company=company, ground="danger", says_ko="위험").code
        for state in ("suspended", "terminated"):
            residency.settle_notice(suspension=told, state=state)
    from squaremile.published.residency import StandingChanged
    from squaremile.residency.handlers.licences import licence_terminated
    from squaremile.residency.models import Suspension

    with scope(system("worker")):
        found = Suspension.objects.get()
        licence_terminated(StandingChanged(found.company_id, found.id, "terminated"))
        assert Licence.objects.get().state == "ended"


def test_an_accepted_applicant_signs_with_the_account_she_was_invited_to(world, prices):
    call = opened_call(world)
    code = in_review(world, call, EMAIL)
    with world.as_("programme"):
        residency.decide_application(application=code, outcome="accept", reasons="좋음")
        company = Company.objects.get(applications__code=code).code
    early = browser(world, "programme").post("/residency/licences/offer/", {**OFFER, "company": company, "price_version": prices})
    assert early.status_code == 422
    with world.as_("programme"):
        residency.tell_decision(application=code)
    page = offered(world, company, prices)
    with scope(system("worker")):
        letter = Mail.objects.filter(to=EMAIL).order_by("-id").first().body
    with scope(system("auth")):
        core.accept_invitation(
            secret=letter.partition("/invitation/")[2].partition("/")[0], name_ko="김대표", name_en="Kim", password=PASSWORD
        )
        world.people["her"] = User.objects.get(email=EMAIL).id
    her = browser(world, "her", "ko")
    for words in ("새싹바이오", "R201-B1", "500,000원"):
        assert words in her.get(page).content.decode()
    assert her.post(f"{page}answer/", {"accept": "yes"}).status_code == 303
    assert her.post(f"{page}sign/", {"signed_name": "김대표"}).status_code == 303
    assert browser(world, "programme").post(f"{page}sign/", {"signed_name": "오프로"}).status_code == 303


def test_whoever_holds_the_document_learns_whether_it_was_signed_and_nothing_of_whom(world, prices, company):
    page = offered(world, company, prices)
    admin, _ = signed(world, page)
    content, anybody = admin.get(f"{page}documents/1/").content, browser(world, "", "ko")
    digest, code = hashlib.sha256(content).hexdigest(), page.rstrip("/").rpartition("/")[2]
    put_in = anybody.post("/public/verify/", {"file": SimpleUploadedFile("a.pdf", content, "application/pdf")}).content.decode()
    by_digest = anybody.get(f"/public/verify/{digest}/").content.decode()
    for shown in (put_in, by_digest):
        assert code in shown and 'class="note ok"' in shown
        assert [word for word in ("한빛", "최하진", "오프로", "R201") if word in shown] == []
    changed = anybody.post("/public/verify/", {"file": SimpleUploadedFile("a.pdf", content + b" ", "application/pdf")}).content.decode()
    assert code not in changed and 'class="note stop"' in changed
    assert anybody.post("/public/verify/", {"digest": "x"}).status_code == 422
    plain = [anybody.get(f"/public/verify/{which}/").content.decode().count("note") for which in (code, "LI-NOBODYKN")]
    assert plain[0] == plain[1]
    with world.as_("programme"):
        from squaremile.residency.reads.licence_file import verdict

        assert verdict(digest).whole and verdict(digest).by_both and not verdict(digest).superseded


def test_the_public_site_shows_the_prices_that_hold_today(world, prices):
    shown = browser(world, "", "ko").get("/public/prices/").content.decode()
    assert "500,000원" in shown and "600,000원" not in shown
