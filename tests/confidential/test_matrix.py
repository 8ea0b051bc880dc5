"""The matrix: every page, read and API route × every role × a rival's data. Nothing of hers comes back.

Subjects are discovered from the addresses themselves, so that a new page is in the matrix the moment it exists.
"""

import re

import pytest
from django.test import Client

from tests.confidential.addresses import SECRET, patterns, typed
from tests.confidential.asking import client_of, clients_by_key, text_of, token_of
from tests.confidential.rival import TEXTS, Rival
from tests.world import World

EXTRA = {
    "search/": "?q=새봄", "search/palette": "?q=소라", "book/feed": "?from=2027-02-28T15:00:00Z&to=2027-03-08T15:00:00Z",
    "network/pick/": "?what=need&of=q&q=",
    "api/v1/sites/": "?start=2027-03-01", "book/new": "?equipment=CONFOCAL&start=2027-03-01T10:00&end=2027-03-01T11:00",
}  # fmt: skip
THEIRS = ("sora", "director", "operator", "sujin", "auditor")
BOTH = ("sora", "director")
"""Asked everywhere: a page that both may read tells each of them other things."""
"""Those who may read it."""
UNSHOWN = {
    "한새내", "file ref",
    # Read through operations alone so far: these parts of residency have no page yet.
    "review comment",
}
"""What no page tells even them: a name given to an invitation (its reader sees it), and where a private file lies."""


def addresses(pattern: str, rival: Rival) -> list[str]:
    extra = next((query for beginning, query in EXTRA.items() if pattern.startswith(beginning)), "")
    return [address + extra for address in typed(pattern, rival)]


def every_address(rival: Rival) -> list[str]:
    return [address for pattern, _ in patterns() for address in addresses(pattern, rival)]


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
        text = text_of(response)
        leaks += [(address, s) for s in rival.secrets if s in text and s not in address]
    assert leaks == []


def test_those_who_may_do_read_it(world: World, rival: Rival):
    """The matrix would find a leak if there were one: what is typed is there, and to those who may it is told."""
    people = [(who, client_of(who), token_of(world, who)) for who in THEIRS]
    people += [("outside", client, {}) for client in clients_by_key()]
    told, dead = set(), []
    for pattern, _ in patterns():
        alive = "<" not in pattern or pattern.startswith(SECRET)
        for address in addresses(pattern, rival):
            answered = False
            for who, client, bearer in people:
                if answered and who not in BOTH:
                    continue
                answer = client.get(address, **(bearer if "/api/" in address else {}))
                text = text_of(answer)
                told |= {secret for secret in rival.secrets if secret in text}
                answered |= "<" in pattern and answer.status_code not in (403, 404)
            alive |= answered
        dead += [] if alive else [pattern]
    assert dead == []
    names = {mark: name for name, mark in (*rival.codes.items(), *TEXTS.items())}
    assert {names.get(mark, mark) for mark in rival.secrets if mark not in told and not _is_key(mark)} == UNSHOWN


def _is_key(secret: str) -> bool:
    """Keys are shown to nobody."""
    return re.fullmatch(r"[0-9a-f-]{36}", secret) is not None


def test_a_rivals_booking_is_as_absent_as_no_booking(world: World, rival: Rival):
    """The answer to another company's code and to a code that never was are the same, letter for letter."""
    client = client_of("hana")
    for theirs, nobodys in (
        (f"/bookings/{rival.codes['reservation']}/", "/bookings/RS-00000000/"),
        ("/organisations/SAEBOM/", "/organisations/NOBODY/"),
    ):
        a, b = client.get(theirs), client.get(nobodys)
        assert (a.status_code, b.status_code) == (404, 404)
        assert _without_noise(text_of(a), theirs) == _without_noise(text_of(b), nobodys)


def _without_noise(text: str, address: str) -> str:
    text = text.replace(address, "").replace(address.strip("/"), "")
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|csrf-token" content="[^"]+"', "", text)
    return re.sub(r"RQ-[0-9A-Z]+|dur=[\d.]+|nonce-[^'\"]+|data-csrf[^ ]*", "", text)
