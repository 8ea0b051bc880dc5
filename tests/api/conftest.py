"""The API as programs meet it: a client with somebody's token."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from squaremile.core.entering import secret_hash
from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from tests.world import MONDAY, World

ADD_TOKEN = (
    "INSERT INTO core_token (id, user_id, purpose, name, hint, secret_hash, abilities, expires_at, created_at)"
    " VALUES (%s, %s, %s, 'test', '', %s, %s, '2100-01-01', now())"
)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


def give_token(
    world: World, who: str, *, purpose: str = "api", abilities: tuple[str, ...] = ("read", "write"), again: bool = False
) -> str:
    """A token of one of PEOPLE, written as she herself would. `again`: it may be there already."""
    secret = f"sm_test_{who}_{purpose}_{'_'.join(abilities)}"
    with world.as_(who), connection.cursor() as cursor:
        cursor.execute(
            ADD_TOKEN + " ON CONFLICT (secret_hash) DO NOTHING" * again,
            [uuid7(), world.people[who], purpose, secret_hash(secret), list(abilities)],
        )
    return secret


class Caller:
    """A program that holds somebody's token."""

    def __init__(self, secret: str | None) -> None:
        self.client = Client(raise_request_exception=True)
        self.headers = {"Authorization": f"Bearer {secret}"} if secret else {}

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.client.generic(method, f"/api/v1{path}", data, content_type="application/json", headers=sent)


@pytest.fixture
def calling(world: World) -> Callable[..., Caller]:
    """`calling("hana")` is a program with Hana's token; `calling(None)` has none."""
    made: dict[Any, Caller] = {}

    def caller(who: str | None, *abilities: str) -> Caller:
        if (who, abilities) not in made:
            secret = give_token(world, who, abilities=abilities or ("read", "write")) if who else None
            made[who, abilities] = Caller(secret)
        return made[who, abilities]

    return caller
