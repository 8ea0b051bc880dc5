"""Sends the e-mail that waits: after the transaction that asked for it, again when the mail server was away."""

import logging
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q

from squaremile.core.models import Mail
from squaremile.core.outbox import wait_after
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system

log = logging.getLogger(__name__)
SECRET = "secret:"
"""Messages of this origin carry a link that opens a door: what was written is forgotten once it is sent."""


def send(limit: int = 50) -> int:
    """Send up to `limit` waiting messages. Returns how many were tried.

    A crash between the mail server's answer and our commit sends a message twice; its Message-ID stays the same,
    so that mailboxes know it again.
    """
    tried = 0
    while tried < limit and _send_one():
        tried += 1
    return tried


def _send_one() -> bool:
    with scope(system("worker")):
        mail = (
            Mail.objects.select_for_update(skip_locked=True)
            .filter(Q(next_at=None) | Q(next_at__lte=clock.now()), sent_at=None).order_by("id").first()
        )
        if mail is None:
            return False
        mail.attempts = min(mail.attempts + 1, 32_000)
        try:
            message(mail).send()
        except Exception as error:
            log.warning("message %s was not taken: %s", mail.id, error)
            mail.error = f"{type(error).__name__}: {error}"
            mail.next_at = clock.now() + wait_after(mail.attempts)
        else:
            mail.sent_at, mail.error = clock.now(), ""
            if mail.origin.startswith(SECRET):
                mail.body = ""
        mail.save(update_fields=["attempts", "error", "next_at", "sent_at", "body"])
        return True


def message(mail: Mail) -> EmailMultiAlternatives:
    """The message as mail programs want it. A calendar part stands beside the text (Gmail, Outlook) and as a file."""
    made = EmailMultiAlternatives(
        mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [mail.to],
        headers={"Message-ID": message_id(mail.id), "Auto-Submitted": "auto-generated"},
    )
    if mail.calendar:
        made.attach_alternative(mail.calendar, f"text/calendar; method={mail.method}")
        made.attach("invite.ics", mail.calendar.encode(), "application/ics")
    return made


def message_id(mail: UUID) -> str:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<{mail}@{host}>"
