"""People on their pages: the first day, the head count, checklists, and a leaver who loses every right in one step."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.booking import operations as booking
from squaremile.core import outbox, refs
from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import ChecklistEntry, Member, PeopleTerms
from squaremile.residency.reads import checklists
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    with world.as_("programme"):
        made = residency.open_record(organisation="HANBIT", licensed_until=date(2028, 2, 29)).code
        residency.set_people_terms(company=made, seats=2)
        return made


@pytest.fixture
def hana(world, company):
    with world.as_("hajin"):
        return residency.join(company=company, person=world.people["hana"], kind="office", title="연구 기획").code


def item(world, member, name):
    with world.as_("director"):
        return ChecklistEntry.objects.get(member__code=member, item=name).code


def person(world, who):
    return refs.ref("person", world.people[who])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, company, hana, who, language):
    role, home = PEOPLE[who]
    client, sees = browser(world, who, language), not home or home == "HANBIT"
    entry = item(world, hana, "house_rules")
    keeps = role in ("company_admin", "site_director", "programme", "lab_operations")
    ends = role in ("company_admin", "site_director", "lab_operations")
    expected = {
        "/residency/day-one/": 200, "/residency/people/": 200, f"/residency/people/?company={company}": 200 if sees else 404,
        f"/residency/members/{hana}/": 200 if sees else 404, f"/residency/members/{hana}/left/": 200 if sees else 404,
        f"/residency/members/{hana}/leave/": 403 if not ends else 200 if sees else 404,
        f"/residency/members/{hana}/edit/": 403 if not keeps else 200 if sees else 404,
        f"/residency/companies/{company}/people/join/": 403 if not keeps else 200 if sees else 404,
        f"/residency/companies/{company}/people/terms/": 200 if role in ("site_director", "programme") else 403,
        "/residency/checklists/": 403 if role == "scientist" else 200, "/residency/checklists/standard/": 403 if role == "scientist" else 200,
        f"/residency/checklist-entries/{entry}/sign/":
            403 if role in ("programme", "auditor") else 200 if sees and who != "haeun" else 404,
    }  # fmt: skip
    assert {address: client.get(address).status_code for address in expected} == expected


def test_her_first_day(world, company, hana):
    phone, safety = browser(world, "hana", "ko"), browser(world, "safety", "ko")
    first = phone.get("/residency/day-one/").content.decode()
    for words in ("안전 오리엔테이션과 확인 시험", "안전관리자", "장비 예약", "0 / 4"):
        assert words in first
    assert phone.post(f"/residency/members/{hana}/contact/", {"name": "김엄마"}).status_code == 422
    assert phone.post(f"/residency/members/{hana}/contact/", {"name": "김엄마", "phone": "010-1234-5678"}).status_code == 303
    assert phone.post(f"/residency/checklist-entries/{item(world, hana, 'house_rules')}/sign/").status_code == 303
    orientation = item(world, hana, "orientation")
    assert phone.post(f"/residency/checklist-entries/{orientation}/sign/").status_code == 403
    assert safety.post(f"/residency/checklist-entries/{orientation}/sign/", {"done_on": "2027-02-26"}).status_code == 303
    after = phone.get("/residency/day-one/").content.decode()
    for words in ("3 / 4", "75%", "김엄마", "2029-02-25까지 유효"):
        assert words in after
    seen = browser(world, "hajin", "ko").get(f"/residency/members/{hana}/").content.decode()
    assert "3 / 4" in seen
    assert "김엄마" not in seen


def test_the_gate_leads_to_the_list(world, company, hana):
    page = browser(world, "hana", "en").get("/book/new?equipment=CONFOCAL&start=2027-03-01T11:00&end=2027-03-01T12:00")
    assert "/residency/day-one/" in page.content.decode()


def test_seats_by_day_and_by_month(world, company, hana):
    admin = browser(world, "hajin", "en")
    page = f"/residency/people/?company={company}"
    joined = {"person": person(world, "haeun"), "kind": "scientist", "weekly_hours": "40", "joined_on": "2027-03-10", "work": ["lasers"]}
    answer = admin.post(f"/residency/companies/{company}/people/join/", joined)
    assert answer.status_code == 303
    shown = admin.get(page).content.decode()
    for words in ("1 / 2 seats", "2027-03-10", "53 seat-days ÷ 31 days = 1.71 seats", "Hana Kim", "Haeun Park", "연구 기획"):
        assert words in shown
    assert "22 seat-days ÷ 31 days = 0.71 seats" in admin.get(answer["location"]).content.decode()
    over = admin.post(f"/residency/companies/{company}/people/join/", {**joined, "person": person(world, "hajin")})
    assert over.status_code == 409
    assert "2 now + 1 = 3 &gt; 2 licensed" in over.content.decode()
    assert "over the licence" not in browser(world, "programme", "en").get("/residency/people/").content.decode()
    staff = browser(world, "programme", "en")
    assert staff.post(f"/residency/companies/{company}/people/terms/", {
        "seats": "1", "notice_months": "3", "deposit_minor": "1,500,000", "currency": "KRW", "since": "2027-03-10",
    }).status_code == 303  # fmt: skip
    assert "over the licence" in admin.get(page).content.decode()
    terms = {"seats": "1", "notice_months": "3", "deposit_minor": "12.5", "currency": "KRW", "since": "2027-03-11"}
    assert staff.post(f"/residency/companies/{company}/people/terms/", terms).status_code == 422, "the won has no fraction"
    assert staff.post(f"/residency/companies/{company}/people/terms/", {**terms, "currency": "USD"}).status_code == 303
    with world.as_("programme"):
        assert list(PeopleTerms.objects.order_by("since").values_list("deposit_minor", flat=True))[-2:] == [1_500_000, 1_250]


def test_a_change_of_work_and_a_list_of_the_company(world, company, hana):
    admin = browser(world, "hajin", "ko")
    assert admin.post(f"/residency/members/{hana}/edit/", {"kind": "scientist", "work": ["lasers"], "weekly_hours": "20"}).status_code == 303
    assert "레이저 안전 교육과 눈 검사" in admin.get(f"/residency/members/{hana}/").content.decode()
    assert admin.post(f"/residency/companies/{company}/people/list/", {"work": ["chemicals"]}).status_code == 303
    shown = admin.get(f"/residency/people/?company={company}").content.decode()
    assert "배상책임보험 증권" in shown
    with world.as_("director"):
        certificate = ChecklistEntry.objects.get(item="insurance_certificate").code
    desk, address = browser(world, "operator", "ko"), f"/residency/checklist-entries/{certificate}/sign/"
    assert desk.post(address).status_code == 422
    paper = SimpleUploadedFile("policy.pdf", b"%PDF-1.7 x", content_type="application/pdf")
    assert desk.post(address, {"file": paper}).status_code == 303
    assert "policy.pdf" in admin.get(f"/residency/people/?company={company}").content.decode()
    assert desk.post(f"/residency/checklist-entries/{certificate}/reopen/", {"remark": "만료된 증권"}).status_code == 303
    assert desk.post(f"/residency/checklist-entries/{certificate}/waive/", {"remark": "본사 보험으로 갈음"}).status_code == 303


def test_the_board_says_who_waits_for_whom(world, company, hana):
    safety, admin = browser(world, "safety", "ko"), browser(world, "hajin", "ko")
    own = safety.get("/residency/checklists/").content.decode()
    assert "안전 오리엔테이션과 확인 시험" in own
    assert "비상구, 세안기" not in own
    assert "비상구, 세안기" in safety.get("/residency/checklists/?desk=operations").content.decode()
    with clock.as_of(MONDAY + timedelta(days=3)):
        assert "늦음" in safety.get("/residency/checklists/").content.decode()
    assert "김하나" in admin.get("/residency/checklists/?desk=safety").content.decode()
    assert "김하나" not in browser(world, "sujin", "ko").get("/residency/checklists/?desk=safety").content.decode()


def test_the_standard_list_is_declared_anew(world, company):
    safety, page = browser(world, "safety", "en"), "/residency/checklists/standard/"
    tea = {
        "code": "tea", "ko": "다과 위치 안내", "en": "Shown where tea is", "doer": "operations", "signs": "operations",
        "about": "person", "anchor": "start", "due": "1", "blocks": ["badge"], "applies_if": ["lab", "minor"],
    }  # fmt: skip
    sent = {"row-TOTAL_FORMS": "3", "row-INITIAL_FORMS": "1"} | {f"row-0-{name}": value for name, value in tea.items()}
    assert "row-0-code" in safety.get(page).content.decode()
    assert safety.post(page, {**sent, "row-0-signs": "nobody"}).status_code == 422
    assert safety.post(page, {**sent, "row-0-en": ""}).status_code == 422
    assert safety.post(page, {**sent, "row-0-code": "차"}).status_code == 422
    assert safety.post(page, {**sent, **{f"row-1-{name}": value for name, value in tea.items()}}).status_code == 422, "twice"
    assert safety.post(page, sent).status_code == 303
    shown = safety.get(page).content.decode()
    for words in ("Version 1", "Shown where tea is", "works in a laboratory, under 19", 'value="다과 위치 안내"'):
        assert words in shown
    with world.as_("safety"):
        (item,) = checklists.in_force().items
        assert (item.due, item.blocks, item.applies_if, item.lasts) == (1, ("badge",), ("lab", "minor"), None)
    more = {f"row-1-{name}": value for name, value in {**tea, "code": "coffee"}.items()}
    assert safety.post(page, {**sent, **more, "row-0-DELETE": "on"}).status_code == 303
    with world.as_("safety"):
        assert [one.code for one in checklists.in_force().items] == ["coffee"]
    assert browser(world, "hajin").post(page, sent).status_code == 403


def test_badges_go_out_and_come_back(world, company, hana):
    desk, page = browser(world, "operator", "en"), f"/residency/members/{hana}/passes/"
    badge = {"kind": "badge", "pass_number": "0451", "expires_on": "2028-01-01", "zones_said": "2F, 3F"}
    assert desk.post(page, badge).status_code == 409, "her list keeps it shut"
    phone = browser(world, "hana")
    phone.post(f"/residency/members/{hana}/contact/", {"name": "김엄마", "phone": "010"})
    phone.post(f"/residency/checklist-entries/{item(world, hana, 'house_rules')}/sign/")
    browser(world, "safety").post(f"/residency/checklist-entries/{item(world, hana, 'orientation')}/sign/")
    assert desk.post(page, {**badge, "expires_on": ""}).status_code == 422
    assert desk.post(page, badge).status_code == 303
    assert "2F, 3F" in browser(world, "hajin", "en").get(f"/residency/members/{hana}/").content.decode()
    with world.as_("director"):
        code = Member.objects.get(code=hana).passes.get().code
    assert desk.post(f"/residency/passes/{code}/back/", {"state": "returned"}).status_code == 303
    assert desk.post(f"/residency/passes/{code}/back/", {"state": "returned"}).status_code == 409


def test_a_leaver_is_told_before_and_recorded_after(world, company, hana):
    browser(world, "safety").post(f"/residency/checklist-entries/{item(world, hana, 'orientation')}/sign/")
    with world.as_("hana"):
        kept = booking.reserve(equipment="CONFOCAL", start=MONDAY + 30 * HOUR, end=MONDAY + 31 * HOUR).code
    with world.as_("hajin"):
        haeun = residency.join(company=company, person=world.people["haeun"], kind="office").code
    browser(world, "safety").post(f"/residency/checklist-entries/{item(world, haeun, 'orientation')}/sign/")
    admin, page = browser(world, "hajin", "ko"), f"/residency/members/{hana}/leave/"
    bare = admin.get(page).content.decode()
    for words in ("1건", "반납", "바로 끝납니다", "연구원"):
        assert words in bare
    english = browser(world, "hajin", "en")
    shut = english.get(page, {"hand_over_to": person(world, "hajin")}).content.decode()
    assert "given back" in shut
    assert "handed over" not in shut
    taken = english.get(page, {"hand_over_to": person(world, "haeun")}).content.decode()
    assert "handed over" in taken
    assert "given back" not in taken.partition("To come back")[0].partition("bookings to come")[2]
    later = admin.get(page, {"last_day": "2027-03-05"}).content.decode()
    assert "2027-03-05" in later
    assert "0건" in later
    assert admin.post(page, {"last_day": "2027-02-01"}).status_code == 422
    done = admin.post(page, {"hand_over_to": person(world, "haeun")})
    assert (done.status_code, done["location"]) == (303, f"/residency/members/{hana}/left/")
    with clock.as_of(MONDAY + HOUR / 60):
        outbox.deliver()
        told = admin.get(done["location"]).content.decode()
    for words in ("구성원 떠남", "회사에서 내보내기", "동료에게 예약 넘기기", "박하은", kept, "출입증 반납", "이 회사에서 맡은 역할이 없습니다"):
        assert words in told
    assert browser(world, "hana").get(f"/residency/members/{hana}/").status_code in (403, 404)


def test_the_lists_cost_the_same_for_one_and_three(world, company, hana):
    admin, costs = browser(world, "hajin"), []
    addresses = ("/residency/people/", f"/residency/people/?company={company}", "/residency/checklists/?desk=safety")
    for who in ((), ("haeun",)):
        with world.as_("hajin"):
            for one in who:
                residency.join(company=company, person=world.people[one])
        cost = []
        for address in addresses:
            admin.get(address)
            with CaptureQueriesContext(connection) as asked:
                admin.get(address)
            cost.append(len(asked))
        costs.append(cost)
    assert costs[0] == costs[1]
