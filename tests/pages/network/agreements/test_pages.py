"""Pages of agreements and KPIs: every role in both languages, what rivals get, acts and exports."""

import io
import re
from datetime import date

import pytest
from openpyxl import load_workbook

from squaremile.network import operations as network
from squaremile.network.models import Agreement, AgreementSummary, ClockSetting, CommitmentEntry
from squaremile.web.pages.network.agreements.acts import ACTS
from tests.network.agreements.making import draft, promise, signed
from tests.world import PEOPLE

pytestmark = pytest.mark.usefixtures("at_monday")
LIAISON = ("director", "programme")
ANSWERS = (*LIAISON, "auditor")
OWN = ("sora", "sujin")
KOREAN = re.compile(r"[가-힣]")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(enter, kept, who, language):
    client = enter(who, language)
    answers, keeps, sees = who in ANSWERS, who in LIAISON, who in (*ANSWERS, *OWN)
    one = f"/network/agreements/{kept['signed']}/"
    reports = keeps or PEOPLE[who][0] == "company_admin"
    expected = {
        "/network/agreements/": 200, "/network/agreements/export.csv": 200, "/network/agreements/export.xlsx": 200,
        "/network/kpis/": 200, "/network/kpis/public/": 200, one: 200 if sees else 404,
        f"/network/agreements/{kept['draft']}/": 200 if sees else 404,
        f"/network/agreements/{kept['public']}/": 200, "/network/agreements/NOBODY/": 404,
        "/network/agreements/new/": 200 if keeps else 403, f"{one}edit/": 200 if keeps else 403,
        f"{one}files/{kept['paper']}/": 200 if sees else 404,
        f"{one}commitments/{kept['commitment']}/record/": 200 if keeps or who == "sujin" else 404 if reports else 403,
        f"{one}commitments/CM-NO/record/": 404 if reports else 403,
        **{f"/network/agreements/{part}/": 200 if answers else 403 for part in ("promises", "lapses", "council", "clocks")},
        **{f"{one}{act}/": 200 if keeps else 403 for act in ACTS if act != "papers"},
        f"{one}papers/": 200 if keeps or who == "sujin" else 404 if reports else 403,
    }  # fmt: skip
    assert {address: status(client, address) for address in expected} == expected


def status(client, address: str) -> int:
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_visitors_see_public_figures_and_are_led_to_sign_in_elsewhere(enter, kept, world):
    client = enter()
    assert "No figures are public yet" in client.get("/network/kpis/public/").content.decode()
    for address in ("/network/agreements/", "/network/kpis/", f"/network/agreements/{kept['signed']}/"):
        assert client.get(address)["location"] == f"/accounts/login/?next={address}"
    assert enter("programme").post("/network/kpis/publish/").status_code == 303
    page = client.get("/network/kpis/public/").content.decode()
    assert "2027-03-01" in page and "withheld" in page and "Saebom" not in page
    assert enter("hana").post("/network/kpis/publish/").status_code == 403


def test_rivals_do_not_learn_that_an_agreement_exists(enter, kept):
    client = enter("hana", "ko")
    page = client.get("/network/agreements/").content.decode()
    assert "공개 협약" in page and "비밀 초안" not in page and "서명한 협약" not in page
    theirs, nobodys = (
        re.sub(r'(content|value)="[^"]*"', "", client.get(f"/network/agreements/{code}/").content.decode()).replace(code, "")
        for code in (kept["draft"], "NOBODY")
    )
    assert theirs == nobodys
    summary = client.get(f"/network/agreements/{kept['public']}/").content.decode()
    assert "함께 연구합니다" in summary and "연프로" not in summary


@pytest.mark.parametrize("address", [
    "", "promises/", "council/?start=2027-01-01&end=2027-03-01", "clocks/", "lapses/", "{signed}/",
    "promises/?by=kind&column=investment", "new/", "{signed}/commitments/",
])  # fmt: skip
def test_english_pages_are_english_and_korean_ones_korean(enter, kept, world, address):
    with world.as_("programme"):
        made = signed(world, title_ko="끝난 협약", title_en="Ended one")
        network.end_agreement(agreement=made.code, ending="lapsed", reason="no funds", lesson_ko="배움", lesson_en="Learnt")
    address = f"/network/agreements/{address.format(**kept)}"
    english = re.sub(r"<(script|style).*?</\1>", "", enter("programme", "en").get(address).content.decode(), flags=re.S)
    main = re.sub(r"<[^>]+>", " ", english.partition("<main")[2].partition("</main>")[0])
    assert KOREAN.findall(main.replace("금재무", "")) == []
    korean = enter("programme", "ko").get(address).content.decode().partition("<main")[2].partition("</main>")[0]
    said = re.sub(r"<[^>]+>", " ", korean)
    for left in ("Agreement", "Promised", "Arrived", "Signed", "Due on", "Parties", "What ", "Kind", "Reason"):
        assert left not in said, left


