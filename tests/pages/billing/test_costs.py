"""My costs by the columns that the reader chooses: one table, whose foot is the statement's net."""

import csv
from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.reads import so_far
from squaremile.billing.reads.breakdown import COLUMNS
from squaremile.core.models import Project
from squaremile.kernel import clock
from tests.billing.making import MARCH, at, opened, used
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE, World

LATER = MONDAY + timedelta(days=9)


@pytest.fixture
def months(world: World) -> World:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        with world.as_("finance"):
            billing.grant_voucher(
                organisation=world.organisations["HANBIT"], granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(10),
                first_day=MARCH,
            )
    with world.as_("hajin"):
        project = Project.objects.filter(organisation_id=world.organisations["HANBIT"]).order_by("code").first()
        Project.objects.filter(id=project.id).update(reference=" CC-7 ")
    with clock.as_of(LATER - timedelta(minutes=1)):
        used(world, "u:1", 60, at(3, month=3), project=project.id, person=world.people["hana"])
        used(world, "u:2", 30, at(4, month=3), person=world.people["hana"])
        used(world, "u:3", 60, at(4, month=3), whose="SAEBOM")
    return world


@pytest.mark.parametrize("by", [(), ("project",), ("cost_centre",), ("instrument",), ("person",), ("month",), COLUMNS])
def test_the_foot_is_the_statements_net_by_whatever_columns(months: World, by: tuple[str, ...]):
    with clock.as_of(LATER), months.as_("hajin"):
        (mine,) = so_far.so_far(by=by)
    table = mine.table
    assert table.columns == (by or ("project",))
    assert sum(part.net.minor for part in table.parts) == table.net.minor == 67_500
    assert (table.off.minor, table.billed) == (-6_750, mine.net)
    assert {len(part.cells) for part in table.parts} == {len(table.columns)}


def test_columns_are_chosen_and_taken_along(months: World):
    with clock.as_of(LATER):
        hajin = browser(months, "hajin", "en")
        page = hajin.get("/money/costs/?by=cost_centre&by=month").content.decode()
        assert "CC-7" in page and "No cost centre" in page and "2027-03" in page and "₩60,750" in page
        text = hajin.get("/money/costs/costs.csv?by=cost_centre&by=month").content.decode("utf-8-sig")
        rows = list(csv.reader(text.splitlines()))
        assert [(row[0], row[2], row[5]) for row in rows[1:3]] == [("CC-7", "2027-03", "45000"), ("No cost centre", "2027-03", "22500")]
        assert [row[5] for row in rows[3:]] == ["67500", "-6750", "60750"]
        assert hajin.get("/money/costs/?by=nonsense").status_code == 200
        rival = browser(months, "sujin", "en").get("/money/costs/costs.csv?by=project&by=person").content.decode()
        assert "CC-7" not in rival and "45000" in rival and "22500" not in rival


@pytest.mark.parametrize("who", PEOPLE)
def test_they_are_a_companys(months: World, who: str):
    with clock.as_of(LATER):
        assert browser(months, who).get("/money/costs/costs.csv").status_code == (200 if PEOPLE[who][1] else 403)
