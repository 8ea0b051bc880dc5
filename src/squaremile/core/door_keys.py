"""Keys for people outside, given and withdrawn inside other operations.

A key stands for whom it was made: the database then hears of no actor, so that what "everyone in the cluster" may see
stays shut, and of one holder, whose own rows are open (`own_as("applicant", "company_id")`).
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from squaremile.core import notices
from squaremile.core.entering import secret_hash
from squaremile.core.models import DoorKey
from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

OPEN_FOR = timedelta(days=90)


def give(
    *, kind: str, holder: UUID, email: str, subject: Text, letter: Text, name: str = "", language: str = "ko",
    values: Mapping[str, Any] | None = None, until: datetime | None = None,
) -> DoorKey:
    """Make a key for `holder` and mail it. `letter` says {url}, and whatever else `values` and {cluster} fill.

    An earlier key of that kind, of the same address to the same holder, ends: the newest link is the one that opens.
    """
    now, address, secret = clock.now(), email.strip().lower(), secrets.token_urlsafe(32)
    withdraw(holder=holder, email=address, kind=kind)
    made = DoorKey(
        id=uuid7(), kind=kind, holder=holder, email=address, name=name.strip()[:80], language=language,
        secret_hash=secret_hash(secret), given_at=now, given_by=require().actor, expires_at=until or now + OPEN_FOR,
    )
    DoorKey.objects.bulk_create([made])
    cluster = Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"])
    told = {**(values or {}), "cluster": cluster, "url": f"{settings.PUBLIC_URL}/door/enter/{secret}/"}
    notices.post(to=address, secret=True, subject=subject.fill(told).say(language), body=letter.fill(told).say(language))
    return made


def withdraw(*, holder: UUID, email: str = "", kind: str = "") -> int:
    """End the keys of a holder, or those of one address, or of one kind. Returns how many."""
    which = Q(holder=holder, withdrawn_at=None) & (Q(email=email.strip().lower()) if email else Q()) & (Q(kind=kind) if kind else Q())
    return DoorKey.objects.filter(which).update(withdrawn_at=clock.now())


def standing(*, holder: UUID) -> list[DoorKey]:
    """Keys that open today, the oldest first."""
    now = clock.now()
    return list(DoorKey.objects.filter(holder=holder, withdrawn_at=None, expires_at__gt=now).order_by("given_at", "id"))


def addressees(*, kind: str, holder: UUID, though_ended: bool) -> list[DoorKey]:
    """Whom to write to by a key of that kind: those that open today, or else, `though_ended`, the newest of each address."""
    found = [key for key in standing(holder=holder) if key.kind == kind]
    return found or (latest(kind=kind, holder=holder) if though_ended else [])


def latest(*, kind: str, holder: UUID) -> list[DoorKey]:
    """The newest key of each address, run out or not, that was not withdrawn: whom to write to once none opens any more."""
    found = DoorKey.objects.filter(kind=kind, holder=holder, withdrawn_at=None).order_by("given_at", "id")
    return list({key.email: key for key in found}.values())


def holders(*, kind: str, email: str) -> list[UUID]:
    """Whom an address has ever had keys of that kind for."""
    found = DoorKey.objects.filter(kind=kind, email=email.strip().lower()).values_list("holder", flat=True)
    return list(dict.fromkeys(found))


def given_since(*, kind: str, email: str, since: datetime) -> int:
    """How many keys of that kind an address was mailed since then."""
    return DoorKey.objects.filter(kind=kind, email=email.strip().lower(), given_at__gt=since).count()