def test_kpis_in_both_languages(enter, kept):
    english = enter("director").get("/network/kpis/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert KOREAN.findall(re.sub(r"<[^>]+>", " ", english)) == []
    korean = enter("director", "ko").get("/network/kpis/").content.decode()
    assert "실현율" in korean and "기준일" in korean


@pytest.mark.parametrize("address", ["", "promises/?party=SAEBOM", "council/", "clocks/", "lapses/"])
def test_lists_cost_the_same_for_few_and_many(enter, world, address, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = enter("programme"), []
    client.get(f"/network/agreements/{address}")
    for rows in (1, 2):
        with world.as_("programme"):
            for n in range(rows):
                made = signed(world, title_ko=f"협약 {rows}{n}")
                promise(made)
                network.end_agreement(agreement=made.code, ending="lapsed", reason="왜")
                promise(signed(world, title_ko=f"산 협약 {rows}{n}"))
        with CaptureQueriesContext(connection, ) as caught:
            assert client.get(f"/network/agreements/{address}").status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_one_agreement_costs_the_same_for_few_and_many(enter, world):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with world.as_("programme"):
        made = signed(world)
    client, counts = enter("sora"), []
    for rows in (1, 2):
        with world.as_("programme"):
            for _ in range(rows):
                promise(made)
                signed(world, parent_agreement=made.code)
        with CaptureQueriesContext(connection) as caught:
            client.get(f"/network/agreements/{made.code}/")
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 32


def test_an_agreement_from_draft_to_arrival_on_pages(enter, world):
    client = enter("programme")
    made = client.post("/network/agreements/new/", {
        "agreement_type": "MOA", "title_ko": "새 협약", "binding": "on", "ends_on": "2028-12-31", "notice_days": "60",
    })
    assert made.status_code == 303
    one = made["location"]
    for body in ("partner:PN-PROVINCE", "organisation:HANBIT"):
        assert client.post(f"{one}parties/", {"body": body, "party_role": "partner"}).status_code == 303
    assert client.post(f"{one}parties/", {"body": "organisation:HANBIT", "party_role": "partner"}).status_code == 409
    assert client.post(f"{one}steps/", {"step": "review"}).status_code == 303
    assert client.post(f"{one}steps/", {"step": "approved"}).status_code == 409
    for item in ("capacity", "sanctions", "conflicts"):
        client.post(f"{one}checks/", {"check_item": item, "check_result": "clear"})
    assert client.post(f"{one}steps/", {"step": "approved"}).status_code == 303
    assert client.post(f"{one}steps/", {"step": "signed", "happened_on": "2027-02-01"}).status_code == 303
    with world.as_("programme"):
        found = Agreement.objects.get(code=one.split("/")[3])
        party = found.parties.get(organisation=world.organisations["HANBIT"])
    clause = {"party": party.code, "commitment_kind": "jobs", "what_ko": "20명 고용", "amount": "20", "amount_unit": "person",
              "due_on": "2028-01-01"}  # fmt: skip
    assert client.post(f"{one}commitments/", clause).status_code == 303
    assert client.post(f"{one}commitments/", clause | {"amount": "-1"}).status_code == 422
    signatory = {"party": party.code, "name_ko": "최하진", "signed_on": "2027-02-01"}
    assert client.post(f"{one}signatories/", signatory).status_code == 303
    with world.as_("programme"):
        commitment = found.commitments.get()
    record = f"{one}commitments/{commitment.code}/record/"
    hers = enter("hajin")
    told = {"entry_state": "reported", "happened_on": "2027-02-20", "amount": "5"}
    assert hers.post(record, told).status_code == 303
    assert hers.post(record, told | {"entry_state": "arrived"}).status_code == 422
    file = io.BytesIO(b"%PDF-1.7 payroll")
    file.name = "payroll.pdf"
    assert hers.post(f"{one}papers/", {"file": file}).status_code == 303
    with world.as_("programme"):
        paper = found.papers.get()
    confirmed = told | {"entry_state": "arrived", "confirmed_by": "연프로", "paper": paper.code}
    assert client.post(record, confirmed | {"paper": ""}).status_code == 422
    assert client.post(record, confirmed).status_code == 303
    page = client.get(one).content.decode()
    assert "20 people" in page and "5 people" in page and "payroll.pdf" in page and paper.sha256 in page
    got = hers.get(f"{one}files/{paper.code}/")
    assert b"".join(got.streaming_content) == b"%PDF-1.7 payroll"
    assert "attachment" in got["Content-Disposition"]
    with world.as_("hajin"):
        assert CommitmentEntry.objects.count() == 2


def test_clocks_and_ends_on_pages(enter, world, kept):
    client, one = enter("director"), f"/network/agreements/{kept['signed']}/"
    page = client.get(one).content.decode()
    link = re.search(r'href="([^"]+/answer/\?clock_name=council_report[^"]+)"', page)
    assert link is not None
    asked = {"clock_name": "council_report", "anchor": "2027-01-15", "number": "1", "says": "told the council"}
    assert 'value="2027-01-15"' in client.get(link[1].replace("&amp;", "&")).content.decode()
    assert client.post(f"{one}answer/", asked).status_code == 303
    assert client.post(f"{one}answer/", asked).status_code == 409
    assert client.post("/network/agreements/clocks/", {"clock_name": "review", "days": "180"}).status_code == 303
    assert client.post("/network/agreements/clocks/", {"clock_name": "review", "days": "0"}).status_code == 422
    assert enter("auditor").post("/network/agreements/clocks/", {"clock_name": "review", "days": "9"}).status_code == 403
    with world.as_("director"):
        assert ClockSetting.objects.get().days == 180
    assert client.post(f"{one}publish/", {"says_ko": "요약"}).status_code == 303
    assert client.post(f"{one}unpublish/").status_code == 303
    with world.as_("director"):
        assert not AgreementSummary.objects.get(code=kept["signed"]).listed
    assert client.post(f"{one}steps/", {"step": "effective", "happened_on": "2027-02-01"}).status_code == 303
    assert client.post(f"{one}renew/", {"ends_on": "2031-01-31"}).status_code == 303
    assert client.post(f"{one}end/", {"ending": "lapsed"}).status_code == 422
    assert client.post(f"{one}end/", {"ending": "lapsed", "reason": "no funds", "lesson_en": "Ask first"}).status_code == 303
    assert "Ask first" in client.get("/network/agreements/lapses/").content.decode()
    drafted = f"/network/agreements/{kept['draft']}/"
    assert client.post(f"{drafted}parties/{kept['party']}/remove/").status_code == 303
    assert enter("sora").get(drafted).status_code == 404


def test_a_draft_is_edited_and_filters_find_it(enter, kept):
    client = enter("programme")
    edit = f"/network/agreements/{kept['draft']}/edit/"
    page = client.get(edit).content.decode()
    assert 'value="2029-01-31"' in page and "programme@example.org" in page
    changed = {"agreement_type": "NDA", "title_en": "Renamed", "officer": "director@example.org"}
    assert client.post(edit, changed).status_code == 303
    assert client.post(f"/network/agreements/{kept['signed']}/edit/", changed).status_code == 409
    for query, found in (
        ("?type=NDA", True), ("?type=MOU", False), ("?state=draft", True), ("?q=renam", True), ("?partner=PN-PROVINCE", True),
        ("?partner=PN-CHARLES", False), ("?due=late", False), ("?due=soon", False), ("?sort=title", True),
    ):  # fmt: skip
        assert (">Renamed<" in client.get(f"/network/agreements/{query}").content.decode()) is found, query


def test_exports_say_the_same_as_the_pages(enter, world, kept):
    client = enter("auditor")
    book = load_workbook(io.BytesIO(client.get("/network/agreements/council/?start=2027-01-01&export=xlsx").content))
    totals = list(book["Promised and arrived"].iter_rows(values_only=True))
    assert totals[1][:7] == ("Investment", "KRW", 1, 1_000_000_000, 300, 300, None if False else 0)
    signed_rows = list(book["Signed"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in signed_rows} == {kept["signed"], kept["public"]}
    text = client.get("/network/agreements/council/?start=2027-01-01&export=csv").content.decode()
    assert text.startswith("\ufeff") and "1000000000" in text
    heat = client.get("/network/agreements/promises/?export=csv").content.decode()
    assert "Saebom Therapeutics,2027,1000000000" in heat.replace(".00", "")
    own = enter("sora").get("/network/agreements/export.csv").content.decode()
    assert kept["signed"] in own and kept["public"] not in own
    assert "Share realised" in client.get("/network/kpis/?export=csv").content.decode()


def test_a_cell_leads_to_what_is_behind_it(enter, kept):
    page = enter("director").get("/network/agreements/promises/?party=SAEBOM&column=2027").content.decode()
    behind = page.partition('id="behind"')[2]
    assert kept["commitment"] in behind and "EN-" in behind
    early = enter("director").get("/network/agreements/promises/?as_of=2027-01-01").content.decode()
    assert "Nothing was promised by then" in early


def test_a_formula_is_defused(enter, world):
    with world.as_("programme"):
        draft(world, title_ko="=1+1", title_en="=1+1")
    assert ",'=1+1," in enter("programme").get("/network/agreements/export.csv").content.decode()


def test_days_that_cannot_be_read_are_the_usual_ones(enter):
    for address in ("promises/?as_of=yesterday", "council/?start=x&end=2099-01-01", "?sort=luck"):
        assert enter("director").get(f"/network/agreements/{address}").status_code == 200
    assert date(2027, 3, 1).isoformat() in enter("director").get("/network/kpis/?as_of=2099-01-01").content.decode()


@pytest.mark.parametrize(("language", "said"), [
    ("en", ("introductions</span>", "of 0 introductions answered", "among ", "signed agreements")),
    ("ko", ("건</span>", "전문가가 답한 소개 0건 가운데", "명 사이에서", "서명한 협약")),
])
def test_every_kpi_has_its_unit_and_a_base_with_a_name(visit, language, said):
    page = visit("programme", language).get("/network/kpis/").content.decode()
    for words in said:
        assert words in page
    assert "base 0 ·" not in page
