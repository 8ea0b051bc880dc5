"""Pages of safety: each role, both languages, a rival, and one walk from the question to the container."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.models import Container
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

SUBSTANCES: list[str] = []
KEEPERS = ("site_director", "safety_officer", "lab_operations")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def kept(world):
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", name_en="Ground", sprinklered=True, rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        SUBSTANCES[:] = [safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone").code]
    with world.as_("hana"):
        made = safety.receive_container(substance="67-64-1", how_much="4 L", place="R201")
        asked = safety.ask_to_bring(substance="67-64-1", how_much="4 L", place="R202")
    return made.code, asked.code


def test_a_mixture_is_registered_and_its_components_entered(world, kept):
    client, rival = browser(world, "hana", "en"), browser(world, "sora", "en")
    said = {"mixture": "on", "name_en": "Cleaner C-7", "phase": "liquid"}
    assert b"no CAS number" in client.post("/safety/substances/register/", said | {"cas": "67-64-1"}).content
    to = client.post("/safety/substances/register/", said).headers["Location"]
    code = to.split("/")[3]
    assert to == f"/safety/substances/{code}/components/"
    read = {"read_in": "SDS 4", "read_on": "2026-03-02"}
    unread = client.post(to, read | {"components": "64-17-5"})
    assert (unread.status_code, b"This line cannot be read: 64-17-5" in unread.content) == (422, True)
    unsound = client.post(to, read | {"components": "64-17-5 60\n7732-18-5 50"})
    assert (unsound.status_code, b"shares do not fit" in unsound.content, b"110 %" in unsound.content) == (422, True, True)
    assert client.post(to, read | {"components": f"{SUBSTANCES[0]} 40-60\n7732-18-5 40"}).headers["Location"] == f"/safety/substances/{code}/"
    page = client.get(f"/safety/substances/{code}/").content.decode()
    for each in ("Components of the mixture", "40–60 % by weight", "Read in SDS 4, 2026-03-02.", "flammable-IB", "ask for its data sheet"):
        assert each in page
    assert f"{SUBSTANCES[0]} 40-60" in client.get(to).content.decode()
    assert [rival.get(each).status_code for each in (to, f"/safety/substances/{code}/")] == [404, 404]
    assert "무게 40–60 %" in browser(world, "hana", "ko").get(f"/safety/substances/{code}/").content.decode()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, kept, who, language):
    role, company = PEOPLE[who]
    container, asked = kept
    sees, keeps = company or role in (*KEEPERS, "auditor"), company or role in KEEPERS
    hers = 403 if not sees else 404 if company == "SAEBOM" else 200
    client = browser(world, who, language)
    expected = {
        "/safety/": 200, "/safety/areas/": 200, "/safety/areas/declare/": 200 if role in KEEPERS else 403,
        "/safety/can-bring/": 200 if sees else 403, "/safety/containers/": 200 if sees else 403,
        "/safety/containers/receive/": 200 if keeps else 403, "/safety/substances/register/": 200 if keeps else 403,
        "/safety/head-room/": 200 if role in (*KEEPERS, "auditor") else 403,
        "/safety/rooms/": 200 if sees else 403, "/safety/rooms/R201/": 200 if sees else 403, "/safety/rooms/R999/": 404 if sees else 403,
        "/safety/substances/": 200 if sees else 403, f"/safety/substances/{SUBSTANCES[0]}/": 200 if sees else 403,
        f"/safety/substances/{SUBSTANCES[0]}/sheet/": 200 if keeps else 403,
        f"/safety/substances/{SUBSTANCES[0]}/label/": (200 if role in KEEPERS else 404) if keeps else 403,
        f"/safety/substances/{SUBSTANCES[0]}/classes/ghs/": (200 if role in KEEPERS else 404) if keeps else 403,
        "/safety/take-over/": 200 if keeps else 403, "/safety/containers/import/": 200 if keeps else 403,
        "/safety/containers/import/template.xlsx": 200 if keeps else 403, "/safety/containers/?which=expiring&place=JB-A": 200 if sees else 403,
        "/safety/scan/": 200 if sees else 403, "/safety/counts/": 200 if sees else 403,
        f"/safety/containers/{container}/": hers, f"/safety/bringings/{asked}/": hers,
    }  # fmt: skip
    assert {address: client.get(address).status_code for address in expected} == expected


def test_from_the_question_to_the_shelf(world, kept):
    container, asked = kept
    officer, hana = browser(world, "safety", "en"), browser(world, "hana", "en")
    assert "it needs approval" in hana.get(f"/safety/bringings/{asked}/").content.decode().lower()
    assert officer.post(f"/safety/bringings/{asked}/settle/", {"approve": "yes", "reason": ""}).status_code == 422
    assert officer.post(f"/safety/bringings/{asked}/settle/", {"approve": "yes", "reason": "looked"}).status_code == 303
    said = {"substance": "67-64-1", "how_much": "4 L", "place": "R202", "condition": "storage"}
    assert hana.post("/safety/containers/receive/", said).status_code == 409
    assert hana.post("/safety/containers/receive/", said | {"bringing": asked}).status_code == 303
    page = f"/safety/containers/{container}/"
    for act, more in (("open", {}), ("split", {"how_much": "1 L"}), ("measure", {"how_much": "2 L"}), ("dispose", {})):
        assert hana.post(page, {"act": act} | more).status_code == 303
    assert hana.post(page, {"act": "measure", "how_much": "1 L"}).status_code == 409
    assert "1 L" in hana.get("/safety/containers/").content.decode()
    ask = {"substance": "67-64-1", "how_much": "900 L", "place": "R201", "condition": "storage"}
    answer = hana.post("/safety/can-bring/", ask, follow=True).content.decode()
    assert "Up to" in answer
    assert hana.post("/safety/can-bring/", ask | {"how_much": "viel"}).status_code == 422


def test_a_question_leads_to_receiving_and_a_wrong_one_keeps_its_form(world, kept):
    _container, waits = kept
    officer, hana = browser(world, "safety", "en"), browser(world, "hana", "en")
    ask = {"substance": "67-64-1", "how_much": "1 L", "place": "R201", "condition": "closed"}
    shown = hana.post("/safety/can-bring/", ask, follow=True).content.decode()
    link = re.search(r"/safety/containers/receive/\?[^\"]+", shown)[0].replace("&amp;", "&")
    form = hana.get(link).content.decode()
    assert [f'value="{each}"' in form for each in ("67-64-1", SUBSTANCES[0], "1 L")] == [False, True, True]
    assert re.search(r'value="closed"\s+selected', form)
    assert "containers/receive/" not in hana.get(f"/safety/bringings/{waits}/").content.decode()
    officer.post(f"/safety/bringings/{waits}/settle/", {"approve": "yes", "reason": "looked"})
    shown = hana.get(f"/safety/bringings/{waits}/").content.decode()
    assert (f"bringing={waits}" in shown, "<h1>It is approved" in shown or "It is approved</h1>" in shown) == (True, True)
    for substance, says in (("67-64-2", "The check digit of this CAS number is wrong"), ("unobtainium X", "/safety/substances/register/")):
        answer = hana.post("/safety/can-bring/", ask | {"substance": substance})
        shown = answer.content.decode()
        assert (answer.status_code in (404, 422), says in shown, f'value="{substance}"' in shown, 'value="1 L"' in shown) == (True,) * 4
    with world.as_("safety"):
        safety.lock_place(place="R201", why_locked="누출")
    shown = hana.post("/safety/can-bring/", ask, follow=True).content.decode()
    assert ("not to be used at present" in shown, "containers/receive/" in shown) == (True, False)


def test_a_form_that_was_sent_before_says_so_and_what_it_made(world, kept):
    container, _asked = kept
    hana = browser(world, "hana", "en")
    page, shelf = f"/safety/containers/{container}/", "/safety/containers/receive/"
    assert {"no-store" in hana.get(address)["Cache-Control"] for address in (page, shelf)} == {True}
    bottle = {"substance": "67-64-1", "how_much": "100 mL", "place": "R201", "condition": "storage", "form_token": "t-1"}
    said = [hana.post(shelf, bottle | {"lot": lot}, follow=True).content.decode() for lot in ("L1", "L1", "L2")]
    assert [("already sent: CT-" in each, "is received" in each) for each in said] == [(False, True), (True, False), (False, True)]
    parts = {"act": "split", "how_much": "10 mL", "parts": "2", "form_token": "t-1"}
    said = [hana.post(page, parts, follow=True).content.decode() for _ in range(2)]
    assert [("already sent: CT-" in each, "Print a label for each part" in each) for each in said] == [(False, True), (True, False)]
    with world.as_("hana"):
        assert Container.objects.count() == 5


def test_a_bottle_is_split_and_handed_to_another_company(world, kept):
    container, _asked = kept
    hana, sora = browser(world, "hana", "en"), browser(world, "sora", "en")
    page = f"/safety/containers/{container}/"
    assert hana.post(page, {"act": "split", "how_much": "100 mL", "parts": "3"}).status_code == 303
    assert hana.post(page, {"act": "split", "how_much": "2 L", "parts": "3"}).status_code == 422
    assert "3.7 L" in (shown := hana.get(page).content.decode())
    assert shown.count("0.1 L") + shown.count("100 mL") >= 3
    assert hana.post(page, {"act": "offer"}).status_code == 303
    key = re.search(r"HO-[0-9A-Z]{13}", hana.get(page).content.decode())[0]
    assert sora.get(page).status_code == 404
    assert sora.get("/safety/take-over/?key=HO-0000000000000").status_code == 404
    offered = sora.get(f"/safety/take-over/?key={key}").content.decode()
    assert "Acetone" in offered
    assert container not in offered
    said = {"handover_key": key, "place": "R201", "condition": "storage"}
    taken = sora.post("/safety/take-over/", said)
    assert taken.status_code == 303
    assert "from another company" in sora.get(taken.headers["Location"]).content.decode()
    assert "Saebom" in hana.get(page).content.decode() or "새봄" in hana.get(page).content.decode()
    assert sora.post("/safety/take-over/", said).status_code == 404


def test_what_is_read_in_a_sheet_is_entered(world, kept):
    officer, hana = browser(world, "safety", "en"), browser(world, "hana", "ko")
    page = f"/safety/substances/{SUBSTANCES[0]}/"
    said = {"read_in": "Supplier 3", "read_on": "2027-02-01"}
    entered = {"signal": "danger", "pictograms": ["GHS02"], "statements": "H225, H999", "precautions": "P210\nP305 + P351", **said}
    assert officer.post(f"{page}label/", entered | {"statements": "fire"}).status_code == 422
    assert officer.post(f"{page}label/", entered).status_code == 303
    assert officer.post(f"{page}classes/ghs/", {"hazards": "Flam. Liq. 2\nEye Irrit. 2", **said}).status_code == 303
    assert officer.post(f"{page}classes/kr-chemicals-2025/", {"hazards": ["acute-human"], **said}).status_code == 303
    shown = hana.get(page).content.decode()
    for words in ("고인화성 액체 및 증기", "H999", "인화성 액체 구분 2", "인체급성유해성물질", "<title>불꽃</title>", "Supplier 3"):
        assert words in shown
    upload = SimpleUploadedFile("sds.pdf", b"%PDF-1.7 sheet", content_type="application/pdf")
    assert hana.post(f"{page}sheet/", {"upload": upload, "sheet_language": "ko", "revised_on": "2027-01-05"}).status_code == 303
    assert hana.post(f"{page}sheet/", {"sheet_language": "ko", "revised_on": "2027-01-05"}).status_code == 422
    assert "sds.pdf" in hana.get(page).content.decode()
    assert "sds.pdf" not in browser(world, "sora", "ko").get(page).content.decode()


def test_a_list_is_looked_at_and_then_taken_in(world, kept):
    hana = browser(world, "hana", "en")
    template = hana.get("/safety/containers/import/template.csv").content.decode("utf-8-sig").splitlines()
    good = "\n".join([template[0], template[1].replace("liquid,,,", "liquid,,R201,")]).encode()
    looked = hana.post("/safety/containers/import/", {"upload": SimpleUploadedFile("list.csv", good), "act": "look"})
    assert looked.status_code == 200
    content = re.search(r'name="content" value="([^"]*)"', looked.content.decode())[1]
    before = hana.get("/safety/containers/").content.decode().count("CT-")
    assert hana.post("/safety/containers/import/", {"act": "take", "name": "list.csv", "content": content}).status_code == 303
    assert hana.get("/safety/containers/").content.decode().count("CT-") > before
    again = hana.post("/safety/containers/import/", {"upload": SimpleUploadedFile("list.csv", good), "act": "look"}).content.decode()
    assert "Everything on it is here already." in again
    wrong = hana.post("/safety/containers/import/", {"upload": SimpleUploadedFile("l.csv", good.replace(b"R201", b"R999"))})
    assert (wrong.status_code, "is no room here" in wrong.content.decode()) == (422, True)
    assert hana.post("/safety/containers/import/", {"act": "take", "content": "§"}).status_code == 422


def test_how_full_an_area_is(world, kept):
    shown = browser(world, "safety", "en").get("/safety/head-room/").content.decode()
    assert "Ground" in shown
    assert "240 gal" in shown or "240" in shown


def test_a_room_is_counted_from_a_phone(world, kept):
    container, _asked = kept
    hana, rival = browser(world, "hana", "en"), browser(world, "sora", "ko")
    address = f"/safety/containers/{container}/"
    assert hana.get(f"/safety/scan/?label=https://x.org{address}").headers["Location"] == address
    assert rival.get(f"/safety/scan/?label={container}").status_code == rival.get("/safety/scan/?label=CT-NEVER").status_code == 404
    begun = hana.post("/safety/counts/", {"place": "R201"})
    page = begun.headers["Location"]
    assert hana.post("/safety/counts/", {"place": "R201"}).status_code == 409
    assert hana.post(f"{page}scans/", {"labels": "CT-NEVER"}, headers={"X-Requested-With": "fetch"}).status_code == 204
    shown = hana.get(page).content.decode()
    assert container in shown
    assert "CT-NEVER" in shown
    assert rival.get(page).status_code == rival.post(f"{page}scans/", {"labels": "x"}).status_code == 404
    assert hana.post(page, {"act": "dispose", "container": container}).status_code == 303
    assert hana.post(page, {"act": "close"}).status_code == 303
    assert hana.post(page, {"act": "close"}).status_code == 409
    assert "0 missing" in hana.get("/safety/counts/").content.decode()
    for who, status in (("auditor", 403), ("finance", 403)):
        assert browser(world, who, "ko").post("/safety/counts/", {"place": "R201"}).status_code in (status, 200)


def test_labels_are_printed(world, kept):
    from io import BytesIO

    from pypdf import PdfReader

    container, _asked = kept
    answer = browser(world, "hana", "ko").get(f"/safety/labels.pdf?code={container}")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert container in PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    assert browser(world, "sora", "ko").get(f"/safety/labels.pdf?code={container}").status_code == 404
    assert len(PdfReader(BytesIO(browser(world, "sora", "ko").get("/safety/labels.pdf").content)).pages) == 1
