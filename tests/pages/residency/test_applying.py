"""From a public call to a form that is handed in, behind a key; what others get of it."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Answer, Application
from tests.pages.people import browser
from tests.residency.applying import DAY, answered, begun, opened_call, outside, secret
from tests.residency.forms import ANSWERS, sample
from tests.residency.reviewing import CHECKS
from tests.world import MONDAY

PDF = b"%PDF-1.7 deck"
SECTION = re.compile(r'<section id="(q-\w+)" class="question"( hidden)?( hx-swap-oob="true")?')


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def call(world):
    return opened_call(world, says_ko="독성을 보는 기업을 찾습니다.", says_en="For companies in toxicology.")


def by_key(email="ceo@prospect.example", language="ko"):
    client = Client(headers={"Accept-Language": language})
    assert client.get(f"/door/enter/{secret(email)}/").status_code == 302
    return client


def sent(key, value):
    """An answer as a browser sends it."""
    if key == "raised":
        return {"value": value["amount"], "currency": value["currency"]}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {"rows": len(value)} | {f"r{n}-{c}": cell for n, row in enumerate(value) for c, cell in row.items()}
    return {"value": value}


def save(client, code, key, value, **more):
    version = more.pop("version", 0)
    return client.post(f"/door/applications/{code}/answers/{key}/", {"version": version, **sent(key, value)}, **more)


HX = {"headers": {"HX-Request": "true"}}


class TestPublic:
    @pytest.mark.parametrize(("language", "says"), [
        ("ko", ("봄 입주 공고", "설립 7년 이내", "독성을 보는")),
        ("en", ("Spring call", "Founded within the last 7 years", "toxicology")),
    ])
    def test_everybody_reads_open_calls(self, call, language, says):
        client = Client(headers={"Accept-Language": language})
        assert says[0] in client.get("/public/calls/").content.decode()
        page = client.get(f"/public/calls/{call}/").content.decode()
        assert all(words in page for words in says)

    def test_a_draft_and_what_never_was_are_not_there(self, world, call):
        with world.as_("programme"):
            draft = residency.draft_call(form="STANDARD", title_ko="비밀 공고").code
        for code in (draft, "NOBODY"):
            assert Client().get(f"/public/calls/{code}/").status_code == 404
        assert "비밀 공고" not in Client().get("/public/calls/").content.decode()

    def test_a_call_that_is_over_takes_nothing(self, call):
        with clock.as_of(MONDAY + 31 * DAY):
            assert call not in Client().get("/public/calls/").content.decode()
            answer = Client().post(f"/public/calls/{call}/", {"company": "새싹", "email": "a@b.example"})
            assert answer.status_code == 409
            assert "신청을 받지 않습니다" in answer.content.decode()

    def test_whoever_asks_is_told_the_same_whatever_came_of_it(self, call):
        told = set()
        for n in range(7):
            answer = Client().post(f"/public/calls/{call}/", {"company": f"기업{n % 2}", "email": "a@b.example"})
            told.add((answer.status_code, "메일을 확인하십시오." in answer.content.decode()))
        assert told == {(200, True)}
        with scope(system("worker")):
            assert Application.objects.count() == 2

    def test_a_form_without_an_address_comes_back(self, call):
        answer = Client().post(f"/public/calls/{call}/", {"company": "새싹", "email": "x"})
        assert answer.status_code == 422


class TestWriting:
    @pytest.fixture
    def code(self, call):
        return begun(call)

    @pytest.mark.parametrize(("language", "says"), [("ko", "해결하려는 문제와 방법"), ("en", "The problem and your approach")])
    def test_from_the_mail_to_handing_in(self, code, language, says):
        client = by_key(language=language)
        page = client.get("/door/", follow=True)
        assert page.redirect_chain[-1][0] == f"/door/applications/{code}/"
        assert says in page.content.decode()
        for key, value in ANSWERS.items():
            assert save(client, code, key, value).status_code == 303
        upload = {"file": SimpleUploadedFile("deck.pdf", PDF, "application/pdf")}
        assert client.post(f"/door/applications/{code}/answers/deck/files/", upload).status_code == 303
        read = client.get(f"/door/applications/{code}/read/").content.decode()
        assert "deck.pdf" in read
        assert client.post(f"/door/applications/{code}/hand-in/").status_code == 303
        assert client.get(f"/door/applications/{code}/")["location"] == f"/door/applications/{code}/read/"
        with outside():
            assert Application.objects.get().state == "submitted"
            assert {a.question: a.value for a in Answer.objects.all()} == ANSWERS | {"deck": ["deck.pdf"]}

    def test_what_is_missing_is_named_with_a_link(self, code):
        client = by_key(language="en")
        refused = client.post(f"/door/applications/{code}/hand-in/")
        assert refused.status_code == 409
        page = refused.content.decode()
        assert "12 things are left" in page
        assert f'href="/door/applications/{code}/#q-science">“The problem and your approach” has no answer.' in page

    def test_an_answer_comes_back_alone_with_what_it_opens(self, code):
        client = by_key()
        part = save(client, code, "works", ["animals"], **HX).content.decode()
        assert SECTION.findall(part) == [
            ("q-works", "", ""), ("q-animals", "", ' hx-swap-oob="true"')]
        assert 'id="progress"' in part
        assert "저장됨" in part
        gone = save(client, code, "works", ["none"], version=1, **HX).content.decode()
        assert ("q-animals", " hidden", ' hx-swap-oob="true"') in SECTION.findall(gone)

    def test_two_writers_see_each_others_answer(self, code):
        client = by_key()
        save(client, code, "science", "먼저 쓴 답")
        late = save(client, code, "science", "늦게 쓴 답", **HX)
        page = late.content.decode()
        assert late.status_code == 409
        assert "먼저 쓴 답" in page
        assert "늦게 쓴 답" in page
        assert 'name="version" value="1"' in page
        assert save(client, code, "science", "늦게 쓴 답", version=1, **HX).status_code == 200

    def test_an_unsound_answer_stays_in_its_field(self, code):
        client = by_key(language="en")
        for more in ({}, HX):
            refused = save(client, code, "head_count", "many", **more)
            assert refused.status_code == 422
            assert "Answer with a number." in refused.content.decode()
            assert 'value="many"' in refused.content.decode()

    def test_marking_is_kept(self, code):
        client = by_key()
        save(client, code, "science", "연구")
        client.post(f"/door/applications/{code}/answers/science/", {"version": 1, "value": "연구", "open": "on"})
        with outside():
            assert Answer.objects.get(question="science").confidential is False

    def test_writers_come_and_go(self, code):
        client = by_key()
        address = f"/door/applications/{code}/editors/"
        assert client.post(address, {"email": "cto@prospect.example"}).status_code == 303
        other = by_key("cto@prospect.example")
        assert other.get(f"/door/applications/{code}/").status_code == 200
        assert client.post(address, {"email": "cto@prospect.example", "remove": "1"}).status_code == 303
        assert other.get(f"/door/applications/{code}/").status_code == 403
        assert client.post(address, {"email": "ceo@prospect.example", "remove": "1"}).status_code == 409

    def test_files_are_downloaded_and_taken_out(self, code):
        client = by_key()
        client.post(f"/door/applications/{code}/answers/deck/files/", {"file": SimpleUploadedFile("deck.pdf", PDF)})
        page = client.get(f"/door/applications/{code}/").content.decode()
        address = re.search(r'/door/answer-files/AF-\w+/', page)[0]
        got = client.get(address)
        assert b"".join(got.streaming_content) == PDF
        assert got["Content-Disposition"] == 'attachment; filename="deck.pdf"'
        assert client.post(f"{address}remove/").status_code == 303
        assert client.get(address).status_code == 404
        bad = client.post(f"/door/applications/{code}/answers/deck/files/", {"file": SimpleUploadedFile("x.pdf", b"MZ")})
        assert bad.status_code == 422

    def test_an_application_of_version_one_opens_saves_and_prints_after_version_three(self, world, code, call):
        client = by_key(language="en")
        with world.as_("programme"):
            for body in (sample(deck=None), sample(science=None)):
                residency.import_form(form="STANDARD", body=body)
            residency.edit_call(call=call, form="STANDARD")
        assert "The problem and your approach" in client.get(f"/door/applications/{code}/").content.decode()
        assert save(client, code, "science", "Still asked").status_code == 303
        assert "Still asked" in client.get(f"/door/applications/{code}/read/").content.decode()
        assert "The problem and your approach" not in client.get(f"/public/calls/{call}/").content.decode()

    def test_withdrawn_says_so(self, code):
        client = by_key()
        assert client.post(f"/door/applications/{code}/withdraw/").status_code == 303
        assert "거둠" in client.get(f"/door/applications/{code}/read/").content.decode()
        assert client.post(f"/door/applications/{code}/withdraw/").status_code == 409

    def test_nobody_else_gets_in(self, world, call, code):
        begun(call, "rival@other.example", "경쟁바이오")
        rival = by_key("rival@other.example")
        with outside():
            answered(code)
            made = residency.add_answer_file(application=code, question_key="deck", name="d.pdf", content=PDF)
        addresses = [f"/door/applications/{code}/", f"/door/applications/{code}/read/", f"/door/answer-files/{made.code}/"]
        acts = [f"/door/applications/{code}/{act}/" for act in ("hand-in", "withdraw", "editors", "answers/science", "answers/deck/files")]
        for client, status in ((rival, 404), (browser(world, "hajin"), 403), (browser(world, "programme"), 403), (Client(), 403)):
            assert {client.get(address).status_code for address in addresses} == {status}
            upload = {"value": "훔침", "email": "x@y.example", "file": SimpleUploadedFile("x.pdf", PDF)}
            assert {client.post(address, upload).status_code for address in [*acts, f"/door/answer-files/{made.code}/remove/"]} == {status}
        with outside():
            assert Answer.objects.get(question="science").value == ANSWERS["science"]

    def test_writing_costs_the_same_with_more_answers(self, code):
        client, costs = by_key(), []
        for key in ("science", "milestones"):
            client.get(f"/door/applications/{code}/")
            with CaptureQueriesContext(connection) as asked:
                client.get(f"/door/applications/{code}/")
            costs.append(len(asked))
            save(client, code, key, "x")
        assert costs[0] == costs[1] <= 12


class TestWithAnAccount:
    @pytest.fixture
    def saebom(self, world):
        with world.as_("programme"):
            residency.open_record(organisation="SAEBOM")
            residency.open_record(organisation="HANBIT")

    @pytest.mark.parametrize(("language", "says"), [("ko", "해결하려는 문제와 방법"), ("en", "The problem and your approach")])
    def test_a_resident_applies_with_files_and_writers_and_reads_the_outcome(self, world, call, saebom, language, says):
        client = browser(world, "sujin", language)
        listed = client.get("/residency/applications/").content.decode()
        assert 'value="' + call in listed
        begun_at = client.post("/residency/apply/", {"call": call})["location"]
        code = begun_at.split("/")[3]
        assert says in client.get(begun_at).content.decode()
        for key, value in ANSWERS.items():
            saved = client.post(f"/residency/applications/{code}/answers/{key}/", {"version": 0, **sent(key, value)})
            assert saved["location"] == f"{begun_at}#q-{key}"
        upload = {"file": SimpleUploadedFile("deck.pdf", PDF, "application/pdf")}
        assert client.post(f"/residency/applications/{code}/answers/deck/files/", upload).status_code == 303
        address = re.search(r"/residency/answer-files/AF-\w+/", client.get(begun_at).content.decode())[0]
        assert b"".join(client.get(address).streaming_content) == PDF
        editors = f"/residency/applications/{code}/editors/"
        for more in ({}, {"remove": "1"}):
            assert client.post(editors, {"email": "adviser@firm.example", **more}).status_code == 303
        assert client.post(f"/residency/applications/{code}/hand-in/").status_code == 303
        with world.as_("programme"):
            residency.screen_application(application=code, checks=CHECKS)
            residency.pass_to_review(application=code)
            residency.decide_application(application=code, outcome="wait_list", reasons="자리가 나면 모십니다.")
        read = f"/residency/applications/{code}/read/"
        assert "자리가 나면 모십니다." not in client.get(read).content.decode()
        with world.as_("programme"):
            residency.tell_decision(application=code)
        assert "자리가 나면 모십니다." in client.get(read).content.decode()

    def test_a_call_that_is_over_says_so_on_the_list(self, world, call, saebom):
        with clock.as_of(MONDAY + 31 * DAY):
            answer = browser(world, "sujin").post("/residency/apply/", {"call": call})
            assert answer.status_code == 409
            assert "takes no applications" in answer.content.decode()

    def test_rivals_scientists_and_staff_write_nothing(self, world, call, saebom):
        with world.as_("sujin"):
            code = residency.begin_own_application(call=call).code
        for who, status in (("hajin", 404), ("hana", 403), ("programme", 403), ("", 302)):
            client = browser(world, who)
            assert client.get(f"/residency/applications/{code}/write/").status_code == status
            assert client.post(f"/residency/applications/{code}/hand-in/").status_code == status
        assert code not in browser(world, "hajin").get("/residency/applications/").content.decode()
