"""Sends the e-mail that waits: after the transaction that asked for it, again when the mail server was away.

After GIVE_UP_AFTER of trying, or at once where the mail server says that there is no such mailbox, a message is given
up: the reason is kept, and lab operations are told.
"""

import logging
import smtplib
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q

from squaremile.core import roles
from squaremile.core.models import Mail
from squaremile.core.notices import tell
from squaremile.core.outbox import wait_after
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text

log = logging.getLogger(__name__)
GIVE_UP_AFTER = timedelta(days=3)
"""Counted from when the message was written. Tries come ever more slowly, hourly in the end (`outbox.wait_after`)."""
GIVEN_UP = Text(
    ko="{to} 주소로 보낼 메일을 {tries}번 시도한 끝에 포기했습니다. 제목: {subject}. 이유: {reason}",
    en="A message to {to} was given up after {tries} tries. Subject: {subject}. Reason: {reason}")


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
            .filter(Q(next_at=None) | Q(next_at__lte=clock.now()), sent_at=None, given_up_at=None)
            .order_by("id").first()
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
            if _hopeless(error) or mail.next_at >= mail.at + GIVE_UP_AFTER:
                mail.given_up_at = clock.now()
                _tell_operations(mail)
        else:
            mail.sent_at, mail.error = clock.now(), ""
        if mail.origin.startswith(Mail.SECRET) and (mail.sent_at or mail.given_up_at):
            mail.body = ""
        mail.save(update_fields=["attempts", "error", "next_at", "sent_at", "given_up_at", "body"])
        return True


def _hopeless(error: Exception) -> bool:
    """The mail server took the connection and refused the address for good (RFC 5321 §4.2.1: 5yz)."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= 500 for code, _ in error.recipients.values())


def _tell_operations(mail: Mail) -> None:
    """Within the application, never by mail: that is what just failed."""
    said = GIVEN_UP.fill({
        "to": mail.to, "subject": mail.subject, "tries": mail.attempts, "reason": mail.error[:300],
    })
    staff = people.staff(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
    tell(staff, "core.mail_given_up", said, "", f"given_up:{mail.id}")


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
