"""For the tests of the whole product: partnering events and the calendar of events.

The rival (Sora of Saebom) goes to a talk for invited companies, and meets liaison staff at a partnering event.
"""

from datetime import date, timedelta

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import SeatHolder
from tests.world import MONDAY

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TEXTS = {
    "private event": "새봄 초대 간담회", "wish": "경쟁사 몰래 ADC 링커 공동 개발", "remark": "한빛보다 낫습니다 ADC",
    "declined": "우리 파이프라인과 겹칩니다", "follow-up": "링커 시료 3종 보내기", "offer": "새봄 미공개 링커 기술",
}  # fmt: skip
NOUNS = {
    "events": ("event", "private event", "private partnering"), "meetings": ("meeting", "met"), "steps": ("step",),
    "requests": ("request", "request to her", "agreed request"), "guests": ("guest", "arrived"),
}  # fmt: skip
HERS = {
    "event": "private event", "request": "request", "meeting": "met", "step": "step", "guest_code": "guest",
    "participant": "profile",
}  # fmt: skip
LEFT_OUT = (
    "absent", "asks_en", "asks_ko", "capacity", "first", "host_en", "host_ko", "last", "minutes", "offers_en",
    "offers_ko", "pause", "seconds", "seed", "visibility", "where_en", "where_ko", "why", "theirs",
)  # fmt: skip
SOUND = {
    "away": [4], "due": date(2027, 4, 1), "held": True, "mode": "self", "priority": 2, "rating": 2, "slot": 4,
    "tables": 2,
}  # fmt: skip
OWN = {
    "network.add_event": {"kind": "talk", "place": "R201", "title_ko": "훔친 행사"},
    "network.edit_event": {"place": "R201", "title_ko": "훔친 행사"},
    "network.set_event_state": {"state": "closed"},
    "network.cancel_rsvp": {"event": "private event"},
    "network.rsvp": {"event": "open private event"},
    "network.register_participant": {"event": "private partnering"},
    "network.edit_profile": {"event": "event"},
    "network.withdraw_participant": {"event": "event"},
    "network.set_availability": {"event": "event"},
    "network.set_up_partnering": {"event": "unset partnering"},
    "network.plan_meetings": {"event": "event"},
    "network.ask_for_timetable": {"event": "event"},
    "network.request_meeting": {"event": "private partnering", "participant": "staff profile"},
    "network.undo_check_in": {"guest_code": "arrived"},
    "network.schedule_meeting": {"request": "agreed request"},
    "network.cancel_meeting": {"meeting": "meeting"},
    "network.invite_to_event": {"event": "open private event"},
    "network.accept_request": {"request": "request to her"},
    "network.decline_request": {"request": "request to her"},
}  # fmt: skip
FORM = {
    "participant": "profile", "slot": "4", "rating": "3", "priority": "2", "due": "2027-04-01", "away": "4",
    "guest": "guest", "mode": "self", "tables": "3",
}  # fmt: skip


def week(world, codes, keys):
    """Invited, seated, registered, asked, met, rated and promised; one request declined."""
    with world.as_("programme"):
        codes["private event"] = _event("talk", TEXTS["private event"], MONDAY + 2 * DAY)
        codes["open private event"] = _event("talk", "두 번째 간담회", MONDAY + 3 * DAY)
        codes["event"] = _event("partnering", "봄 파트너링", MONDAY - HOUR)
        codes["private partnering"] = _event("partnering", "가을 파트너링", MONDAY + 4 * DAY)
        codes["unset partnering"] = _event("partnering", "겨울 파트너링", MONDAY + 5 * DAY)
        for name in ("private event", "event", "private partnering"):
            network.invite_to_event(event=codes[name], organisation="SAEBOM")
        for name in ("event", "private partnering"):
            network.set_up_partnering(event=codes[name], mode="self", tables=2, first="08:00", last="22:00", minutes=30)
    with world.as_("director"):
        codes["staff profile"] = network.register_participant(event=codes["private partnering"]).code
    with world.as_("operator"):
        network.register_participant(event=codes["private partnering"])
    for who, name in (("sora", "guest"), ("sujin", "arrived")):
        with world.as_(who):
            network.rsvp(event=codes["private event"])
            codes[name] = SeatHolder.objects.get(event__code=codes["private event"]).code
    with world.as_("programme"):
        network.check_in(guest_code=codes["arrived"])
    with world.as_("sora"):
        network.register_participant(event=codes["private partnering"], offers_ko=TEXTS["offer"])
    _met(world, codes)


def _event(kind, title, start):
    made = network.add_event(kind=kind, title_ko=title, start=start, end=start + 6 * HOUR, visibility="invited")
    return network.set_event_state(event=made.code, state="open").code


def _met(world, codes):
    profiles = {}
    for who in ("sora", "sujin", "programme", "operator", "director"):
        with world.as_(who):
            offer = TEXTS["offer"] if who == "sora" else ""
            profiles[who] = network.register_participant(event=codes["event"], offers_ko=offer).code
    codes["profile"] = profiles["sora"]

    def ask(who, whom, accept=False):
        with world.as_(who):
            code = network.request_meeting(event=codes["event"], participant=profiles[whom], reason=TEXTS["wish"]).code
        if accept:
            with world.as_(whom):
                network.accept_request(request=code)
        return code

    first, second = ask("sora", "programme", accept=True), ask("sora", "operator", accept=True)
    codes["request to her"], codes["request"] = ask("director", "sora"), ask("sujin", "programme")
    codes["agreed request"] = ask("sujin", "operator", accept=True)
    declined = ask("director", "sujin")
    with world.as_("sujin"):
        network.decline_request(request=declined, reason=TEXTS["declined"])
    with world.as_("sora"):
        codes["met"] = network.schedule_meeting(request=first, slot=1).code
        codes["meeting"] = network.schedule_meeting(request=second, slot=8).code
        network.rate_meeting(meeting=codes["met"], rating=3, says=TEXTS["remark"])
        codes["step"] = network.agree_step(meeting=codes["met"], says=TEXTS["follow-up"], due=date(2027, 4, 1)).code


def furnish(world):
    """A talk with a seat taken, and a partnering event at which rivals have met, open to everyone."""
    with clock.as_of(MONDAY):
        with world.as_("programme"):
            talk = _shown("talk", "공개 강연", "Open talk", MONDAY + DAY)
            fair = _shown("partnering", "공개 파트너링", "Open partnering", MONDAY - HOUR)
            _shown("partnering", "다음 파트너링", "Next partnering", MONDAY + 9 * DAY)
            network.set_up_partnering(event=fair, mode="self", tables=2, first="08:00", last="22:00", minutes=30)
        profiles = {}
        for who in ("hana", "sora", "sujin"):
            with world.as_(who):
                network.rsvp(event=talk)
                profiles[who] = network.register_participant(event=fair, offers_ko="기술", offers_en="Technology").code
        with world.as_("hana"):
            code = network.request_meeting(event=fair, participant=profiles["sora"], reason="협력").code
        with world.as_("sora"):
            network.accept_request(request=code)
            made = network.schedule_meeting(request=code, slot=1).code
            network.agree_step(meeting=made, says="자료 보내기", due=date(2027, 4, 1))


def _shown(kind, title_ko, title_en, start):
    made = network.add_event(kind=kind, title_ko=title_ko, title_en=title_en, start=start, end=start + 6 * HOUR)
    return network.set_event_state(event=made.code, state="open").code
