"""A payment provider: what it is asked, what it says, and how one knows that it was the provider who said it.

Messages have the shape of Stripe's PaymentIntent and Event (stripe/openapi, openapi/spec3.yaml: schemas `payment_intent`
and `event`; the parts used here are kept in tests/billing/exports/stripe_messages.json). Events are signed as Stripe signs
them: `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`, and one older than five minutes is not taken. Amounts are minor units: the
won has none, and Stripe counts it so too.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

SUCCEEDED, FAILED, CANCELED = "payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.canceled"
TOLERANCE = timedelta(minutes=5)


class NotSigned(ValueError):
    """It does not come from the provider, or comes too late."""


class NotUnderstood(ValueError):
    """It is signed and is no event that we know how to read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the provider made of a request: its own name of it."""

    intent: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event: `intent` is the provider's name of the request; amounts in minor units."""

    event: str
    kind: str
    intent: str
    amount: int
    currency: str
    digest: str


class PaymentProvider(Protocol):
    """A service that takes payments: the operator's contract with it lies outside the product."""

    name: str

    def ask(self, code: str, amount: int, currency: str, description: str, now: datetime) -> Asked:
        """Ask for a payment once (`code` is the key of repetition)."""


def signed(body: bytes, secret: str, now: datetime) -> str:
    """The header of a message, as the provider writes it."""
    at = int(now.timestamp())
    return f"t={at},v1={_mac(secret, at, body)}"


def _mac(secret: str, at: int, body: bytes) -> str:
    return hmac.new(secret.encode(), f"{at}.".encode() + body, sha256).hexdigest()


def heard(header: str, body: bytes, secret: str, now: datetime) -> Told:
    """The event in a signed message.

    Raises:
        NotSigned: no signature of this secret over this body, or older than `TOLERANCE` (or from the future).
        NotUnderstood: signed, and not an event of a payment.
    """
    parts = [part.partition("=")[::2] for part in header.split(",")]
    stamp = next((value for name, value in parts if name.strip() == "t"), "")
    given = [value for name, value in parts if name.strip() == "v1"]
    if not secret or not stamp.isascii() or not stamp.isdigit() or len(stamp) > 12:
        raise NotSigned("no signature")
    if abs(now.timestamp() - int(stamp)) > TOLERANCE.total_seconds():
        raise NotSigned("too old")
    right = _mac(secret, int(stamp), body)
    if not any(hmac.compare_digest(right.encode(), one.encode()) for one in given):
        raise NotSigned("another signature")
    return _read(body)


def _read(body: bytes) -> Told:
    try:
        said = json.loads(body)
        intent = said["data"]["object"]
        if said["object"] != "event" or intent["object"] != "payment_intent":
            raise NotUnderstood("not an event of a payment")
        amount = intent["amount_received"] if said["type"] == SUCCEEDED else intent["amount"]
        made = Told(str(said["id"]), str(said["type"]), str(intent["id"]), int(amount), str(intent["currency"]).upper(), sha256(body).hexdigest())
    except (ValueError, KeyError, TypeError) as wrong:
        raise NotUnderstood(str(wrong)) from wrong
    return made


class Sandbox:
    """A provider that moves no money, for demonstrations and tests. It makes the messages that a real one would send."""

    name = "sandbox"

    def ask(self, code: str, amount: int, currency: str, description: str, now: datetime) -> Asked:
        """The same request has the same name."""
        return Asked(intent(code, amount, currency, description, now)["id"])


def intent(
    code: str, amount: int, currency: str, description: str, now: datetime, *, status: str = "requires_payment_method", received: int = 0
) -> dict[str, Any]:
    """A PaymentIntent, as the sandbox knows it."""
    name = sha256(code.encode()).hexdigest()[:24]
    return {
        "id": f"pi_{name}", "object": "payment_intent", "amount": amount, "amount_received": received, "capture_method": "automatic",
        "client_secret": f"pi_{name}_secret_sandbox", "confirmation_method": "automatic", "created": int(now.timestamp()),
        "currency": currency.lower(), "description": description, "livemode": False, "metadata": {"request": code},
        "payment_method_types": ["card"], "status": status,
    }


def event(of: dict[str, Any], kind: str, now: datetime, *, turn: int = 1) -> bytes:
    """An Event about an intent, as it is sent. `turn` tells a second event of the same sort from the first."""
    name = sha256(f"{of['id']}:{kind}:{turn}".encode()).hexdigest()[:24]
    return json.dumps({
        "id": f"evt_{name}", "object": "event", "api_version": "2019-11-05", "created": int(now.timestamp()), "data": {"object": of},
        "livemode": False, "pending_webhooks": 1, "request": None, "type": kind,
    }, separators=(",", ":")).encode()
