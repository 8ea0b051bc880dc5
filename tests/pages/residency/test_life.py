"""Life in residence on its pages: staff, a company, a rival, a mentor and a sponsor with their keys."""

from datetime import timedelta

import pytest

from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Mentor, Sponsor
from tests.pages.people import browser
from tests.world import MONDAY

CRITERIA = [{"code": "team", "ko": "인력", "en": "Team", "weight": 1}]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def code(world):
    with world.as_("programme"):
        residency.set_stay_terms(criteria=CRITERIA)
        return residency.open_record(organisation="HANBIT").code


def link(address: str) -> str:
    with scope(system("worker")):
        body = Mail.objects.get(to=address).body
    return f"/door/enter/{body.partition('/door/enter/')[2].partition('/')[0]}/"


def test_a_companys_year(world, code):
    from squaremile.residency.reads import life

    staff, admin = browser(world, "programme", "ko"), browser(world, "hajin", "ko")
    page = f"/residency/companies/{code}/life/"
    assert admin.post(f"/residency/companies/{code}/milestones/", {"title_ko": "시제품", "due_on": "2027-06-01"}).status_code == 303
    assert admin.post(f"/residency/companies/{code}/milestones/", {"title_ko": "", "due_on": ""}).status_code == 422
    assert admin.post(f"/residency/companies/{code}/move-in/", {}).status_code == 403
    terms = life_terms(world)
    moved = {"moved_in_on": "2025-03-02", "stay_terms": terms}
    assert staff.post(f"/residency/companies/{code}/move-in/", moved).status_code == 303
    assert staff.post(f"/residency/companies/{code}/move-in/", moved).status_code == 409
    assert staff.post(f"/residency/companies/{code}/notices/", {"ground": "reporting", "says_ko": "보고가 늦습니다"}).status_code == 303
    shown = admin.get(page).content.decode()
    for words in ("시제품", "2025-03-02 + 24개월", "보고가 늦습니다", "2027-03-31까지"):
        assert words in shown
    with world.as_("programme"):
        from squaremile.residency.reads import companies

        first = life.of(companies.company(code).id).evaluations[0].code
    held = {"score_team": "80", "renew": "yes", "reason_ko": "달성"}
    assert staff.get(f"/residency/evaluations/{first}/").status_code == 200
    assert staff.post(f"/residency/evaluations/{first}/", {**held, "score_team": "101"}).status_code == 422
    assert staff.post(f"/residency/evaluations/{first}/", held).status_code == 303
    assert "80/100" in admin.get(page).content.decode()
    assert browser(world, "sujin").get(page).status_code == 404


def life_terms(world) -> str:
    from squaremile.residency.reads import life

    with world.as_("programme"):
        return life.terms()[0][0]


def test_terms_are_set_in_lines(world):
    staff = browser(world, "programme")
    said = {"base_months": "24", "extension_months": "12", "most_extensions": "2", "pass_mark": "70",
            "criteria_said": "team | 인력 | Team | 40"}  # fmt: skip
    assert staff.post("/residency/stay-terms/", said).status_code == 303
    assert staff.post("/residency/stay-terms/", {**said, "criteria_said": "team, 인력"}).status_code == 422
    assert "24 + 2 × 12" in staff.get("/residency/stay-terms/").content.decode()


def test_a_mentor_and_a_company_meet(world, code):
    staff, hana = browser(world, "programme", "ko"), browser(world, "hana", "ko")
    assert staff.post("/residency/mentors/new/", {"name_ko": "멘토님", "email": "m@example.org", "language": "ko"}).status_code == 303
    mentor = browser(world, "", "ko")
    assert mentor.get("/door/mentor/").status_code == 403
    assert mentor.get(link("m@example.org"), follow=True).redirect_chain[-1][0] == "/door/mentor/"
    assert mentor.post("/door/mentor/", {"start": "2027-03-02T10:00", "end": "2027-03-02T11:00"}).status_code == 303
    assert mentor.post("/door/mentor/", {"start": "2027-03-02T10:30", "end": "2027-03-02T11:30"}).status_code == 409
    page = hana.get("/residency/life/").content.decode()
    hour = page.partition("/residency/office-hours/")[2].partition("/")[0]
    assert hana.post(f"/residency/office-hours/{hour}/book/", {"topic": "제형 상담"}).status_code == 303
    assert "제형 상담" not in browser(world, "sora", "ko").get("/residency/life/").content.decode()
    assert "한빛바이오: 제형 상담" in mentor.get("/door/mentor/").content.decode()
    assert mentor.post(f"/door/mentor/office-hours/{hour}/close/", {"state": "held", "remark": "좋음"}).status_code == 303
    assert mentor.get("/residency/life/").status_code == 302
    assert mentor.post("/door/leave/").status_code == 200
    assert mentor.get("/door/mentor/").status_code == 403


