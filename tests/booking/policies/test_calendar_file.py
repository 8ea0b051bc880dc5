"""The calendar file: what other programs read back is what was booked, and of others only that they are busy."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from squaremile.booking.policies.calendar_file import Entry, feed, uid
from squaremile.kernel.words import Text
from tests.booking.policies.drawn import periods

NAME = Text("내 예약", "My bookings")
AT = datetime(2027, 3, 1, 1, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


def mine(**more):
    return Entry(
        **{
            "code": "RS-7K3M9QXA",
            "sequence": 2,
            "start": AT,
            "end": AT + timedelta(hours=1),
            "changed_at": AT,
            "summary": Text("공초점 현미경", "Confocal"),
            "place": Text("201호", "Room 201"),
            "says": "세포; 관찰, 1",
            "url": "https://example.org/bookings/RS-7K3M9QXA/",
            **more,
        }
    )


def read(*entries, language="ko"):
    return Calendar.from_ical(feed(NAME, entries, host="example.org", language=language))


def test_a_booking_is_read_back_whole():
    calendar = read(mine())
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], calendar["X-WR-CALNAME"]) == ("PUBLISH", "내 예약")
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("RS-7K3M9QXA@example.org", 2, "CONFIRMED")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (AT, AT + timedelta(hours=1))
    assert (event["SUMMARY"], event["LOCATION"], event["DESCRIPTION"]) == ("공초점 현미경", "201호", "세포; 관찰, 1")


def test_times_are_written_in_utc():
    assert b"DTSTART:20270301T010000Z" in feed(NAME, [mine()], host="h", language="ko")


def test_anothers_is_busy_and_no_more():
    for language, said in (("ko", "사용 중"), ("en", "Busy")):
        hidden = mine(summary=None)
        (event,) = read(hidden, language=language).walk("VEVENT")
        assert (event["SUMMARY"], event["CLASS"]) == (said, "PRIVATE")
        assert not {"DESCRIPTION", "LOCATION", "URL", "ORGANIZER", "ATTENDEE"} & set(event)


def test_a_booking_that_waits_is_tentative():
    (event,) = read(mine(tentative=True)).walk("VEVENT")
    assert event["STATUS"] == "TENTATIVE"


def test_the_same_bookings_are_the_same_bytes():
    assert feed(NAME, [mine()], host="h", language="ko") == feed(NAME, [mine()], host="h", language="ko")


def test_an_invitation_is_the_same_entry():
    assert uid("RS-1", "example.org") == "RS-1@example.org"


@given(st.lists(st.tuples(periods(), WORDS, st.integers(0, 99)), max_size=5))
def test_whatever_is_written_is_read_back(drawn):
    entries = [
        mine(code=f"RS-{n}", start=p.start, end=p.end, says=words, sequence=sequence)
        for n, (p, words, sequence) in enumerate(drawn)
    ]
    written = feed(NAME, entries, host="example.org", language="en")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    events = Calendar.from_ical(written).walk("VEVENT")
    assert [(e["DTSTART"].dt, e["DTEND"].dt, e["SEQUENCE"], str(e.get("DESCRIPTION", ""))) for e in events] == [
        (p.start, p.end, sequence, words) for p, words, sequence in drawn
    ]
