"""Pages of liaison work: each role in both languages, what a rival gets, and what each side reads."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.network import operations as network
from tests.pages.network.liaison.conftest import Story
from tests.pages.network.liaison.experts import expert_browser
from tests.world import MONDAY, PEOPLE, World

LIAISON = ("site_director", "programme")
OVERSEES = (*LIAISON, "auditor")


def addresses(story: Story) -> dict[str, str]:
    """Address → who may open it: look, oversee, liaise, ledger, own (its own company and those who oversee)."""
    member, code = "/network/relationships/HANBIT/", story.introduction
    return {
        "/network/relationships/": "look", "/network/introductions/": "look", "/network/tiers/": "look",
        "/network/ledger/": "look", "/network/ledger.csv": "ledger", "/network/relationships/today/": "oversee",
        "/network/ledger/activities/": "oversee", "/network/relationships/open/": "liaise", "/network/tiers/new/": "liaise",
        "/network/tiers/GOLD/": "liaise", "/network/ledger/credit/": "liaise", "/network/ledger/close/": "liaise",
        "/network/ledger/activities/new/": "liaise", "/network/ledger/activities/CAMPUS/": "liaise",
        f"/network/ledger/credits/{story.credit}/reverse/": "liaise", member: "own", f"{member}admit/": "liaise",
        f"{member}director/": "liaise", f"{member}log/": "liaise", f"{member}promise/": "liaise",
        f"{member}introduce/": "ask", f"/network/memberships/{story.membership}/renew/": "liaise",
        f"/network/memberships/{story.membership}/end/": "liaise", f"/network/memberships/{story.membership}/contacts/": "liaise",
        f"/network/interactions/{story.interaction}/": "liaise", f"/network/promises/{story.promise}/": "own",
        f"/network/introductions/{code}/": "own", f"/network/introductions/{code}/approve/": "liaise",
        f"/network/introductions/{code}/refuse/": "liaise", f"/network/introductions/{code}/close/": "ask",
        "/network/contacts/PE-USER/": "look",
    }  # fmt: skip


def expected(role: str, company: str, rule: str) -> int:
    if rule == "look":
        return 200
    if rule == "ledger":
        return 200 if role in (*OVERSEES, "finance") else 403
    if rule == "oversee":
        return 200 if role in OVERSEES else 403
    if rule == "liaise":
        return 200 if role in LIAISON else 403
    if rule == "own":
        return 200 if role in OVERSEES or company == "HANBIT" else 404
    if company:
        return 200 if company == "HANBIT" else 404
    return 200 if role in LIAISON else 403


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(enter, story: Story, who, language):
    role, company = PEOPLE[who]
    client = enter(who, language)
    rules = addresses(story)
    got = {address: client.get(address).status_code for address in rules}
    assert got == {address: expected(role, company, rule) for address, rule in rules.items()}


def test_visitors_are_led_to_sign_in(enter, story: Story):
    for address in addresses(story):
        assert enter().get(address)["location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize(("language", "minutes", "notes"), [("ko", "회의록 본문", "내부 메모"), ("en", "Body of the minutes", "Internal memo")])
def test_a_company_reads_the_minutes_and_never_the_notes(enter, story: Story, language, minutes, notes):
    page = enter("hana", language).get("/network/relationships/HANBIT/").content.decode()
    assert minutes in page
    assert notes not in page
    assert ("내부 검토" if language == "ko" else "Internal review") not in page
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-7", page), "keys are never shown"
    page = enter("programme", language).get("/network/relationships/HANBIT/").content.decode()
    assert minutes in page
    assert notes in page


def test_a_rival_sees_her_own_relationship_alone(enter, story: Story):
    page = enter("sujin").get("/network/relationships/").content.decode()
    assert "Saebom" in page
    assert "Hanbit" not in page
    assert "Prof Moon" not in enter("sujin").get("/network/introductions/").content.decode()
    assert "Cartilage talk" not in enter("sujin").get("/network/contacts/PE-USER/").content.decode()
    assert "Cartilage talk" in enter("hana").get("/network/contacts/PE-USER/").content.decode()


def test_a_rivals_page_is_told_like_one_that_does_not_exist(enter, story: Story):
    client, pages = enter("sujin"), []
    for code in (story.introduction, "IT-00000000"):
        page = client.get(f"/network/introductions/{code}/").content.decode().replace(code, "CODE")
        pages.append(re.sub(r'(content|value)="[^"]*"', "", page))
    assert pages[0] == pages[1]


class TestForms:
    """Each form writes, and shows a refusal beside what was typed."""

    def test_admit_renew_and_end(self, enter, story: Story):
        client = enter("programme")
        refused = client.post("/network/relationships/HANBIT/admit/", {"tier": "GOLD", "start": "2027-03-01T09:00"})
        assert refused.status_code == 409
        assert "has a membership in that period already" in refused.content.decode()
        assert client.post("/network/relationships/SAEBOM/admit/", {"tier": "GOLD", "start": "2027-03-01T09:00"}).status_code == 303
        assert client.post(f"/network/memberships/{story.membership}/renew/", {"tier": ""}).status_code == 303
        assert client.post(f"/network/memberships/{story.membership}/contacts/", {"policy_contact": "PE-USER"}).status_code == 303
        assert client.post(f"/network/memberships/{story.membership}/end/", {"reason": ""}).status_code == 422
        assert client.post(f"/network/memberships/{story.membership}/end/", {"reason": "합병"}).status_code == 303
        assert "합병" in enter("hajin").get("/network/relationships/HANBIT/").content.decode()

    def test_director_tiers_and_opening(self, enter, story: Story):
        client = enter("director")
        assert client.post("/network/relationships/HANBIT/director/", {"director": "hana@example.org"}).status_code == 409
        assert client.post("/network/relationships/HANBIT/director/", {"director": "director@example.org"}).status_code == 303
        tier = {"name_en": "Silver", "dues": 100, "currency": "USD", "faculty_meetings": 1, "visit_days": 0, "symposium_seats": 0, "searches": 0}
        assert client.post("/network/tiers/new/", tier).status_code == 303
        assert client.post("/network/tiers/GOLD/", tier | {"active": "on"}).status_code == 303
        assert "$1.00" in client.get("/network/tiers/").content.decode()
        opened = client.post("/network/relationships/open/", {"member": "PN-OUT"})
        assert opened["location"] == "/network/relationships/PN-OUT/"
        assert client.get(opened["location"]).status_code == 200

    def test_log_and_mend(self, enter, story: Story):
        client = enter("programme")
        log = {"kind": "visit", "at": "2027-03-01T08:00", "title_ko": "방문", "length": 30, "units": 1, "follow_up": "on"}
        assert client.post("/network/relationships/HANBIT/log/", log).status_code == 303
        mended = {"title_ko": "연골 협의", "length": 60, "units": 1, "attendees": "PE-MAIL", "minutes_ko": "고친 회의록"}
        assert client.post(f"/network/interactions/{story.interaction}/", mended).status_code == 303
        assert "고친 회의록" in enter("hana", "ko").get("/network/relationships/HANBIT/").content.decode()

    def test_promises(self, enter, story: Story):
        client = enter("programme")
        made = {"what_ko": "답하기", "due": "2027-03-09", "owner_kind": "staff"}
        assert client.post("/network/relationships/HANBIT/promise/", made).status_code == 303
        assert "My open promises" in client.get("/network/relationships/").content.decode()
        settle = {"ended": "kept", "grounds": "3월 1일 메일"}
        assert enter("hana").post(f"/network/promises/{story.promise}/", settle).status_code == 303
        assert enter("hana").post(f"/network/promises/{story.promise}/", settle).status_code == 409
        assert "3월 1일 메일" in enter("hana").get(f"/network/promises/{story.promise}/").content.decode()
        assert enter("hana").get(f"/network/promises/{story.internal}/").status_code == 404

    def test_introductions(self, enter, story: Story):
        hana, staff, here = enter("hana"), enter("programme"), f"/network/introductions/{story.waiting}/"
        assert staff.post(f"{here}approve/", {"expert": "PE-MAIL", "message_ko": "x"}).status_code == 303
        assert staff.post(f"{here}ask-again/").status_code == 303
        assert staff.get(f"{here}record/").status_code == 200
        assert staff.post(f"{here}record/", {"answer": "accept", "heard": ""}).status_code == 422
        assert hana.post(f"{here}met/").status_code == 409
        assert hana.post(f"{here}withdraw/").status_code == 303
        again = {"lab": "LB-1", "reason_ko": "다시", "anonymous": "on"}
        assert hana.post("/network/relationships/HANBIT/introduce/", again).status_code == 303

    def test_ledger(self, enter, story: Story):
        client = enter("programme")
        line = {"expert": "PE-MAIL", "activity": "VIDEO", "minutes": 30, "evidence": "통화 기록"}
        assert client.post("/network/ledger/credit/", line).status_code == 303
        assert client.post(f"/network/ledger/credits/{story.credit}/reverse/", {"reason": "이중 적립"}).status_code == 303
        assert client.post("/network/ledger/close/", {"year": 2027, "currency": "KRW"}).status_code == 409
        assert client.post("/network/ledger/activities/new/", {"name_en": "Panel", "points": "1.5", "fixed": "on"}).status_code == 303
        assert client.post("/network/ledger/activities/CAMPUS/", {"name_en": "Campus", "points": "2.5", "active": "on"}).status_code == 303
        page = client.get("/network/ledger/").content.decode()
        assert "이중 적립" in page
        table = enter("finance").get("/network/ledger.csv?year=2027").content.decode()
        assert "PE-MAIL" in table


def test_the_board_shows_what_waits(enter, story: Story):
    page = enter("programme").get("/network/relationships/today/").content.decode()
    for words in ("Requests to pass on or send back", "Late promises", "Due within a week"):
        assert words in page
    assert "Nothing waits today" not in page


def test_an_expert_answers_on_her_page(world: World, story: Story):
    client, here = expert_browser(story.cast), f"/network/introductions/{story.introduction}/"
    page = client.get(here).content.decode()
    assert "They would like to meet" in page
    assert "Hanbit" not in page
    assert "Secret reason" not in page
    assert client.post(f"{here}answer/", {"answer": "accept"}).status_code == 303
    page = client.get(here).content.decode()
    assert "hana@example.org" in page
    with world.as_("hana"):
        network.record_introduction_met(introduction=story.introduction)
    assert client.post(f"{here}rate/", {"useful": "yes", "goes_on": "yes"}).status_code == 303
    balance = client.get("/network/ledger/").content.decode()
    assert "My balance" in balance
    assert "3.00" in balance


LISTS = (
    "/network/relationships/", "/network/relationships/HANBIT/", "/network/introductions/", "/network/ledger/",
    "/network/relationships/today/", "/network/contacts/PE-MAIL/", "/network/tiers/",
)  # fmt: skip


def one_more(world: World, n: int) -> None:
    """A row more in every list."""
    with world.as_("programme"):
        network.add_partner(code=f"PN-{n}", kind="company", name_en=f"Partner {n}")
        network.add_tier(name_en=f"Tier {n}", dues=n)
        network.admit_member(member=f"PN-{n}", tier="GOLD", start=MONDAY - timedelta(days=300))
        network.make_promise(member=f"PN-{n}", what_en="x", due=date(2027, 3, 2), owner_kind="person", owner_code="PE-MAIL")
        network.log_interaction(
            member="HANBIT", kind="meeting", at=MONDAY - timedelta(days=n), title_en="Talk", attendees="PE-MAIL, PE-USER",
            staff_notes_en="x",
        )
        network.request_introduction(member=f"PN-{n}", expert="PE-MAIL", reason_en="x")
        network.credit_activity(expert="PE-MAIL", activity="VIDEO", minutes=5, evidence="x")


def test_pages_cost_the_same_for_few_and_many(enter, story: Story, world: World):
    def cost(address: str) -> int:
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        return len(counted)

    client = enter("programme")
    one_more(world, 1)
    few = {address: cost(address) for address in LISTS}
    for n in (2, 3):
        one_more(world, n)
    assert {address: cost(address) for address in LISTS} == few
    assert max(few.values()) <= 32