def test_a_sponsor_sees_its_contract_and_listed_profiles(world, code):
    staff, sponsor = browser(world, "programme", "ko"), browser(world, "", "en")
    added = staff.post("/residency/sponsors/new/", {"name_ko": "후원사", "email": "s@example.org", "language": "en"})
    page = added["location"]
    said = {"start": "2027-03-01", "end": "2028-03-01", "tickets_a_year": "1", "events_a_year": "0"}
    assert staff.post(page, said).status_code == 303
    assert staff.post(f"{page}use/", {"kind": "ticket", "company": code}).status_code == 303
    assert staff.post(f"{page}use/", {"kind": "ticket", "company": code}).status_code == 409
    with world.as_("hajin"):
        residency.edit_profile(company=code, summary_ko="오가노이드", listed=True)
    sponsor.get(link("s@example.org"))
    home = sponsor.get("/door/sponsor/").content.decode()
    assert "0 of 1 golden tickets left" in home
    profile = f"/door/sponsor/profiles/{home.partition('/door/sponsor/profiles/')[2].partition('/')[0]}/"
    assert "오가노이드" in sponsor.get(profile).content.decode()
    assert "s@example.org" in browser(world, "hajin").get(f"/residency/companies/{code}/life/").content.decode()
    assert browser(world, "hajin").get(profile).status_code == 403
    assert browser(world, "finance").get(page).status_code == 200
    assert browser(world, "hana").get("/residency/sponsors/").status_code == 403
    with clock.as_of(MONDAY + timedelta(days=366)):
        assert sponsor.get("/door/sponsor/").status_code == 403


@pytest.mark.parametrize(
    ("path", "new", "home", "address"),
    [("mentors", {"name_ko": "멘토님"}, "/door/mentor/", "m@example.org"), ("sponsors", {"name_ko": "후원사"}, "/door/sponsor/", "s@example.org")],
)  # fmt: skip
def test_a_key_is_given_anew_and_the_earlier_one_ends(world, code, path, new, home, address):
    staff, outside = browser(world, "programme", "en"), browser(world, "", "en")
    assert staff.post(f"/residency/{path}/new/", {**new, "email": address, "language": "en"}).status_code == 303
    first = links(address)[0]
    assert outside.get(first, follow=True).redirect_chain[-1][0] == home
    with world.as_("director"):
        key = f"/residency/{path}/{(Mentor if path == 'mentors' else Sponsor).objects.get().code}/key/"
    for who in ("hajin", "sujin", "finance", "operator"):
        assert browser(world, who).post(key).status_code == 403, who
    assert staff.get(key).status_code == 405
    with clock.as_of(MONDAY + timedelta(days=1)):
        assert staff.post(key, {"email": "nobody"}).status_code == 422
        assert len(links(address)) == 1
        assert staff.post(key).status_code == 303
        assert outside.get(home).status_code == 403, "the earlier key has ended"
        second = links(address)[-1]
        assert second != first
        assert outside.get(second, follow=True).redirect_chain[-1][0] == home
        assert staff.post(f"/residency/{path}/XX-NOBODYKN/key/").status_code == 404


def links(address: str) -> list[str]:
    with scope(system("worker")):
        bodies = list(Mail.objects.filter(to=address).order_by("id").values_list("body", flat=True))
    return [f"/door/enter/{body.partition('/door/enter/')[2].partition('/')[0]}/" for body in bodies]
