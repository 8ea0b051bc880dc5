"""Which pages there are, and who may open them: found by following every link, as a person would."""

import re
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, resolve, reverse

from squaremile.core.models import User
from squaremile.kernel.scope import scope, system
from tests.world import PASSWORD

NOT_PAGES = ("api/", "static/", "feeds/", "demo/", "kit/")
"""The gallery and the demonstration have tests of their own."""
EACH = 8
"""How many addresses of one pattern each person follows: a booking that waits differs from one that is confirmed."""
_LINK = re.compile(r'<a\b[^>]*?\shref="(/[^"#]*)')
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


def client_of(who: str) -> Client:
    """A person of the world as she is after signing in with her password just now; "" is a visitor."""
    client = Client()
    if who:
        with scope(system("auth")):
            user = User.objects.get(email=f"{who}@example.org")
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
            session = client.session
            session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
            session.save()
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


@dataclass
class Found:
    """Whole pages by pattern and person; links that led nowhere; addresses that failed; patterns that take POST alone."""

    pages: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    dead: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    acts: set[str] = field(default_factory=set)

    def people(self, pattern: str) -> list[str]:
        """Who came to a page of that pattern."""
        return [who for who, addresses in self.pages[pattern].items() if addresses]


def patterns() -> dict[str, str]:
    """Every address pattern of pages, with its name."""
    return dict(_walk(get_resolver().url_patterns, ""))


def _walk(found: list[URLPattern | URLResolver], prefix: str) -> list[tuple[str, str]]:
    every: list[tuple[str, str]] = []
    for one in found:
        address = prefix + str(one.pattern)
        if not address.startswith(NOT_PAGES):
            inner = one.url_patterns if isinstance(one, URLResolver) else None
            every += [(address, one.name or "")] if inner is None else _walk(inner, address)
    return every


def crawl(people: tuple[str, ...], under: str = "") -> Found:
    """Every page those people come to: all addresses without a code in them, and whatever is linked from there. `under`: of one
    room alone."""
    found = Found()
    for who in people:
        _follow(who, client_of(who), found, under)
    operator = client_of("operator")
    for pattern, name in patterns().items():
        if not pattern.startswith(under):
            continue
        try:
            address = reverse(name, kwargs=dict.fromkeys(_PLACE.findall(pattern), "0"))
        except NoReverseMatch:
            continue
        if not found.people(pattern) and operator.get(address).status_code == 405:
            found.acts.add(pattern)
    return found


def _follow(who: str, client: Client, found: Found, under: str) -> None:
    waiting = deque(f"/{pattern}" for pattern in patterns() if "<" not in pattern and pattern.startswith(under))
    shown, answers = set(waiting), {}
    links: list[tuple[str, str]] = []
    while waiting:
        address = waiting.popleft()
        kept = found.pages[resolve(address.partition("?")[0]).route][who]
        if len(kept) >= EACH:
            continue
        response = client.get(address)
        answers[address] = response.status_code
        if response.status_code >= 500:
            found.broken.append(f"{who}: {address}")
        if not is_page(response):
            response.close()  # a download holds its file open
            continue
        kept.append(address)
        for link in dict.fromkeys(unescape(link) for link in _LINK.findall(response.content.decode())):
            if link.startswith(f"/{under}") and not link.startswith(("//", *(f"/{beginning}" for beginning in NOT_PAGES))):
                links.append((address, link))
                if link not in shown:
                    shown.add(link)
                    waiting.append(link)
    found.dead += [
        f"{who or 'a visitor'}: {address} links to {link}: {answers[link]}"
        for address, link in links if answers.get(link, 0) >= 400
    ]  # fmt: skip


def is_page(response: Any) -> bool:
    """A whole page: no redirection, no file, no part that another page takes in."""
    whole = response.status_code == 200 and response["Content-Type"].startswith("text/html")
    return whole and not response.streaming and b"<html" in response.content
