"""Training passports: hers, and what is published so that others can check them."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.safety.models import Passport
from squaremile.safety.policies import passport
from squaremile.safety.policies.passport_check import LIST_KIND
from squaremile.safety.words import training as words


@dataclass(frozen=True, slots=True)
class PassportRow:
    """One passport of hers."""

    code: str
    issued_at: datetime
    ends_at: datetime
    revoked_at: datetime | None
    revoked_why: str


def signing_key() -> bytes:
    """The cluster's Ed25519 key, made from its secret (HKDF with SHA-256, RFC 5869: one block is its 32 bytes), so that every
    server has the same and none keeps a file. Another secret makes another key; the public half of the old stays published."""
    spread = hmac.digest(b"squaremile", settings.SECRET_KEY.encode(), hashlib.sha256)
    return hmac.digest(spread, b"squaremile training passport\x01", hashlib.sha256)


def status_url() -> str:
    """Where the status list is published."""
    return f"{settings.PUBLIC_URL}/public/safety/passports/status.json"


def moment(at: datetime) -> str:
    """As credentials write it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def issuer() -> dict[str, str]:
    """Who signs: the key, and the cluster's name."""
    return {"id": passport.issuer(signing_key()), "name": settings.CLUSTER_NAME["en"], "url": settings.PUBLIC_URL}


def published_key() -> dict[str, Any]:
    """The key that signs passports and the status list today, and those before it that signed a passport which still counts:
    for hosts to keep. An older one goes with the last of its passports, by its day or because it was revoked."""
    now = passport.public_key(signing_key())
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM safety_passport_keys(%s)", (clock.now(),))
        older = [key for (key,) in cursor.fetchall() if key != now]
    return {"issuer": issuer(), "keys": [now, *older], "status": status_url()}


def status_list() -> dict[str, Any]:
    """The signed list of revoked passports, as of now. Row security lets the public side see the revoked alone."""
    revoked = Passport.objects.filter(revoked_at__isnull=False).values_list("position", flat=True)
    now = moment(clock.now())
    return passport.sign(
        {
            "@context": [passport.VC], "id": status_url(), "type": ["VerifiableCredential", LIST_KIND], "issuer": issuer(),
            "validFrom": now,
            "credentialSubject": {
                "id": f"{status_url()}#list", "type": "BitstringStatusList", "statusPurpose": "revocation",
                "encodedList": passport.status_list(revoked),
            },
        },
        signing_key(), created=now,
    )


def passports(person: UUID) -> list[PassportRow]:
    """A person's, the newest first."""
    found = Passport.objects.filter(person_id=person).order_by("-issued_at", "-id")
    return [PassportRow(p.code, p.issued_at, p.ends_at, p.revoked_at, p.revoked_why) for p in found]


@dataclass(frozen=True, slots=True)
class Told:
    """One training as a passport says it. `until` is its last day, empty where it does not end."""

    title: Text
    until: str


def told(code: str, person: UUID) -> list[Told]:
    """What her own passport says. Raises Missing."""
    rows = document(code, person)["credentialSubject"]["trainings"]
    return [Told(Text(ko=row["title"]["ko"], en=row["title"]["en"]), row["validUntil"] or "") for row in rows]


def document(code: str, person: UUID) -> dict[str, Any]:
    """The signed file of her own passport. Raises Missing."""
    found = Passport.objects.filter(code=code, person_id=person).values_list("document", flat=True).first()
    if found is None:
        raise Missing(words.PASSPORT_UNKNOWN)
    return dict(found)
