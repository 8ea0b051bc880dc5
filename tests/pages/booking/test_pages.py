"""Every page of booking: for whom it opens, both languages, no script in it, a steady number of queries."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.booking import operations as booking
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("monday")
TEN = MONDAY + timedelta(hours=1)
HOUR = timedelta(hours=1)
FOR_ALL = (
    "/",
    "/book/",
    "/book/?q=현미경",
    "/book/?usable=1",
    "/book/CONFOCAL/",
    "/book/CONFOCAL/label",
    "/bookings/",
    "/bookings/?when=past&whose=company",
    "/catalogue/",
    "/catalogue/?q=confocal",
    "/search/?q=현미경",
    "/search/?q=zzzz",
    "/search/palette?q=현미경",
)
FOR_SCIENTISTS = (
    "/book/new",
    "/book/new?equipment=CYTO-2",
    "/book/new/panel?equipment=CONFOCAL",
    "/book/series?equipment=CYTO-1",
)
FOR_STAFF = (
    "/operations/",
    "/operations/rows",
    "/catalogue/add",
    "/catalogue/CYTO-1/edit",
    "/catalogue/rules/",
    "/catalogue/rules/add",
    "/catalogue/kinds/",
    "/catalogue/kinds/add",
    "/catalogue/kinds/microscope/",
    "/catalogue/classes/add",
    "/catalogue/classes/cytometers/",
    "/catalogue/rules/STRICT/",
    "/catalogue/CONFOCAL/trained/",
)
HANGUL = re.compile(r"[가-힣]")
OUR_KOREAN = ("한국어", "전북", "한빛", "새봄")


def slots(world: World, who: str, count: int, equipment: str = "CONFOCAL") -> list[str]:
    with world.as_(who):
        return [
            booking.reserve(equipment=equipment, start=TEN + n * HOUR, end=TEN + (n + 1) * HOUR).code
            for n in range(count)
        ]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("address", [*FOR_ALL, *FOR_SCIENTISTS])
def test_a_scientist_reads(world: World, visit, address, language):
    slots(world, "hana", 2)
    answer = visit("hana", language).get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    if "<html" in page:
        assert f'<html lang="{language}"' in page
    assert not re.search(r"<script(?![^>]*src=)", page), "an inline script"
    assert not re.search(r"\son[a-z]+=\"", page), "an inline handler"


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("address", [*FOR_ALL, *FOR_STAFF])
def test_lab_operations_read(world: World, visit, address, language):
    slots(world, "hana", 1, "CYTO-2")
    assert visit("operator", language).get(address).status_code == 200


@pytest.mark.parametrize("address", FOR_STAFF)
@pytest.mark.parametrize("who", ["hana", "hajin", "finance", "programme"])
def test_what_is_for_lab_operations_is_refused_to_others(visit, who, address):
    assert visit(who).get(address).status_code == 403


@pytest.mark.parametrize("address", FOR_SCIENTISTS)
@pytest.mark.parametrize("who", ["operator", "auditor", "finance"])
def test_only_people_of_a_company_book(visit, who, address):
    assert visit(who).get(address).status_code == 403


@pytest.mark.parametrize("address", [a for a in (*FOR_ALL, *FOR_SCIENTISTS, *FOR_STAFF) if a != "/"])
def test_a_visitor_is_led_to_sign_in(visit, address):
    answer = visit().get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=")


def test_the_welcome_is_for_visitors(visit):
    page = visit("", "en").get("/").content.decode()
    assert "/accounts/login/" in page
    assert "My day" not in page


@pytest.mark.parametrize("address", [*FOR_ALL, *FOR_SCIENTISTS])
def test_english_pages_are_english(world: World, visit, address):
    """No Korean in an English page but names, the language switch, and what the reader typed."""
    page = visit("hana", "en").get(address).content.decode()
    main = page.partition("<main")[2].partition("</main>")[0] or page
    text = re.sub(r"<[^>]*lang=\"ko\"[^>]*>.*?</[a-z0-9]+>", "", main)
    text = re.sub(r"<script.*?</script>|<[^>]+>", " ", text, flags=re.S)
    for known in (*OUR_KOREAN, "현미경", "ㅎㅁㄱ"):
        text = text.replace(known, "")
    assert HANGUL.findall(text) == []


@pytest.mark.parametrize("act", ["", "calendar.ics"])
def test_a_rivals_booking_is_not_there(world: World, visit, act):
    code = slots(world, "hana", 1)[0]
    assert visit("hana").get(f"/bookings/{code}/{act}").status_code == 200
    assert visit("haeun").get(f"/bookings/{code}/{act}").status_code == 200
    assert visit("operator").get(f"/bookings/{code}/{act}").status_code == 200
    rival, nobody = visit("sora").get(f"/bookings/{code}/{act}"), visit("sora").get(f"/bookings/RS-00000000/{act}")
    assert (rival.status_code, nobody.status_code) == (404, 404)

    def rest(answer) -> str:
        return re.sub(r"RS-\w+|[\w-]{43,}|csrf[^>]*", "", answer.content.decode())

    assert rest(rival) == rest(nobody)


@pytest.mark.parametrize("verb", ["cancel", "move", "shorten", "start", "end", "approve", "decline"])
def test_a_rival_does_nothing_to_it(world: World, visit, verb):
    code = slots(world, "hana", 1)[0]
    asked = {"start": "2027-03-01T13:00", "end": "2027-03-01T14:00", "reason": "x"}
    assert visit("sora").post(f"/bookings/{code}/{verb}", asked).status_code == 404
    with world.as_("hana"):
        from squaremile.booking.reads import bookings

        assert bookings.booking(code).line.state == "confirmed"


STEADY = (
    ("hana", "/"),
    ("hana", "/book/"),
    ("hana", "/bookings/"),
    ("hajin", "/bookings/?whose=company"),
    ("hana", "/catalogue/"),
    ("hana", "/book/CONFOCAL/"),
    ("operator", "/operations/"),
    ("hana", "/bookings.csv"),
    ("operator", "/"),
    ("hana", "/book/feed?from=2027-03-01T00:00:00Z&to=2027-03-02T00:00:00Z"),
)


@pytest.mark.parametrize(("who", "address"), STEADY)
def test_queries_do_not_grow_with_rows(world: World, visit, who, address):
    client = visit(who)
    counts = []
    for more in (1, 2):
        slots_at = TEN + 6 * HOUR * (more - 1)
        with world.as_("hana"):
            for n in range(more):
                booking.reserve(equipment="CONFOCAL", start=slots_at + n * HOUR, end=slots_at + (n + 1) * HOUR)
                booking.reserve(equipment="CYTO-2", start=slots_at + n * HOUR, end=slots_at + (n + 1) * HOUR)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
