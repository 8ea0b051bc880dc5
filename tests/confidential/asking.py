"""Who asks: a browser or a program of one of the world's people, and what comes back in full."""

import re
from html import unescape
from urllib.parse import unquote

from django.test import Client

from squaremile.core import operations as core
from squaremile.core.models import User
from squaremile.kernel.scope import scope, system
from tests import parts
from tests.world import World


def client_of(who: str) -> Client:
    with scope(system("auth")):
        user = User.objects.get(email=f"{who}@example.org")
        client = Client(raise_request_exception=True)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def clients_by_key() -> list[Client]:
    """Browsers of people outside, each behind the door by a link from her mail."""
    made = []
    for secret in parts.door_secrets.values():
        client = Client(raise_request_exception=True)
        client.get(f"/door/enter/{secret}/")
        made.append(client)
    return made


def token_of(world: World, who: str) -> dict[str, str]:
    with world.as_(who):
        return {"HTTP_AUTHORIZATION": f"Bearer {core.create_token(name='matrix', ability='write').secret}"}


def text_of(response) -> str:
    """Body and headers, with whatever was escaped (JSON, HTML, addresses) or folded (calendars) in plain letters."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = body.replace(b"\r\n ", b"").decode("utf-8", "replace") + " ".join(f"{k}: {v}" for k, v in response.items())
    return unquote(unescape(re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)))
