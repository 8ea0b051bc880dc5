"""Pages of the atlas: in both languages, for each role, with as many statements for three rows as for one."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import Claim, ClaimMember, Organisation
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.atlas.making import organisation, region, site
from tests.confidential.asking import client_of
from tests.parts import atlas as part
from tests.world import MONDAY, World, setup_scope


@pytest.fixture(autouse=True)
def monday(world: World) -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


def text(client: Client, address: str, language: str = "ko") -> str:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_each_page_speaks_both_languages(world: World):
    part.furnish(world)
    client = client_of("programme")
    for address, ko, en in (
        ("/atlas/", "기관 등록부", "Registry"), ("/atlas/organisations/AO-1/", "출처", "Source"),
        ("/atlas/regions/", "지역 구분", "Schemes of regions"),
        ("/atlas/regions/drawn/square/", "위치의 정밀도별", "By how exactly the point is known"), ("/atlas/claims/", "주장", "Claims"),
        ("/atlas/claims/AC-1/", "1곳 가운데 1곳이 있습니다", "1 of 1 are here"), ("/atlas/quality/", "자료 품질", "Data quality"),
        ("/atlas/imports/", "가져오기", "Imports"), ("/atlas/duplicates/", "중복 후보", "Possible duplicates"),
    ):  # fmt: skip
        assert ko in text(client, address), address
        assert en in text(client, address, "en"), address


def test_who_opens_what(world: World):
    part.furnish(world)
    for who, desk in (("hana", 403), ("hajin", 403), ("auditor", 200), ("finance", 200)):
        client = client_of(who)
        assert client.get("/atlas/").status_code == 200
        assert client.get("/atlas/quality/").status_code == desk
        assert client.get("/atlas/organisations/new/").status_code == 403
    assert Client().get("/atlas/").status_code in (302, 303, 403)


def test_a_draft_is_not_there_for_companies(world: World):
    with world.as_("programme"):
        organisation("AO-1", published=False)
    assert client_of("hana").get("/atlas/organisations/AO-1/").status_code == 404
    assert "AO-1" not in text(client_of("hana"), "/atlas/")
    assert "AO-1" in text(client_of("operator"), "/atlas/")


@pytest.mark.parametrize("address", ["/atlas/", "/atlas/regions/", "/atlas/claims/"])
def test_as_many_statements_for_three_as_for_one(world: World, address: str):
    def more(n: int) -> None:
        with world.as_("programme"):
            organisation(f"AO-{n}")
            region(f"r{n}")
            site(f"AO-{n}")
            atlas.add_claim(code=f"AC-{n}", text_en="{k} of {n}", query={"kind": "company"}, published=True)
            atlas.take_snapshot(headline=f"AC-{n}")

    client, counted = client_of("hana"), []
    more(1)
    text(client, address)
    for n in (2, 3):
        with CaptureQueriesContext(connection, ) as asked:
            text(client, address)
        counted.append(len(asked))
        more(n)
    assert len(set(counted)) == 1


def test_entered_edited_placed_and_published(world: World):
    client = client_of("programme")
    made = client.post("/atlas/organisations/new/", {"kind": "company", "status": "active", "name_ko": "새벌바이오", "country": "kr"})
    assert made.status_code == 303
    with scope(setup_scope()):
        one = Organisation.objects.get(name_ko="새벌바이오")
    where = f"/atlas/organisations/{one.code}/"
    bad = client.post(f"{where}edit/", {"kind": "company", "status": "active", "name_ko": "새벌바이오", "ror": "05q92br08"})
    assert (bad.status_code, "검사 숫자" in bad.content.decode()) == (422, True)
    place = {"address_ko": "전주시", "latitude": "35.85", "longitude": "127.1", "precision": "street"}
    assert client.post(f"{where}sites/new/", place).status_code == 303
    assert client.post(f"{where}publish/").status_code == 303
    assert "새벌바이오" in text(client_of("hana"), where)
    assert client.post(f"{where}unpublish/").status_code == 303
    assert client_of("hana").get(where).status_code == 404


def typed(client: Client, where: str, **said: str) -> dict[str, str]:
    """What a browser sends of the form as it is shown now, with this typed into it."""
    form = client.get(where).context["form"]
    sent = {field.name: field.value() for field in form} | said
    seen = {field.html_initial_name: field.value() for field in form if field.field.show_hidden_initial}
    assert all(name in client.get(where).content.decode() for name in seen)
    return {name: "" if value is None else str(value) for name, value in (seen | sent).items()}


def test_two_editors_of_two_fields_both_keep_what_they_wrote(world: World):
    with world.as_("programme"):
        organisation("AO-1", "새벌바이오", city="전주", founded=2001, website="https://old.example")
    first, second, where = client_of("programme"), client_of("director"), "/atlas/organisations/AO-1/edit/"
    one, other = typed(first, where, city="익산"), typed(second, where, website="https://new.example")
    assert first.post(where, one).status_code == 303
    assert second.post(where, other).status_code == 303
    with scope(setup_scope()):
        row = Organisation.objects.get(code="AO-1")
    assert (row.city, row.website, row.founded) == ("익산", "https://new.example", 2001)


def test_two_editors_of_one_field_are_told(world: World):
    with world.as_("programme"):
        organisation("AO-1", "새벌바이오", city="전주")
    first, second, where = client_of("programme"), client_of("director"), "/atlas/organisations/AO-1/edit/"
    one, other = typed(first, where, city="익산"), typed(second, where, city="군산")
    assert first.post(where, one).status_code == 303
    refused = second.post(where, other)
    assert (refused.status_code, "다른 사람이 같은 항목을" in refused.content.decode()) == (409, True)
    with scope(setup_scope()):
        assert Organisation.objects.get(code="AO-1").city == "익산"
    assert second.post(where, typed(second, where, city="군산")).status_code == 303, "once it has been seen"
    assert second.post(where, typed(second, where, city="")).status_code == 303
    with scope(setup_scope()):
        assert Organisation.objects.get(code="AO-1").city == "", "what is emptied is emptied"


def test_two_editors_of_a_claim_and_of_a_judgement(world: World):
    with world.as_("programme"):
        atlas.add_claim(code="AC-1", text_ko="{k}곳", definition_ko="첫 줄\n둘째 줄", query={"count": "sites"})
        atlas.add_claim_member(headline="AC-1", name_ko="하나제약")
    first, second, where = client_of("programme"), client_of("director"), "/atlas/claims/AC-1/edit/"
    one, other = typed(first, where, text_en="{k} sites"), typed(second, where, definition_ko="한 줄")
    assert [first.post(where, one).status_code, second.post(where, other).status_code] == [303, 303]
    with scope(setup_scope()):
        row = Claim.objects.get()
    assert (row.text_ko, row.text_en, row.definition_ko, row.query["count"]) == ("{k}곳", "{k} sites", "한 줄", "sites")
    where = "/atlas/claims/AC-1/members/1/"
    said = {"evidence_at": "https://example.org", "of_day": "2027-03-01"}
    one, other = typed(first, where, judgement="yes", **said), typed(second, where, judgement="no", **said)
    assert [first.post(where, one).status_code, second.post(where, other).status_code] == [303, 409]
    with scope(setup_scope()):
        assert ClaimMember.objects.get().judgement == "yes"


def test_a_claim_is_written_judged_and_kept(world: World):
    client = client_of("director")
    client.post("/atlas/claims/new/", {"text_ko": "{n}곳 가운데 {k}곳"})
    with scope(setup_scope()):
        where = f"/atlas/claims/{Claim.objects.get().code}/"
    client.post(f"{where}members/", {"name": "하나제약"})
    refused = client.post(f"{where}members/1/", {"judgement": "yes"})
    assert (refused.status_code, "근거" in refused.content.decode()) == (409, True)
    assert client.post(f"{where}members/1/", {"judgement": "yes", "evidence_at": "https://example.org", "of_day": "2027-03-01"}).status_code == 303
    assert client.post(f"{where}snapshot/").status_code == 303
    with scope(setup_scope()):
        assert ClaimMember.objects.get().judgement == "yes"
    assert "1곳 가운데 1곳" in text(client, where)


def test_found_by_search(world: World):
    part.furnish(world)
    assert "/atlas/organisations/AO-1/" in text(client_of("hana"), "/search/?q=새벌바이오")


def test_the_registry_as_a_table(world: World):
    part.furnish(world)
    said = client_of("hana").get("/atlas/registry.csv?kind=university")
    assert (said["Content-Type"], "새벌대학교" in said.content.decode("utf-8-sig"), "새벌바이오" in said.content.decode()) == (
        "text/csv; charset=utf-8", True, False)  # fmt: skip
