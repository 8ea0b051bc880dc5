"""An organisation's page lists what the catalogue says is its own, through the cards."""

import pytest

from squaremile.booking import operations as booking
from squaremile.network import operations as network
from squaremile.network.reads import body
from tests.pages.people import browser


@pytest.fixture
def owned(world):
    with world.as_("programme"):
        network.add_partner(code="PN-H", kind="startup", name_ko="한빛", name_en="Hanbit", organisation=world.organisations["HANBIT"])
        network.add_partner(code="PN-X", kind="university", name_ko="바깥", name_en="Outside")
    with world.as_("operator"):
        booking.edit_equipment(equipment="CONFOCAL", owner=world.organisations["HANBIT"])
    return world


@pytest.mark.parametrize("who", ["hana", "programme"])
def test_a_company_and_staff_see_its_instruments(owned, who):
    with owned.as_(who):
        assert [(i.name.en, i.url) for i in body.partner("PN-H").equipment] == [("Confocal microscope", "/book/CONFOCAL/")]
        assert body.partner("PN-X").equipment == ()
    assert 'href="/book/CONFOCAL/"' in browser(owned, who).get("/network/organisations/PN-H/").content.decode()


def test_a_rival_is_not_told_what_a_company_has_put_here(owned):
    with owned.as_("sora"):
        assert body.partner("PN-H").equipment == ()
    assert 'href="/book/CONFOCAL/"' not in browser(owned, "sora").get("/network/organisations/PN-H/").content.decode()


def test_everyone_sees_what_a_body_that_is_no_company_has_here(owned):
    with owned.as_("programme"):
        network.edit_partner(partner="PN-H", kind="institute")
    with owned.as_("sora"):
        assert [i.url for i in body.partner("PN-H").equipment] == ["/book/CONFOCAL/"]


def test_a_new_owner_takes_it_off_the_page(owned):
    with owned.as_("operator"):
        booking.edit_equipment(equipment="CONFOCAL", owner=owned.organisations["SAEBOM"])
    with owned.as_("hana"):
        assert body.partner("PN-H").equipment == ()
