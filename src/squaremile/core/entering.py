"""How a person or a token enters: one statement tells the database who asks and brings back her rights."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from squaremile.core.models import User
from squaremile.kernel import clock
from squaremile.kernel.first_statement import begin_and_ask
from squaremile.kernel.scope import Grant, Scope, scope


@dataclass(frozen=True, slots=True)
class Entered:
    """Who came in, as the shell shows her."""

    scope: Scope
    email: str
    name_ko: str
    name_en: str
    language: str
    abilities: tuple[str, ...] = ()


def secret_hash(secret: str) -> str:
    """Secrets are long and random, so one round of SHA-256 keeps them."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _entered(row: dict[str, Any], actor: UUID, operator: UUID, **more: Any) -> Entered:
    grants = tuple(Grant(role, UUID(org) if org else None) for role, org in row["grants"])
    abilities = tuple(row.get("abilities", ()))
    asking = Scope(actor=actor, grants=grants, operator=operator, **more)
    return Entered(asking, row["email"], row["name_ko"], row["name_en"], row["language"], abilities)


def _ask(sql: str, *values: str) -> dict[str, Any] | None:
    found = begin_and_ask(sql, values)
    return json.loads(found) if found else None


@contextmanager
def enter_person(
    actor: UUID, *, operator: UUID | None = None, reason: str = "", request_id: str = ""
) -> Iterator[Entered | None]:
    """Run a block with a person's rights. Yields None, with no rights, when she is unknown or inactive."""
    with transaction.atomic():
        row = _ask("sm_enter(%s, %s, %s)", str(actor), str(operator or actor), clock.now().isoformat())
        if row is None:
            with scope(Scope()):
                yield None
            return
        entered = _entered(row, actor, operator or actor, reason=reason, request_id=request_id)
        with scope(entered.scope, applied=True):
            yield entered


@contextmanager
def enter_token(secret: str, purpose: str, *, request_id: str = "") -> Iterator[Entered | None]:
    """Run a block with the rights of a token's owner. A token without `write` may only read."""
    with transaction.atomic():
        row = _ask("sm_enter_token(%s, %s, %s)", secret_hash(secret), purpose, clock.now().isoformat())
        if row is None:
            yield None
            return
        user = UUID(row["user"])
        may_write = "write" in row["abilities"]
        entered = _entered(row, user, user, request_id=request_id, may_write=may_write, savepoints=False)
        with scope(entered.scope, applied=True):
            yield entered


@contextmanager
def enter_key(hashed: str, *, request_id: str = "") -> Iterator[Entered | None]:
    """Run a block as whoever holds a door key: no actor, one holder. Yields None, with no rights, for one that ended."""
    with transaction.atomic():
        row = _ask("sm_enter_key(%s, %s)", hashed, clock.now().isoformat()) if hashed else None
        if row is None:
            with scope(Scope(request_id=request_id)):
                yield None
            return
        asking = Scope(grants=(Grant(row["kind"], UUID(row["holder"])),), reason=row["email"], request_id=request_id)
        with scope(asking, applied=True):
            yield Entered(asking, row["email"], row["name"], row["name"], row["language"])


def account(email: str) -> User | None:
    """The active person with that address, for the sign-in machinery (the `auth` scope)."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()
