"""Fields that suggest as one types: what fits, what this person may see, and the codes they put in."""

import pytest

from squaremile.kernel import clock
from squaremile.network import operations as network
from tests.network.needs.asking import a_need
from tests.pages.people import browser
from tests.world import MONDAY


@pytest.fixture(autouse=True)
def monday(world):
    with clock.as_of(MONDAY):
        with world.as_("programme"):
            network.add_partner(code="PN-U", kind="university", name_ko="새벌대학교", name_en="Saebeol University")
            for code, ko, en in (("PE-001", "고연골", "Yeongol Ko"), ("PE-002", "나면역", "Myeonyeok Na"), ("PE-003", "숨은이", "Hidden One")):
                network.add_person(code=code, kind="researcher", name_ko=ko, name_en=en, partner="PN-U")
            network.hide_entry(noun="person", entry="PE-003")
        yield


def options(world, who, what, asked, language="en"):
    answer = browser(world, who, language).get("/network/pick/", {"what": what, "of": "expert", "expert": asked})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("asked", ["Yeongol", "고연", "PE-001"])
def test_a_name_in_either_language_or_a_code_finds(world, asked):
    assert options(world, "hana", "expert", asked) == (200, '<option value="PE-001">Yeongol Ko · Saebeol University</option>')
    assert options(world, "hana", "expert", asked, "ko")[1] == '<option value="PE-001">고연골 · 새벌대학교</option>'


def test_nobody_is_offered_what_she_may_not_see(world):
    mine, shown = a_need(world, title_en="Secret need").code, a_need(world, "sora", title_en="Shown need", listed=True).code
    assert mine in options(world, "hana", "need", "need")[1]
    assert mine not in options(world, "sora", "need", "need")[1]
    assert shown in options(world, "hana", "need", "need")[1]
    for who in ("hana", "programme"):
        assert options(world, who, "expert", "Hidden")[1] == ""
    for what in ("staff", "promiser", "interaction", "introduction"):
        assert options(world, "hana", what, "")[0] == 403
        assert options(world, "programme", what, "")[0] == 200
    assert options(world, "hana", "nonsense", "x") == (200, "")
    assert browser(world).get("/network/pick/?what=expert").status_code == 302


def test_staff_are_picked_by_name_and_put_in_by_address(world):
    assert 'value="programme@example.org"' in options(world, "programme", "staff", "Yeon")[1]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("address", "fields"), [
    ("/network/relationships/HANBIT/log/", ("need", "introduction")), ("/network/relationships/HANBIT/promise/", ("owner_code",)),
    ("/network/relationships/HANBIT/introduce/", ("expert", "lab", "partner", "need")),
])
def test_forms_ask_for_names_not_codes(world, address, fields, language):
    page = browser(world, "programme", language).get(address).content.decode()
    for name in fields:
        assert f'list="id_{name}-options"' in page, name
        assert f'<datalist id="id_{name}-options">' in page, name
    assert "Code of" not in page
