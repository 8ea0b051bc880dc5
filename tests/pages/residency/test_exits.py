"""Exits on their pages: the planner, the board, clearance to nothing, the deposit, and the proof on paper."""

import pytest

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import ClearanceLine, Deduction, Departure
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from squaremile.safety import operations as safety
from tests.pages.people import browser
from tests.residency.papers import on_paper
from tests.world import MONDAY, PEOPLE

SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    made = on_paper(world, paid=(5_000_000,))
    with world.as_("programme"):
        residency.set_people_terms(company=made, seats=9, notice_months=3, deposit_minor=5_000_000)
        return made


@pytest.fixture
def leaving(world, company):
    page = f"/residency/companies/{company}/exit/"
    admin = browser(world, "hajin", "ko")
    assert admin.post(page, {"last_day": "2027-04-01"}).status_code == 409
    given = admin.post(page, {"last_day": "2027-08-31", "destination": "오송"})
    assert given.status_code == 303
    return given["location"].split("/")[-2]


def line(world, kind):
    with world.as_("director"):
        return ClearanceLine.objects.get(kind=kind).code


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, company, leaving, who, language):
    _role, home = PEOPLE[who]
    client, sees = browser(world, who, language), 200 if not home or home == "HANBIT" else 404
    expected = {
        "/residency/exits/": 200, f"/residency/exits/{leaving}/": sees, f"/residency/exits/{leaving}/proof.pdf": sees,
        f"/residency/companies/{company}/exit/": sees, f"/residency/companies/{company}/exit/?last_day=2027-12-31": sees,
    }
    assert {address: client.get(address).status_code for address in expected} == expected
    shown = client.get("/residency/exits/").content.decode()
    assert (f"/residency/exits/{leaving}/" in shown) is (sees == 200)


def test_a_company_leaves_with_nothing_left(world, company, leaving):
    admin, page = browser(world, "hajin", "en"), f"/residency/exits/{leaving}/"
    assert "2027-05-31" in admin.get(f"/residency/companies/{company}/exit/").content.decode(), "counted back from the last day"
    for kind in KINDS:
        counted = {"kind": kind, "what": f"{kind} of the third floor", "opening": "2.5", "unit": "piece"}
        assert admin.post(f"{page}count/", counted).status_code == 303
        assert admin.post(f"/residency/clearance-lines/{line(world, kind)}/clear/", {"amount": "1.5"}).status_code == 303
    assert admin.post(f"{page}count/", {"kind": "keys", "what": "", "opening": "1", "unit": "piece"}).status_code == 422
    assert "2.5 - 1.5 = 1 piece" in browser(world, "safety", "en").get("/residency/exits/").content.decode()
    programme, finance = browser(world, "programme", "en"), browser(world, "finance", "en")
    refused = programme.post(f"{page}step/graduate/")
    assert refused.status_code == 409
    assert "chemicals: 2.5 - 1.5 = 1 piece" in refused.content.decode()
    for kind in KINDS:
        code = line(world, kind)
        assert admin.post(f"/residency/clearance-lines/{code}/clear/", {"amount": "1", "remark": "gone"}).status_code == 303
        assert browser(world, SIGNS[SIGNERS[kind]]).post(f"/residency/clearance-lines/{code}/sign/").status_code == 303
    assert "Zero balance." in admin.get(page).content.decode()
    assert finance.post(f"{page}deduct/", {"says": "A scratched wall", "amount_minor": "1,000,000"}).status_code == 303
    with world.as_("director"):
        taken = Deduction.objects.get().code
    assert admin.post(f"/residency/deductions/{taken}/dispute/", {"disputed_minor": "400,000"}).status_code == 303
    assert admin.post(f"/residency/deductions/{taken}/dispute/", {"disputed_minor": "much"}).status_code == 422
    assert programme.post(f"{page}step/graduate/").status_code == 303
    assert finance.post(f"{page}step/settle/").status_code == 409, "in dispute"
    assert admin.post(f"/residency/deductions/{taken}/dispute/", {"disputed_minor": "0"}).status_code == 303
    assert finance.post(f"{page}step/settle/").status_code == 303
    told = admin.get(page).content.decode()
    for words in ("4,000,000 KRW", "A scratched wall", "Cleared"):
        assert words in told
    for language in ("ko", "en"):
        paper = admin.get(f"{page}proof.pdf", {"lang": language})
        assert paper["content-type"] == "application/pdf"
        assert paper.content.startswith(b"%PDF")


