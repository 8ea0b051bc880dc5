"""Telling people: once, in their language, as they prefer; and the e-mail that mail programs understand."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail as box
from django.core.mail.backends.locmem import EmailBackend
from icalendar import Calendar

from squaremile.core import mailing
from squaremile.core.calendars import CANCEL, Event
from squaremile.core.models import Mail, Notice, User
from squaremile.core.notices import Letter, post, tell
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from tests.world import MONDAY, World

TOLD = Text(ko="예약을 옮겼습니다.", en="The booking was moved.")
EVENT = Event(
    uid="RS-1@squaremile", sequence=2, start=MONDAY, end=MONDAY + timedelta(hours=1),
    summary=Text(ko="공초점 현미경", en="Confocal microscope"), place=Text(ko="201호", en="Room 201"), url="/my-day/",
)
LETTER = Letter(subject=Text(ko="예약이\n바뀜", en="Booking moved"), body=TOLD, event=EVENT)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def told(world: World):
    """Hana reads English; Haeun wants no mail about bookings."""
    with world.as_("hana"):
        User.objects.filter(id=world.people["hana"]).update(language="en")
    with world.as_("haeun"):
        User.objects.filter(id=world.people["haeun"]).update(mail_bookings=False)

    def again(letter: Letter = LETTER) -> None:
        with scope(system("worker")):
            tell([world.people["hana"], world.people["haeun"]], "booking.moved", TOLD, "/my-day/", "moved:1", letter)

    again()
    return again


def rows():
    with scope(system("worker")):
        return list(Notice.objects.order_by("recipient__email")), list(Mail.objects.order_by("id"))


def test_the_same_origin_tells_nobody_twice(told, world: World):
    told()
    notices, mails = rows()
    assert [n.recipient_id for n in notices] == [world.people["haeun"], world.people["hana"]]
    assert [m.to for m in mails] == ["hana@example.org"]


def test_nobody_else_reads_a_notice(told, world: World):
    for who, count in (("hana", 1), ("sora", 0), ("director", 0)):
        with world.as_(who):
            assert Notice.objects.count() == count


def test_the_letter_is_in_the_readers_language_on_one_subject_line(told):
    _, (mail,) = rows()
    assert mail.subject == "Booking moved"
    assert mail.body.startswith("The booking was moved.\n\nhttp")


def test_a_letter_that_is_not_about_bookings_goes_to_everyone(told, world: World):
    with scope(system("worker")):
        tell([world.people["haeun"]], "core.x", TOLD, "", "other", Letter(LETTER.subject, TOLD, about_bookings=False))
    assert rows()[1][-1].subject == "예약이 바뀜"


def test_mail_programs_get_an_invitation_beside_the_text(told):
    assert mailing.send() == 1
    sent = box.outbox[0].message()
    parts = {p.get_content_type(): p for p in sent.walk()}
    assert list(parts) == ["multipart/mixed", "multipart/alternative", "text/plain", "text/calendar", "application/ics"]
    part = parts["text/calendar"]
    assert (part.get_param("method"), part.get_content_charset()) == ("REQUEST", "utf-8")
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    (entry,) = calendar.walk("VEVENT")
    assert (calendar["method"], entry["uid"], entry["sequence"]) == ("REQUEST", "RS-1@squaremile", 2)
    assert (entry["summary"], entry["location"]) == ("Confocal microscope", "Room 201")
    assert (entry["dtstart"].dt, entry["attendee"]) == (MONDAY, "mailto:hana@example.org")
    assert mailing.send() == 0


def test_a_cancellation_says_so(told, world: World):
    gone = Event(**{**{f: getattr(EVENT, f) for f in EVENT.__dataclass_fields__}, "method": CANCEL, "sequence": 3})
    with scope(system("worker")):
        tell([world.people["hana"]], "booking.cancelled", TOLD, "", "gone", Letter(LETTER.subject, TOLD, gone))
    text = rows()[1][-1].calendar
    assert [line in text for line in ("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3")] == [True] * 3


def test_what_the_mail_server_did_not_take_is_sent_later(told, monkeypatch):
    def away(self, messages):
        raise ConnectionRefusedError("away")

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", away)
        assert mailing.send() == 1
    (waiting,) = rows()[1]
    assert (waiting.sent_at, waiting.attempts, waiting.error) == (None, 1, "ConnectionRefusedError: away")
    assert mailing.send() == 0
    with clock.as_of(MONDAY + timedelta(seconds=5)):
        assert mailing.send() == 1
    assert len(box.outbox) == 1


def test_a_secret_is_forgotten_once_it_is_sent(world: World):
    with scope(system("auth")):
        post(to="new@example.org", subject="초대", body="https://…/invitation/abc/", secret=True)
    mailing.send()
    assert "abc" in box.outbox[0].body
    assert rows()[1][-1].body == ""


def undeliverable(monkeypatch, error: Exception) -> None:
    def refuse(self, messages):
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def test_after_three_days_a_message_is_given_up_and_operations_are_told_why(world: World, monkeypatch):
    with scope(system("auth")):
        post(to="new@example.org", subject="초대", body="https://…/invitation/abc/", secret=True)
    undeliverable(monkeypatch, ConnectionRefusedError("away"))
    moment, tries = MONDAY, 0
    while moment < MONDAY + timedelta(days=5):
        with clock.as_of(moment):
            tries += mailing.send()
        moment += timedelta(minutes=30)
    (mail,) = rows()[1]
    assert MONDAY + timedelta(days=2, hours=22) < mail.given_up_at < MONDAY + timedelta(days=3)
    assert (mail.sent_at, mail.error, mail.body) == (None, "ConnectionRefusedError: away", "")
    assert tries == mail.attempts
    notices = rows()[0]
    assert {n.recipient_id for n in notices} == {world.people["director"], world.people["operator"]}
    assert notices[0].text_en == (
        f"A message to new@example.org was given up after {tries} tries. Subject: 초대. "
        "Reason: ConnectionRefusedError: away"
    )
    assert "abc" not in notices[0].text_ko


@pytest.mark.parametrize(("code", "given_up"), [(550, True), (450, False)])
def test_a_mailbox_that_is_not_there_is_not_asked_again(world: World, monkeypatch, code, given_up):
    with scope(system("auth")):
        post(to="gone@example.org", subject="초대", body="…", secret=True)
    undeliverable(monkeypatch, smtplib.SMTPRecipientsRefused({"gone@example.org": (code, b"no")}))
    mailing.send()
    (mail,) = rows()[1]
    assert ((mail.given_up_at is not None), mail.body == "") == (given_up, given_up)


def test_who_holds_no_role_any_more_is_told_nothing(world: World):
    from squaremile.core import operations as core

    with world.as_("operator"):
        core.end_membership(person=world.people["haeun"], organisation=world.organisations["HANBIT"])
    hanbit = world.organisations["HANBIT"]
    with scope(system("worker")):
        everyone = [world.people[who] for who in ("hana", "haeun", "sora", "operator")]
        tell(everyone, "x", TOLD, "", "public", LETTER)
        tell(everyone, "x", TOLD, "", "theirs", LETTER, about=hanbit)
        counts = {who: Notice.objects.filter(recipient=world.people[who]).count()
                  for who in ("hana", "haeun", "sora", "operator")}
    assert counts == {"hana": 2, "haeun": 0, "sora": 1, "operator": 2}
    assert sorted(m.to.partition("@")[0] for m in rows()[1]) == ["hana", "hana", "operator", "operator", "sora"]


def test_nobody_but_the_worker_reads_mail(told, world: World):
    for who in ("hana", "director"):
        with world.as_(who):
            assert Mail.objects.count() == 0
