"""Secrets that stand for a person: for programs (API) and for calendar programs (feed)."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from squaremile.core import rules, words
from squaremile.core.entering import secret_hash
from squaremile.core.models import Token
from squaremile.core.operations.people import not_acting
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require

LONGEST_DAYS = 365
PREFIX = {"api": "sm_", "feed": "smf_"}
"""So that people and secret scanners know one when they see it."""


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token with its secret, which is shown this once and kept nowhere."""

    token: Token
    secret: str


@operation(
    "core.create_token", ko="토큰 만들기", en="Create a token", may=rules.own_self,
    refuses=(words.ACTING, words.BAD_INPUT, words.TOKEN_TOO_LONG), constraints={"token_purpose_known": words.BAD_INPUT},
)
def create_token(*, name: str, purpose: str = "api", ability: str = "read", days: int = LONGEST_DAYS) -> NewToken:
    """Make a token of one's own rights, for up to a year. `ability` read, or write (which reads too); a feed reads."""
    not_acting()
    if purpose not in PREFIX or ability not in words.ABILITIES or days < 1 or not name.strip():
        raise Invalid(words.BAD_INPUT)
    if days > LONGEST_DAYS:
        raise Invalid(words.TOKEN_TOO_LONG, {"most": LONGEST_DAYS})
    secret = PREFIX[purpose] + secrets.token_urlsafe(32)
    abilities = ["read", "write"] if ability == "write" and purpose == "api" else ["read"]
    made = Token.objects.create(
        user_id=require().actor,  # type: ignore[misc]  # `own_self` lets only known people in
        purpose=purpose, name=name.strip()[:80], hint=secret[-4:],
        secret_hash=secret_hash(secret), abilities=abilities, expires_at=clock.now() + timedelta(days=days),
    )
    note(subject=made, purpose=purpose, abilities=abilities, expires_at=made.expires_at)
    return NewToken(made, secret)


@operation(
    "core.revoke_token", ko="토큰 취소하기", en="Revoke a token", may=rules.own_self,
    refuses=(words.ACTING, words.NOT_FOUND),
)
def revoke_token(*, token: UUID) -> Token:
    """It opens nothing from now on."""
    not_acting()
    found = Token.objects.select_for_update().filter(id=token, revoked_at=None).first()
    if found is None:
        raise Missing(words.NOT_FOUND)
    found.revoked_at = clock.now()
    found.save(update_fields=["revoked_at"])
    note(subject=found, purpose=found.purpose)
    return found
