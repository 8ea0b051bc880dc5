"""Telling people: a notice in the application, and an e-mail in the reader's own language.

For handlers and tasks (the `worker` scope). The same origin never tells the same person twice.

    tell([fact.person], "booking.moved", Text(ko=…, en=…), url="/my-day/", origin=f"moved:{fact.reservation}:{n}",
         mail=Letter(subject=Text(…), body=Text(…), event=Event(uid=…, sequence=…, …)))
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from squaremile.core import calendars
from squaremile.core.models import Mail, Notice, RoleGrant, User
from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail that goes with a notice. `about_bookings`: people may switch it off under My settings."""

    subject: Text
    body: Text
    event: calendars.Event | None = None
    about_bookings: bool = True


def tell(
    recipients: Iterable[UUID], kind: str, text: Text, url: str, origin: str, mail: Letter | None = None, *,
    about: UUID | None = None,
) -> None:
    """Tell people something once. `url` is an address within the application.

    `about` is the company whose business it is: only its present people and staff are told. Nobody without any role
    is told anything.
    """
    readers = _present(recipients, about)
    now = clock.now()
    Notice.objects.bulk_create(
        (
            Notice(recipient=reader, kind=kind, text_ko=text.ko[:500], text_en=text.en[:500], url=url, at=now,
                   origin=_once(origin, reader.id))
            for reader in readers
        ),
        ignore_conflicts=True,
    )
    if mail is not None:
        _write(readers, url, origin, mail)


def write(recipients: Iterable[UUID], url: str, origin: str, mail: Letter, *, about: UUID | None = None) -> None:
    """As `tell`, but the e-mail alone."""
    _write(_present(recipients, about), url, origin, mail)


def _write(readers: Iterable[User], url: str, origin: str, mail: Letter) -> None:
    Mail.objects.bulk_create(
        (_mail(mail, reader, url, origin) for reader in readers if reader.mail_bookings or not mail.about_bookings),
        ignore_conflicts=True,
    )


def _present(recipients: Iterable[UUID], about: UUID | None) -> list[User]:
    """Who of them is active and holds a role now: in that company or on the staff, if it is about one."""
    if not (wanted := set(recipients)):
        return []
    held = RoleGrant.objects.filter(user_id__in=wanted, valid__contains=clock.now())
    if about is not None:
        held = held.filter(Q(organisation_id=about) | Q(organisation=None))
    return list(User.objects.filter(id__in=held.values("user_id"), is_active=True))


def post(*, to: str, subject: str, body: str, secret: bool = False, about: str = "") -> None:
    """Queue a message to an address. `secret`: it carries a link that opens a door, and is forgotten once sent.

    `about` says what caused it, so that it can be taken back before it is sent (`core_forget_letters`).
    """
    identity = uuid7()
    Mail.objects.create(
        id=identity, to=to, subject=_line(subject), body=body, at=clock.now(),
        origin=f"{Mail.SECRET if secret else 'post:'}{f'{about}:{identity.hex[-12:]}' if about else identity}",
    )


def _mail(letter: Letter, reader: User, url: str, origin: str) -> Mail:
    language = reader.language
    body = letter.body.say(language)
    if url:
        body += f"\n\n{settings.PUBLIC_URL}{url}"
    body += f"\n\n-- \n{settings.CLUSTER_NAME[language]}"
    name = (reader.name_en or reader.name_ko) if language == "en" else (reader.name_ko or reader.name_en)
    event = letter.event
    return Mail(
        to=reader.email, subject=_line(letter.subject.say(language)), body=body, at=clock.now(),
        calendar=calendars.written(event, email=reader.email, name=name, language=language) if event else "",
        method=event.method if event else "", origin=_once(origin, reader.id),
    )


def _line(subject: str) -> str:
    """A subject is one line: a line break in a name must not write a header."""
    return " ".join(subject.split())[:200]


def _once(origin: str, reader: UUID) -> str:
    """One cause and one reader, in a column of fixed length."""
    return hashlib.sha256(f"{origin}|{reader}".encode()).hexdigest()
