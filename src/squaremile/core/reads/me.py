"""My settings, my notices, and an invitation as its link shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from squaremile.core import refs
from squaremile.core.models import Notice, Token, User
from squaremile.core.reads.invitations import open_by
from squaremile.core.reads.people_directory import text
from squaremile.core.roles import ROLES
from squaremile.core.words import ABILITIES
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

TOKEN, NOTICE = "token", "notice"


@dataclass(frozen=True, slots=True)
class Profile:
    email: str
    name_ko: str
    name_en: str
    language: str
    phone: str
    mail_bookings: bool


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token without its secret."""

    ref: str
    purpose: str
    name: str
    hint: str
    ability: Text
    created_at: datetime
    expires_at: datetime
    expired: bool


@dataclass(frozen=True, slots=True)
class NoticeRow:
    ref: str
    text: Text
    url: str
    at: datetime
    read: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """An invitation whose link was opened. `known`: the address has an account, which signs in instead."""

    email: str
    role: Text
    organisation: Text | None
    name_ko: str
    name_en: str
    language: str
    known: bool


def profile() -> Profile:
    """One's own."""
    me = User.objects.get(id=require().actor)  # type: ignore[misc]
    return Profile(me.email, me.name_ko, me.name_en, me.language, me.phone, me.mail_bookings)


def tokens() -> list[TokenRow]:
    """One's own that were not revoked, the newest first; row security shows no others."""
    now = clock.now()
    return [
        TokenRow(refs.ref(TOKEN, t.id), t.purpose, t.name, t.hint,
                 ABILITIES["write" if "write" in t.abilities else "read"], t.created_at, t.expires_at,
                 t.expires_at <= now)
        for t in Token.objects.filter(revoked_at=None).order_by("-id")
    ]


def notices() -> QuerySet[Notice]:
    """One's own, the newest first, to be cut into pages and shown by `notice_rows`."""
    return Notice.objects.filter(recipient_id=require().actor).order_by("-at", "-id")


def notices_after(after: tuple[datetime, str] | None, most: int) -> QuerySet[Notice]:
    """At most `most` of one's own, the newest first, those that follow one (its moment and ref). Raises Missing."""
    found = notices()
    if after:
        at, ref = after
        found = found.filter(Q(at__lt=at) | Q(at=at, id__lt=refs.read(NOTICE, ref)))
    return found[:most]


def notice_rows(some: Iterable[Notice]) -> list[NoticeRow]:
    return [
        NoticeRow(refs.ref(NOTICE, n.id), Text(ko=n.text_ko, en=n.text_en), n.url, n.at, n.read_at is not None)
        for n in some
    ]


def opened(secret: str) -> Opened:
    """What an invitation's link shows, in the `auth` scope. Raises `access.invitation_spent`."""
    found = open_by(secret)
    where = found.organisation
    return Opened(
        found.email, ROLES[found.role].label, text(where.name_ko, where.name_en) if where else None, found.name_ko,
        found.name_en, found.language, User.objects.filter(email=found.email).exists(),
    )
