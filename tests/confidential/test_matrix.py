"""The matrix: every page, read and API route × every role × a rival's data. Nothing of hers comes back.

Subjects are discovered from the addresses themselves, so that a new page is in the matrix the moment it exists.
"""

import pytest
from django.test import Client

from squaremile.core import operations as core
from squaremile.core.models import User
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.confidential.addresses import patterns, typed
from tests.confidential.rival import Rival, a_rivals_week
from tests.world import MONDAY, World

RIVALS = ("hana", "hajin")
EXTRA = {
    "search/": "?q=새봄", "search/palette": "?q=소라", "book/feed": "?from=2027-02-28T15:00:00Z&to=2027-03-08T15:00:00Z",
    "api/v1/sites/": "?start=2027-03-01", "book/new": "?equipment=CONFOCAL&start=2027-03-01T10:00&end=2027-03-01T11:00",
}  # fmt: skip


@pytest.fixture
def rival(world: World):
    with clock.as_of(MONDAY):
        yield a_rivals_week(world)


def client_of(who: str) -> Client:
    with scope(system("auth")):
        user = User.objects.get(email=f"{who}@example.org")
        client = Client(raise_request_exception=True)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def token_of(world: World, who: str) -> dict[str, str]:
    with world.as_(who):
        return {"HTTP_AUTHORIZATION": f"Bearer {core.create_token(name='matrix').secret}"}


def every_address(rival: Rival) -> list[str]:
    found = []
    for pattern, _ in patterns():
        extra = next((query for beginning, query in EXTRA.items() if pattern.startswith(beginning)), "")
        found += [address + extra for address in typed(pattern, rival)]
    return found


def text_of(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace") + " ".join(f"{k}: {v}" for k, v in response.items())


@pytest.mark.parametrize(("who", "lang"), [("hana", "ko"), ("hajin", "en")])
def test_a_rival_reads_nothing(world: World, rival: Rival, who: str, lang: str):
    client, bearer, leaks, broken = client_of(who), token_of(world, who), [], []
    for address in every_address(rival):
        # What she typed herself may come back to her; a secret she did not type may not.
        response = client.get(address, headers={"Accept-Language": lang}, **(bearer if "/api/" in address else {}))
        text = text_of(response)
        leaks += [(address, secret) for secret in rival.secrets if secret in text and secret not in address]
        if response.status_code >= 500:
            broken.append((address, response.status_code))
    assert leaks == []
    assert broken == []


def test_a_visitor_reads_nothing(rival: Rival):
    client, leaks = Client(), []
    for address in every_address(rival):
        response = client.get(address)
        assert response.status_code < 500, address
        leaks += [(address, s) for s in rival.secrets if s in text_of(response) and s not in address]
    assert leaks == []


@pytest.mark.parametrize("who", ["operator", "auditor"])
def test_staff_do_read_it(world: World, rival: Rival, who: str):
    """The matrix would find a leak if there were one: to staff, the same addresses do tell."""
    client, bearer, told = client_of(who), token_of(world, who), set()
    for address in every_address(rival):
        response = client.get(address, **(bearer if "/api/" in address else {}))
        assert response.status_code < 500, (address, response.status_code)
        told |= {secret for secret in rival.secrets if secret in text_of(response)}
    assert {"비밀 항체 ADC-77", "새봄테라퓨틱스", "이소라"} <= told


def test_a_rivals_booking_is_as_absent_as_no_booking(world: World, rival: Rival):
    """The answer to another company's code and to a code that never was are the same, letter for letter."""
    client = client_of("hana")
    for theirs, nobodys in (
        (f"/bookings/{rival.reservation}/", "/bookings/RS-00000000/"),
        ("/organisations/SAEBOM/", "/organisations/NOBODY/"),
    ):
        a, b = client.get(theirs), client.get(nobodys)
        assert (a.status_code, b.status_code) == (404, 404)
        assert _without_noise(text_of(a), theirs) == _without_noise(text_of(b), nobodys)


def _without_noise(text: str, address: str) -> str:
    import re

    text = text.replace(address, "").replace(address.strip("/"), "")
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|csrf-token" content="[^"]+"', "", text)
    return re.sub(r"RQ-[0-9A-Z]+|dur=[\d.]+|nonce-[^'\"]+|data-csrf[^ ]*", "", text)


@pytest.mark.parametrize("who", RIVALS)
def test_a_rival_changes_nothing(world: World, rival: Rival, who: str):
    """Every operation that takes a code, given a rival's: refused as missing or forbidden, and nothing is different."""
    from squaremile.booking import operations as booking
    from squaremile.booking.models import Reservation, ReservationDetail, Session
    from squaremile.kernel.errors import SquaremileError

    later = MONDAY.replace(hour=20)
    tries = (
        lambda: booking.move(reservation=rival.reservation, start=later, end=later.replace(hour=21)),
        lambda: booking.shorten(reservation=rival.reservation, end=MONDAY.replace(hour=1)),
        lambda: booking.cancel(reservation=rival.reservation),
        lambda: booking.start_session(reservation=rival.reservation),
        lambda: booking.end_session(session=rival.session),
        lambda: booking.approve(reservation=rival.pending),
        lambda: booking.decline(reservation=rival.pending, reason="아니요"),
        lambda: core.add_project(organisation=world.organisations["SAEBOM"], name_ko="훔침", name_en="Stolen"),
    )
    with scope(world.person("operator")):
        before = sorted(Reservation.objects.values_list("code", "state", "period"))
    with world.as_(who):
        for attempt in tries:
            with pytest.raises(SquaremileError) as caught:
                attempt()
            assert caught.value.status in (403, 404)
        assert ReservationDetail.objects.count() == 0
        assert Session.objects.count() == 0
    with scope(world.person("operator")):
        assert sorted(Reservation.objects.values_list("code", "state", "period")) == before