def test_what_is_reopened_is_counted_anew_and_notice_may_be_withdrawn(world, company, leaving):
    admin, page = browser(world, "hajin"), f"/residency/exits/{leaving}/"
    admin.post(f"{page}count/", {"kind": "waste", "what": "none", "opening": "0", "unit": "litre"})
    code, safety = line(world, "waste"), browser(world, "safety")
    assert browser(world, "operator").post(f"/residency/clearance-lines/{code}/sign/").status_code == 403
    assert safety.post(f"/residency/clearance-lines/{code}/sign/").status_code == 303
    assert safety.post(f"/residency/clearance-lines/{code}/reopen/", {"remark": ""}).status_code == 422
    assert safety.post(f"/residency/clearance-lines/{code}/reopen/", {"remark": "한 통 발견"}).status_code == 303
    assert browser(world, "finance").post(f"{page}step/withdraw/").status_code == 403
    assert admin.post(f"{page}step/withdraw/").status_code == 303
    with world.as_("director"):
        assert Departure.objects.get().state == "withdrawn"


def test_a_line_that_was_counted_wrongly_is_counted_anew_with_a_reason(world, company, leaving):
    admin, page = browser(world, "hajin", "en"), f"/residency/exits/{leaving}/"
    admin.post(f"{page}count/", {"kind": "keys", "what": "Keys of the lab", "opening": "30", "unit": "piece"})
    code = line(world, "keys")
    anew = f"/residency/clearance-lines/{code}/recount/"
    assert f'action="{anew}"' in admin.get(page).content.decode()
    for unfit in ({"opening": "3", "remark": ""}, {"opening": "0", "remark": "none"}, {"opening": "many", "remark": "a nought too many"}):
        assert admin.post(anew, unfit).status_code == 422, unfit
    rival = {who: browser(world, who).post(anew, {"opening": "1", "remark": "x"}).status_code for who in ("hana", "sujin", "sora")}
    assert rival == {"hana": 403, "sujin": 404, "sora": 403}
    assert "30" in admin.get(page).content.decode()
    assert admin.post(anew, {"opening": "3", "remark": "A nought too many"}).status_code == 303
    assert "A nought too many" in admin.get(page).content.decode()
    assert "3 - 0 = 3 piece" in admin.get("/residency/exits/").content.decode()
    assert admin.post(f"/residency/clearance-lines/{code}/clear/", {"amount": "3"}).status_code == 303
    assert browser(world, "operator").post(f"/residency/clearance-lines/{code}/sign/").status_code == 303
    assert f'action="{anew}"' not in admin.get(page).content.decode(), "it is signed"
    assert browser(world, "operator").post(anew, {"opening": "4", "remark": "after all"}).status_code == 422


@pytest.mark.parametrize(
    ("language", "title", "says"), [("en", "Still here by the records", "1 container(s)"), ("ko", "기록에 아직 남아 있는 것", "1개")]
)  # fmt: skip
def test_what_the_records_still_hold_is_shown_while_it_leaves(world, company, leaving, language, title, says):
    page = f"/residency/exits/{leaving}/"
    admin, desk = browser(world, "hajin", language), browser(world, "safety", language)
    assert title not in admin.get(page).content.decode(), "nothing is left"
    with world.as_("safety"):
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        bottle = safety.receive_container(substance="67-64-1", place="R201", how_much="1 L", organisation="HANBIT").code
    for client in (admin, desk):
        panel = client.get(page).content.decode().partition(title)[2].partition("</ul>")[0]
        assert says in panel
    assert browser(world, "sujin", language).get(page).status_code == 404
    with world.as_("safety"):
        safety.dispose_container(container=bottle)
    assert title not in admin.get(page).content.decode()


def test_what_is_owed_is_recorded_once_and_corrected_on_the_page(world, leaving):
    with world.as_("finance"):
        residency.deduct(departure=leaving, says="벽 손상", amount_minor=5_400_000)
    client, page = browser(world, "finance", "en"), f"/residency/exits/{leaving}/"
    form = {"amount_minor": "400,000", "form_token": "t-1"}
    for _ in range(2):
        assert client.post(f"{page}owed/", form).status_code == 303
    assert client.post(f"{page}owed/", {"amount_minor": "100,000", "takes_back": "on"}).status_code == 422
    back = {"amount_minor": "100,000", "takes_back": "on", "says": "30만 원이었음"}
    assert client.post(f"{page}owed/", back).status_code == 303
    shown = client.get(page).content.decode()
    assert "Still owed beyond the deposit: 100,000 KRW" in shown
    assert "Taken back: -100,000 KRW" in shown
    assert f'action="{page}owed/" data-controller="once"' in shown
